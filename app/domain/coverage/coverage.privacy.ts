import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

export const coveragePrivacy: PersonalDataRegister = {
  coverage_rule: {
    ...notPersonal('id', 'counts_imported', 'set_at'),
    set_by: {
      purpose: 'who decided what counts',
      ground: 'public-task',
      retention: 'trail',
    },
  },
}

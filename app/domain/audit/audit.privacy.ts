import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

export const auditPrivacy: PersonalDataRegister = {
  audit_entry: {
    ...notPersonal('id', 'at', 'actor_kind', 'action', 'organisation_id', 'detail'),
    actor_person_id: {
      purpose: 'who made a change, so that it can be accounted for',
      ground: 'legal-obligation',
      retention: 'trail',
    },
    subject_id: {
      purpose: 'what was changed; sometimes a person',
      ground: 'legal-obligation',
      retention: 'trail',
    },
  },
}

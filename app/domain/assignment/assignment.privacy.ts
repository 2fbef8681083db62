import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

export const assignmentPrivacy: PersonalDataRegister = {
  assignment: {
    ...notPersonal(
      'id',
      'module_id',
      'organisation_id',
      'profession_groups',
      'due_on',
      'message',
      'assigned_at',
      'withdrawn_at',
    ),
    assigned_by: {
      purpose: 'who assigned the module, so that learners can ask',
      ground: 'public-task',
      retention: 'trail',
    },
  },
}

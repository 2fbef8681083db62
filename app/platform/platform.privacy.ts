import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

/** Tables of the machinery. Rate limits and forms are kept under hashes; the demo's sign-ins are invented people. */
export const platformPrivacy: PersonalDataRegister = {
  rate_limit: notPersonal('key', 'points', 'expire'),
  installation: notPersonal('key', 'value'),
  submission: notPersonal('digest', 'at', 'location'),
  long_work: {
    ...notPersonal('id', 'kind', 'subject_id', 'state', 'tries', 'done', 'total', 'failure'),
    ...notPersonal('created_at', 'updated_at'),
    owner_id: { purpose: 'who waits for it', ground: 'public-task', retention: 'short' },
  },
}

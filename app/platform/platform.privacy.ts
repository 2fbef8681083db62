import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

/** Tables of the machinery. Rate limits are kept under keyed hashes; the demo's sign-ins are invented people. */
export const platformPrivacy: PersonalDataRegister = {
  rate_limit: notPersonal('key', 'points', 'expire'),
  installation: notPersonal('key', 'value'),
}

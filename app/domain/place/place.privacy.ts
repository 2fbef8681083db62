import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

export const placePrivacy: PersonalDataRegister = {
  county: notPersonal('code', 'letter', 'name', 'short_name'),
  municipality: notPersonal('code', 'county_code', 'name', 'short_name'),
}

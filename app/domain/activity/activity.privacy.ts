import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

export const activityPrivacy: PersonalDataRegister = {
  // Stated by somebody who was not signed in; a day, a county and a group point to nobody.
  open_participation: notPersonal(
    'id',
    'module_id',
    'module_version_id',
    'stated_on',
    'county_code',
    'profession_group',
  ),
}

import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

export const organisationPrivacy: PersonalDataRegister = {
  organisation: notPersonal(
    'id',
    'kind',
    'name',
    'county_code',
    'municipality_code',
    'organisation_number',
    'root_unit_id',
    'opened_on',
    'closed_on',
  ),
  unit: notPersonal('id', 'name', 'county_code', 'municipality_code', 'opened_on', 'closed_on'),
  unit_placement: notPersonal(
    'id',
    'unit_id',
    'organisation_id',
    'parent_unit_id',
    'valid_from',
    'valid_to',
  ),
  headcount: {
    ...notPersonal(
      'id',
      'unit_id',
      'profession_group',
      'headcount',
      'as_of',
      'source',
      'recorded_at',
    ),
    recorded_by: {
      purpose: 'who declared the number, so that it can be asked about',
      ground: 'public-task',
      retention: 'trail',
    },
  },
  catchment_municipality: notPersonal('organisation_id', 'municipality_code'),
}

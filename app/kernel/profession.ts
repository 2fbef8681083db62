/**
 * The nine national categories in which Webbkurs om våld is reported (länsstyrelsen i Södermanland,
 * 2020-01-24); "mixed" is "Blandad grupp", used for group registration.
 */
export const professionGroups = [
  'social-services',
  'school',
  'health-care',
  'judiciary',
  'other-authority',
  'civil-society',
  'student',
  'mixed',
  'other',
] as const
export type ProfessionGroup = (typeof professionGroups)[number]

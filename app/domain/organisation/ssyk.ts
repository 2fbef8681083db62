import type { ProfessionGroup } from '~/kernel/profession.ts'

/**
 * The national group of each four-digit occupation of SSYK 2012 (SCB, MIS 2012:1) that this field meets;
 * prisma/professions/SOURCE.md. Their names are texts.
 */
export const ssykGroups = {
  '2211': 'health-care',
  '2212': 'health-care',
  '2221': 'health-care',
  '2222': 'health-care',
  '2224': 'health-care',
  '2225': 'health-care',
  '2232': 'health-care',
  '2233': 'school',
  '2241': 'health-care',
  '2242': 'health-care',
  '2260': 'health-care',
  '2320': 'school',
  '2330': 'school',
  '2341': 'school',
  '2342': 'school',
  '2343': 'school',
  '2351': 'school',
  '2352': 'school',
  '2359': 'school',
  '2612': 'judiciary',
  '2613': 'judiciary',
  '2661': 'social-services',
  '2662': 'school',
  '2663': 'social-services',
  '2669': 'social-services',
  '3250': 'health-care',
  '3333': 'other-authority',
  '3353': 'other-authority',
  '3359': 'other-authority',
  '3360': 'judiciary',
  '3411': 'social-services',
  '3423': 'school',
  '4430': 'other',
  '5311': 'school',
  '5312': 'school',
  '5350': 'health-care',
  '5412': 'judiciary',
} as const satisfies Record<string, ProfessionGroup>
export type SsykCode = keyof typeof ssykGroups

/** Whether the list has this code. */
export function isSsykCode(code: string): code is SsykCode {
  return Object.hasOwn(ssykGroups, code)
}

/** The occupations' codes, in order. */
export const ssykCodes: readonly SsykCode[] = Object.keys(ssykGroups).sort().filter(isSsykCode)

import type { ToldFact } from './told-fact.ts'

/** For whom a line answers, in the order in which a reader in need looks. */
export const helpGroups = ['acute', 'exposed', 'abroad', 'acting', 'professional'] as const
export type HelpGroup = (typeof helpGroups)[number]

export interface HelpLine extends ToldFact {
  /** As it is told: "020-57 70 70", or how else to reach it. */
  number: string
  /** Null where the sheet does not say. */
  hours: string | null
  forWhom: string | null
}

// Sheets say whom a line is for in words only. One that is not named here is for those who are exposed.
const groupById: Record<string, HelpGroup> = {
  'larm-112': 'acute',
  'linje-ud': 'abroad',
  'linje-valj-att-sluta': 'acting',
  'linje-nch': 'professional',
}

const firstExposed = ['linje-ratt-att-valja', 'linje-kvinnofrid', 'linje-bris']

/** Lines by whom they answer; a sheet without a number is none. */
export function helpLinesOf(facts: readonly ToldFact[]): Record<HelpGroup, HelpLine[]> {
  const lines: Record<HelpGroup, HelpLine[]> = {
    acute: [],
    exposed: [],
    abroad: [],
    acting: [],
    professional: [],
  }
  for (const fact of [...facts].sort(byPlace)) {
    const { number, hours = null, forWhom = null } = fact.parts
    if (number) lines[groupById[fact.id] ?? 'exposed'].push({ ...fact, number, hours, forWhom })
  }
  return lines
}

function byPlace(a: ToldFact, b: ToldFact): number {
  return placeOf(a) - placeOf(b) || a.title.localeCompare(b.title, 'sv')
}

function placeOf({ id }: ToldFact): number {
  const place = firstExposed.indexOf(id)
  return place < 0 ? firstExposed.length : place
}

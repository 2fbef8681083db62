import type { Day } from '~/kernel/dates.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'

/** So much must be written before anybody is looked for. */
export const fewestLetters = 2

/** Where somebody works today, within reach of whoever asks. */
export interface FoundPlace {
  organisationId: string
  organisation: string
  unit: string
  professionGroup: ProfessionGroup
  /** The first day that the person and the organisation share there. */
  validFrom: Day
  /** The day after the last. */
  validTo: Day | null
}

export interface FoundColleague {
  personId: string
  givenName: string
  familyName: string
  email: string
  places: FoundPlace[]
}

/** Who was found, and in which organisations one may see more of them. */
export interface ColleagueSearch {
  /** What was looked for. */
  words: string
  /** Null where too little was written to look for. */
  found: ListPage<FoundColleague> | null
  /** The organisations whose people's pages are open to whoever asks. */
  openIds: string[]
}

/** A county (län). */
export interface County {
  /** Two digits. */
  code: string
  /** The official letter or letters, "AB". */
  letter: string
  /** "Stockholms län" */
  name: string
  /** "Stockholm" */
  shortName: string
}

/** A municipality (kommun). */
export interface Municipality {
  /** Four digits, of which the first two are its county's. */
  code: string
  countyCode: string
  name: string
  shortName: string
}

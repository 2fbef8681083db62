/** Whom an assignment would speak to on the day that it is looked at, before it is made. */
export interface AudiencePreview {
  /** Persons, each once. */
  people: number
  /** Of those, how many have stated the workplace and are not confirmed there. */
  unconfirmed: number
  /** Of those, how many have already done all of it. */
  holders: number
  organisations: number
  /** The units where they work, the most people first; not all of them where there are many. */
  units: PreviewUnit[]
  /** All of them. */
  unitCount: number
}

export interface PreviewUnit {
  unitId: string
  name: string
  organisationName: string
  /** Persons who work there and are meant; who works at two units stands at both. */
  people: number
  holders: number
}

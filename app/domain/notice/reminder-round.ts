/** What came of reminding people; each of them is in one of the counts. */
export interface Reminded {
  /** Get a mail now. */
  mailed: number
  /** Get it in the next mail: they have had one this week, or it is a weekend or a holiday. */
  waiting: number
  /** Nobody asks it of them, or they have done it. */
  notAsked: number
  /** Have no confirmed address that takes mail, or do not want mail about what is recommended. */
  unreachable: number
}

/** More people than a request has time for, reminded of a module some hundred at a time. */
export interface ReminderRound extends Reminded {
  id: string
  organisationId: string
  moduleId: string
  askedAt: Date
  /** How many are to be reminded. */
  people: number
  /** To how many of them it has come; all, unless it stopped. */
  taken: number
  /** Null while it goes on. */
  endedAt: Date | null
}

/** The next people of a round. */
export interface RoundStep {
  roundId: string
  organisationId: string
  moduleId: string
  askedBy: string | null
  people: number
  /** To how many it has come before these. */
  taken: number
  personIds: string[]
}

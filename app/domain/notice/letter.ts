/** Something that has happened, of which a letter tells: its words are written when it is sent, as it is then. */
export interface LetterToSend {
  /** Whose writer writes it (`LetterWriters`). */
  kind: string
  /** What it is about. */
  aboutId: string
  news: string
  /** The account whose letter it is, where that is known before it is written. */
  personId?: string
}

/** A letter with its words, to one reader. */
export interface Letter {
  to: string
  /** The account of the reader; null for one without. */
  personId: string | null
  subject: string
  text: string
  /** Where the reader says no to more of the kind, without signing in; none where they cannot. */
  unsubscribe?: string
}

/** What writes letters, by their kind; null where what happened is true no longer, or nobody is to be told. */
export type LetterWriters = Readonly<
  Record<string, (letter: Omit<LetterToSend, 'kind'>) => Promise<Letter | null>>
>

import type { CommitSource } from '~/kernel/player-protocol.ts'

/** What the figures need of a commit. */
export interface TrailCommit {
  item: string
  /** From one Initialize of the content's to the next. */
  session: string
  source: CommitSource
  receivedAt: Date
  /** Of its elements, those that are bookmarks or interactions, as the database holds them. */
  elements: Readonly<Record<string, string>>
}

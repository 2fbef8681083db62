import type { Completion, Success } from '~/standards/scorm/cmi.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'
import type { NotUnderstoodTold } from './not-understood.ts'

/** After so long without a commit, what comes next is another stretch of the same launch. */
export const quietMinutes = 15

/** Commits in a row from one launch, without a longer pause between them. */
export interface Stretch {
  /** Whether the launch has saved nothing before it. */
  beginsLaunch: boolean
  /** When its first and its last commit came. */
  from: Date
  to: Date
  commits: number
  /** Those of them that an earlier launch had left in the browser. */
  replayed: number
  /** Those that were sent as the page went away. */
  exits: number
  /** How its last commit ended a session, where it did. */
  endedBy: 'content' | 'exit' | null
  /** The titles of the parts that it is about, at most ten. */
  parts: string[]
  refused: RefusedElement[]
  sessions: SessionTold[]
}

/** What was not taken of what content set: never the value. */
export interface RefusedElement {
  /** The entries of a collection are told as one: "cmi.interactions.n.result". */
  element: string
  code: string
  clause: string
  /** In how many commits. */
  commits: number
}

/** What content said of the time of one of its sessions, as the standard writes it. */
export interface SessionTold {
  told: string
  /** The last that it had said before the stretch. */
  before: string | null
}

/** Something that happened, to be told in a sentence. */
export type StorySentence =
  /** The attempt's first launch. */
  | { kind: 'opened' }
  /** Another launch, after one that had ended. */
  | { kind: 'opened-again' }
  /** Another launch, soon after one that had not ended: a second window or computer. */
  | { kind: 'took-over' }
  /** Another launch, long after one that had not ended. */
  | { kind: 'opened-after-break' }
  | { kind: 'went-on'; afterSeconds: number }
  | { kind: 'replayed'; commits: number }
  | { kind: 'saved'; commits: number; parts: string[] }
  | { kind: 'saved-on-exit'; commits: number }
  | ({ kind: 'refused' } & RefusedElement)
  | { kind: 'counted'; seconds: number }
  | { kind: 'completed'; at: Date }
  | { kind: 'ended' }

/** A stretch in sentences, in the order in which they are told. */
export interface StoryChapter {
  from: Date
  to: Date
  sentences: StorySentence[]
}

interface Trail {
  /** In the order of their commits. */
  stretches: readonly Stretch[]
  /** The one before them, where the story goes on from an earlier page. */
  before: Stretch | null
  /** Whether nothing at all comes before them. */
  isFromStart: boolean
  completedAt: Date | null
  /** The seconds that a session time counts as; null when it is not one. */
  secondsOf: (text: string) => number | null
}

/** Tells what a trail of commits says happened: who wrote when, how it came, and what was not taken. */
export function storyOf(trail: Trail): StoryChapter[] {
  let playedBefore = trail.before && isPlayed(trail.before) ? trail.before : null
  return trail.stretches.map((stretch, index) => {
    const isFirst = trail.isFromStart && index === 0
    const sentences = [
      ...openingOf(stretch, playedBefore, isFirst),
      ...savingsOf(stretch),
      ...stretch.refused.map((refused) => ({ kind: 'refused' as const, ...refused })),
      ...countedIn(stretch, trail.secondsOf),
      ...endingOf(stretch, trail.completedAt),
    ]
    if (isPlayed(stretch)) playedBefore = stretch
    return { from: stretch.from, to: stretch.to, sentences }
  })
}

/** Whether somebody was there: what is only replayed may have been sent by any page of the same person. */
const isPlayed = ({ commits, replayed }: Stretch) => commits > replayed

function openingOf(
  stretch: Stretch,
  playedBefore: Stretch | null,
  isFirst: boolean,
): StorySentence[] {
  if (!isPlayed(stretch)) return []
  if (isFirst) return [{ kind: 'opened' }]
  const pause = playedBefore ? secondsBetween(playedBefore.to, stretch.from) : Infinity
  const isSoon = pause <= quietMinutes * 60
  if (!stretch.beginsLaunch) {
    return isSoon || !playedBefore ? [] : [{ kind: 'went-on', afterSeconds: pause }]
  }
  if (!playedBefore || playedBefore.endedBy !== null) return [{ kind: 'opened-again' }]
  return [{ kind: isSoon ? 'took-over' : 'opened-after-break' }]
}

function savingsOf({ commits, replayed, exits, parts }: Stretch): StorySentence[] {
  const told: StorySentence[] = []
  if (replayed > 0) told.push({ kind: 'replayed', commits: replayed })
  const live = commits - replayed - exits
  if (live > 0) told.push({ kind: 'saved', commits: live, parts })
  if (exits > 0) told.push({ kind: 'saved-on-exit', commits: exits })
  return told
}

function countedIn({ sessions }: Stretch, secondsOf: Trail['secondsOf']): StorySentence[] {
  const seconds = sessions.reduce((sum, { told, before }) => {
    const counted = secondsOf(told)
    return counted === null ? sum : sum + counted - (before === null ? 0 : (secondsOf(before) ?? 0))
  }, 0)
  return seconds > 0 ? [{ kind: 'counted', seconds }] : []
}

function endingOf({ from, to, endedBy }: Stretch, completedAt: Date | null): StorySentence[] {
  const told: StorySentence[] = []
  if (completedAt && completedAt >= from && completedAt <= to) {
    told.push({ kind: 'completed', at: completedAt })
  }
  if (endedBy === 'content') told.push({ kind: 'ended' })
  return told
}

const secondsBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 1000)

/** An attempt as its story's page shows it. */
export interface AttemptStory {
  attemptId: string
  supportCode: string
  /** 1 for the first time through the version. */
  number: number
  /** The same person's other attempts at the version. */
  others: { supportCode: string; number: number }[]
  module: { titleSv: string; titleEn: string }
  versionNumber: number
  edition: ScormEdition
  /** Null for those who may not read names. */
  learner: { personId: string; givenName: string; familyName: string } | null
  startedAt: Date
  lastCommitAt: Date | null
  completion: Completion
  success: Success
  /** 0..1 */
  scoreScaled: number | null
  totalSeconds: number
  parts: StoryPart[]
  /** The completion of this version, where there is one; null also when it was removed. */
  counted: StoryCompletion | null
  chapters: StoryChapter[]
  /** From 1, in the order of time. */
  page: number
  pages: number
  /** What the oldest part of the trail came to, where it has been compacted. */
  compacted: { commits: number; at: Date } | null
  /** Commits that the attempt counts and the trail has not. */
  missing: number
  /** What came and could not be saved, the latest first. */
  notUnderstood: NotUnderstoodTold[]
  /** It has been opened since, and nothing has come from there. */
  isOpenedSince: boolean
}

/** How far the attempt has come in a part that can be opened. */
export interface StoryPart {
  identifier: string
  title: string
  depth: number
  completion: Completion
  success: Success
  scoreScaled: number | null
  totalSeconds: number
}

/** The completion that counts, and where the person worked on its day. */
export interface StoryCompletion {
  completedAt: Date
  /** Of another attempt at the same version, which was first. */
  isOther: boolean
  places: StoryPlace[]
}

export interface StoryPlace {
  organisation: string | null
  /** Null where the person said a workplace that is not in the register. */
  unit: string | null
  status: 'claimed' | 'confirmed'
}

// What the player frame and the server say to each other, as JSON over the content host, and what the
// frame and the app's page post to each other. In the kernel because it is spoken on both sides; what it
// says of SCORM has the shapes of standards/scorm/cmi.ts, and the compiler holds them together.

import type { TextPatch } from './text-patch.ts'

export type Completion = 'not attempted' | 'incomplete' | 'completed'
export type Success = 'unknown' | 'passed' | 'failed'

/** What an item's launch is seeded from (SeedSource), and which of the two runtimes its content talks to. */
export interface LaunchSeed {
  runtime: '1.2' | '2004'
  /** What the manifest says of the item. */
  item: {
    masteryScore: number | null
    scaledPassingScore: number | null
    completionThreshold: number | null
    maxTimeAllowed: string | null
    timeLimitAction: string | null
    dataFromLms: string | null
    objectives: readonly string[]
  }
  /** What the attempt holds for the item; null at its first launch. */
  state: {
    elements: Readonly<Record<string, string>>
    totalSeconds: number
    /** Content has ended its latest session itself. */
    isEnded: boolean
  } | null
  /** Pseudonyms. */
  learner: { id: string; name: string }
  /** The package is judged by the standard's letter. */
  isStrict?: boolean
  /** What of the attempt's rules bears on what content is answered. */
  rules?: { appliesLimits: boolean; passedCompletes: boolean; keepsStatus: boolean }
}

/** Names one sent commit: the launch that sent it and its number in the attempt. */
export interface CommitMark {
  writer: string
  sequence: number
}

/** How a commit came: while playing, from the outbox of an earlier launch, or as the page went away. */
export type CommitSource = 'live' | 'replayed' | 'exit'

/** What content has changed in one item since the commit before. */
export interface CommitMessage {
  /** 1, 2, 3 … in the attempt, without gaps. */
  sequence: number
  /** The browser's own name of it, the same under whatever number it is sent. */
  entry?: string
  item: string
  /** From one LMSInitialize or Initialize to the next; session time counts once for each. */
  session: string
  /** By the standard's names: { "cmi.core.lesson_location": "3" }. */
  elements: Record<string, string>
  /** Long values as their difference from what the server holds of them; none of them is in `elements`. */
  patches?: Record<string, TextPatch>
  /** Content has called LMSFinish or Terminate. */
  final: boolean
  source: CommitSource
}

export interface CommitRequest {
  /** In the order of their sequence. */
  commits: CommitMessage[]
}

/** How far the learner has come, shown around the frame. */
export interface AttemptProgress {
  completion: Completion
  success: Success
  /** Of all sessions, each counted once. */
  totalSeconds?: number
  items: Record<string, { completion: Completion; success: Success }>
}

/**
 * held: the server holds everything up to and with `sequence`.
 * gap: `expected` is the next it can take; take stock and number anew.
 * stale-writer: a later launch has taken the attempt over.
 * base-unknown: a patch does not fit what the server holds; send the values of this commit whole.
 */
export type CommitAnswer =
  | { outcome: 'held'; sequence: number; progress: AttemptProgress }
  | { outcome: 'gap'; expected: number }
  | { outcome: 'stale-writer' }
  | { outcome: 'base-unknown'; sequence: number }
  | { outcome: 'token-refused' }
  | { outcome: 'malformed' }

export interface StateRequest {
  /** The item to launch; null for where the learner left off. */
  item: string | null
  /** What the outbox holds that may have been sent already. */
  unsent: CommitMark[]
  /** The outbox's own names of what it holds: a browser that was killed may not know what was sent. */
  entries?: string[]
  /** Not the launch's first question: an attempt that a later launch has taken over is not taken back. */
  again?: boolean
}

/** An item as the contents list and the frame need it. */
export interface PlayerItem {
  identifier: string
  title: string
  /** 0 for the outermost. */
  depth: number
  /** Whether contents lists show it; its content may be gone to all the same. */
  visible: boolean
  type: 'sco' | 'asset' | 'heading'
  /** On the content host; null for a heading. */
  launchUrl: string | null
  /** What the manifest gives the learner for it; null where it says nothing. */
  secondsAllowed?: number | null
  completion: Completion
  success: Success
}

/**
 * What a launch begins with. A launch that plays becomes the attempt's writer by asking for it; one that
 * flushes leaves the attempt to whoever plays it.
 */
export interface AttemptState {
  outcome: 'state'
  attemptId: string
  writer: string
  lastSequence: number
  /** Those of `unsent` that the server holds. */
  held: CommitMark[]
  /** Those of `entries` that the server holds. */
  heldEntries?: string[]
  item: string
  items: PlayerItem[]
  seed: LaunchSeed
}

export type StateAnswer =
  | AttemptState
  | { outcome: 'stale-writer' }
  | { outcome: 'token-refused' }
  | { outcome: 'malformed' }

/** What the app's page tells the frame. */
export type ToFrame =
  | {
      samsyn: 'launch'
      token: string
      item: string | null
      language: string
      contentTitle: string
      /** On the button of a layer in which content shows what it would open in a window. */
      closeLabel: string
    }
  | { samsyn: 'open'; item: string }
  /** End what is playing and save; answered by 'ended'. */
  | { samsyn: 'end' }
  /** The learner wants the keyboard's focus in the content. */
  | { samsyn: 'focus' }
  /** The learner leaves by the quick exit: the page is about to go. */
  | { samsyn: 'left' }

/**
 * What the frame tells the content: the learner leaves by the quick exit, and what the content has left in
 * the browser beside its SCORM data is to go. Our own modules heed it (courses/toolkit/runtime/samsyn.ts).
 */
export type ToContent = { samsyn: 'left' }

/** What the frame tells the app's page. */
export type FromFrame =
  /** Until it is launched, again and again: the page may begin to listen later. */
  | { samsyn: 'ready' }
  /** An item is on the screen. */
  | { samsyn: 'item'; item: string }
  | { samsyn: 'saved'; at: string }
  /** Changes that the server does not hold yet; `failing` when it has not answered. */
  | { samsyn: 'waiting'; changes: number; failing: boolean }
  /** Changes that the server does not understand, kept here and tried again now and then; all others are saved. */
  | { samsyn: 'stuck'; changes: number }
  | { samsyn: 'progress'; progress: AttemptProgress }
  /** Content has ended of its own accord, and there is nothing that it wants shown instead. */
  | { samsyn: 'finished'; item: string }
  /** What was playing has ended; `isSaved` when this browser keeps nothing that the server does not hold. */
  | { samsyn: 'ended'; isSaved: boolean }
  /** This browser keeps nothing: what is not saved is lost with the page. */
  | { samsyn: 'no-storage' }
  | { samsyn: 'taken-over' }
  /** The token has expired or is not for this host: the page is to be loaded again. */
  | { samsyn: 'refused' }
  /** The browser has shown an old page again. */
  | { samsyn: 'restored' }
  /** Content wanted to open a page of another host, or of no host that there is. */
  | { samsyn: 'blocked'; host: string }
  /** F6: the learner wants the focus in the bar. */
  | { samsyn: 'to-bar' }
  /** Esc three times. */
  | { samsyn: 'leave' }

/**
 * The document, on every content host, that takes away what content has kept there, in a hidden frame of the
 * app's page, and says 'cleared'. What is not sent yet stays.
 */
export const clearPath = '/_samsyn/clear'

/** What may be sent of what earlier launches have left on a content host: a token for each attempt. */
export interface FlushGrant {
  contentOrigin: string
  /** The document that sends it. */
  flushUrl: string
  attempts: { attemptId: string; token: string }[]
}

/** What the app's page tells the hidden frame that sends what earlier launches have left. */
export type ToFlush = { samsyn: 'flush'; attempts: FlushGrant['attempts'] }

/** What that frame tells the page; `isClear` when nothing is left on its host. */
export type FromFlush = { samsyn: 'ready' } | { samsyn: 'flushed'; isClear: boolean }

type Message = ToFrame | FromFrame | ToFlush | FromFlush | ToPreview

/** A message of ours, or undefined for whatever else is posted between windows. */
export function messageOf<Kind extends Message>(data: unknown): Kind | undefined {
  const ours = typeof data === 'object' && data !== null && 'samsyn' in data
  return ours ? (data as Kind) : undefined
}

/** What the app's page tells the frame of an editor's preview, once it has said 'ready'. */
export interface ToPreview {
  samsyn: 'preview'
  /** Null for content that asks for nothing. */
  seed: LaunchSeed | null
  launchUrl: string
  language: string
  contentTitle: string
  closeLabel: string
}

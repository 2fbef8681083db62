import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import type { RegistrationId } from '~/kernel/ids.ts'
import type { Completion, Success } from '~/standards/scorm/cmi.ts'
import type { PlayerItem } from '~/kernel/player-protocol.ts'

/** Where a learner stands with a version of a module that they have begun. */
export interface BegunVersion {
  registrationId: RegistrationId
  moduleVersionId: string
  /** Of the latest attempt. */
  number: number
  completion: Completion
  success: Success
}

/** Whether an attempt has come to an end of which another may follow: done, passed or failed. */
export function isSettled({ completion, success }: Pick<BegunVersion, 'completion' | 'success'>) {
  return completion === 'completed' || success !== 'unknown'
}

/** How many attempts may follow those that have been made; null: as many as the learner likes. */
export function attemptsLeft(made: number, { attemptsAllowed }: AttemptRules): number | null {
  return attemptsAllowed === null ? null : Math.max(0, attemptsAllowed - made)
}

/** What one attempt has come to. */
export interface AttemptResult {
  number: number
  completion: Completion
  success: Success
  /** 0..1 */
  scoreScaled: number | null
  totalSeconds: number
}

/**
 * The result that stands over several attempts: what has been completed stays, and so does what has been
 * passed unless the latest verdict counts; the score is the best, the latest or the first that there is;
 * time is the sum.
 * @param attempts in the order of their numbers
 */
export function standingResult(
  attempts: readonly AttemptResult[],
  { statusRule, scoreRule }: AttemptRules,
): Omit<AttemptResult, 'number'> {
  const has = (wanted: Completion) => attempts.some(({ completion }) => completion === wanted)
  const verdicts = attempts.map(({ success }) => success).filter((word) => word !== 'unknown')
  const passed = statusRule === 'kept' && verdicts.includes('passed') ? 'passed' : verdicts.at(-1)
  const scores = attempts.flatMap(({ scoreScaled }) => scoreScaled ?? [])
  const score = { best: Math.max(...scores), latest: scores.at(-1), first: scores[0] }[scoreRule]
  return {
    completion: has('completed') ? 'completed' : has('incomplete') ? 'incomplete' : 'not attempted',
    success: passed ?? 'unknown',
    scoreScaled: scores.length > 0 ? (score ?? null) : null,
    totalSeconds: attempts.reduce((sum, { totalSeconds }) => sum + totalSeconds, 0),
  }
}

/** What the module's page tells a learner of their attempts. */
export interface ResultView {
  /** In the order of their numbers, of the version that the learner takes. */
  attempts: (AttemptResult & { supportCode: string; startedAt: Date; completedAt: Date | null })[]
  stands: Omit<AttemptResult, 'number'>
  /** By which of the scores that is. */
  scoreRule: AttemptRules['scoreRule']
  /** The latest has come to an end. */
  isSettled: boolean
  /** It has, and another may be begun. */
  mayStartAgain: boolean
  /** How many more may be begun; null: as many as the learner likes. */
  attemptsLeft: number | null
}

/**
 * Which version a learner goes on with: the one begun last, until it is completed; then the published
 * one, where it is another. Null when there is nothing to go on with and nothing published.
 * @param begun newest first
 */
export function versionToPlay(
  begun: readonly BegunVersion[],
  publishedVersionId: string | null,
): { registrationId: RegistrationId } | { newVersionId: string } | null {
  const [latest] = begun
  if (latest && latest.completion !== 'completed') return { registrationId: latest.registrationId }
  const same = begun.find(({ moduleVersionId }) => moduleVersionId === publishedVersionId)
  if (same) return { registrationId: same.registrationId }
  if (publishedVersionId) return { newVersionId: publishedVersionId }
  return latest ? { registrationId: latest.registrationId } : null
}

/** The player's page. */
export interface PlayerView {
  registrationId: RegistrationId
  /** The learner's; tells readers of the same computer apart. */
  readerId: string
  module: { slug: string; titleSv: string; titleEn: string }
  /** Read aloud over the phone. */
  supportCode: string
  contentOrigin: string
  /** The document that holds the runtime, on the content host; told which one it is to have at hand. */
  frameUrl: string
  token: string
  items: PlayerItem[]
  /** The item to begin with. */
  item: string
  completion: Completion
  /** Of all sessions of the attempt. */
  totalSeconds: number
}

/**
 * The item that a launch shows: the one asked for, else where the learner left off, else the first.
 * Undefined when nothing can be launched.
 */
export function itemToLaunch(
  items: readonly PlayerItem[],
  asked: string | null,
  last: string | null,
): PlayerItem | undefined {
  const launchable = items.filter(({ launchUrl }) => launchUrl !== null)
  const byIdentifier = (wanted: string | null) =>
    launchable.find(({ identifier }) => identifier === wanted)
  return byIdentifier(asked) ?? byIdentifier(last) ?? launchable[0]
}

/**
 * The address of a package's file on its content host: "/content/3f…/sidor/start%20h%C3%A4r.html?x=1".
 * @param base where the package's files lie, "/content/3f…/" (content-policy.server.ts)
 */
export function contentUrl(base: string, path: string, query: string): string {
  return `${base}${path.split('/').map(encodeURIComponent).join('/')}${query}`
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { now } from '~/kernel/clock.ts'
import { firstRow, rows } from './db/database.server.ts'
import { sql, type Tx } from './db/sql.server.ts'
import { singleton } from './singleton.server.ts'

/** The field in which a form carries its key (see ui/form.tsx). */
export const submissionField = '_submission'

interface Submission {
  digest: string
  isSpent: boolean
}

const underWay = singleton('submissions', () => new AsyncLocalStorage<Submission>())

/** The same form has been taken before: what it asks for is done. */
class TakenBefore extends Error {
  override readonly name = 'TakenBefore'
}

/** By name: the server's entry and the application are bundled apart, each with a class of its own. */
export function isTakenBefore(error: unknown): boolean {
  return error instanceof Error && error.name === 'TakenBefore'
}

/**
 * Tells one filled form from all others: the same key with other contents is another form, as when somebody
 * goes back, changes a word and sends again. Undefined for a form without a key.
 */
export function submissionDigest(address: string, form: FormData): string | undefined {
  const key = form.get(submissionField)
  if (typeof key !== 'string' || key === '') return undefined
  const texts = [...form].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
  const { pathname, search } = new URL(address)
  const whole = JSON.stringify([pathname, search, texts])
  return createHash('sha256').update(whole).digest('base64url')
}

/**
 * Runs an action as the answer to a form. Its first transaction takes the form, or finds that it is taken;
 * one that is rolled back leaves it to be sent again.
 * @throws TakenBefore
 */
export function asSubmission<Result>(digest: string, run: () => Promise<Result>): Promise<Result> {
  return underWay.run({ digest, isSpent: false }, run)
}

/**
 * Takes the form that is under way, within the transaction of what it changes. Of two at the same time the
 * second waits here for the first.
 * @throws TakenBefore
 */
export async function spendSubmission(tx: Tx): Promise<void> {
  const submission = underWay.getStore()
  if (!submission || submission.isSpent) return
  const { digest } = submission
  const taken = await tx.$executeRaw`
    insert into submission (digest, at) values (${digest}, ${now()}) on conflict do nothing`
  if (taken === 0) throw new TakenBefore('This form has been taken before')
  submission.isSpent = true
}

/** Whether a form has been taken. */
export async function isTaken(digest: string): Promise<boolean> {
  return (await firstRow(sql`select 1 from submission where digest = ${digest}`)) !== undefined
}

/** Notes where the answer to a form leads, for when it comes again. */
export async function noteLocation(digest: string, location: string): Promise<void> {
  await rows(sql`update submission set location = ${location} where digest = ${digest}`)
}

/** Where the answer to a form led; undefined when it led nowhere, or has not yet. */
export async function readLocation(digest: string): Promise<string | undefined> {
  const found = await firstRow<{ location: string | null }>(
    sql`select location from submission where digest = ${digest}`,
  )
  return found?.location ?? undefined
}

const keptMs = 24 * 3_600_000

/** Forgets forms that nobody sends again. @returns how many */
export async function forgetOldSubmissions(): Promise<number> {
  const before = new Date(now().getTime() - keptMs)
  const gone = await rows(sql`delete from submission where at < ${before} returning digest`)
  return gone.length
}

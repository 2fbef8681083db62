import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { hashOf, isOwed, type Change, type Ledger } from './ledger.ts'

/** What became of all that was promised. Each is a sentence. */
export interface Verdict {
  lost: string[]
  doubled: string[]
  misattributed: string[]
  /** How many changes there were, and how many of them somebody was owed. */
  changes: number
  owed: number
}

interface TrailRow {
  registration: string
  attempt: string
  sequence: number
  session: string
  elements: Record<string, string>
}

interface AttemptRow {
  registration: string
  completion: string
  totalSeconds: number
  elements: Record<string, string> | null
  completions: number
}

const isMarkerElement = (name: string) => /^cmi\.interactions\.\d+\.id$/.test(name)
const locations = ['cmi.core.lesson_location', 'cmi.location']
const statuses = ['cmi.core.lesson_status', 'cmi.completion_status']
const times = ['cmi.core.session_time', 'cmi.session_time']

/** Compares what the test was promised with what the database holds. */
export async function judge(database: pg.Pool, ledger: Ledger): Promise<Verdict> {
  const verdict: Verdict = { lost: [], doubled: [], misattributed: [], changes: 0, owed: 0 }
  if (ledger.changes.length === 0) return verdict
  const trail = await whenAnswered(() => selectTrail(database, ledger))
  const attempts = await whenAnswered(() => selectAttempts(database, ledger))
  verdict.changes = ledger.changes.length
  verdict.owed = ledger.changes.filter(isOwed).length
  for (const change of ledger.changes) judgeChange(change, trail, verdict)
  for (const registration of ledger.registrations) {
    const changes = ledger.of({ registration })
    const own = trail.filter((row) => row.registration === registration)
    const attempt = attempts.find((row) => row.registration === registration)
    if (!attempt) {
      verdict.lost.push(`${registration} has no attempt`)
      continue
    }
    judgeOrder(changes, own, verdict)
    judgeState(changes, own, attempt, verdict)
    judgeTime(changes, own, attempt, verdict)
    judgeCompletion(own, attempt, verdict)
  }
  return verdict
}

/** "0 lost, 0 doubled, 0 misattributed", and the sentences. */
export function toldVerdict({ lost, doubled, misattributed }: Verdict): string {
  const sentences = [...lost, ...doubled, ...misattributed]
  return [
    `${lost.length} lost, ${doubled.length} doubled, ${misattributed.length} misattributed`,
    ...sentences,
  ].join('\n  ')
}

function judgeChange(change: Change, trail: TrailRow[], verdict: Verdict): void {
  const { marker, registration } = change
  const holds = (row: TrailRow) =>
    Object.entries(row.elements).some(([name, value]) => isMarkerElement(name) && value === marker)
  const rows = trail.filter(holds)
  const own = rows.filter((row) => row.registration === registration)
  const why = `${marker} (${promiseOf(change)}, set in ${change.playing})`
  if (own.length === 0 && isOwed(change)) verdict.lost.push(`${why} is in no commit of its attempt`)
  if (own.length > 1) {
    const sequences = own.map(({ sequence }) => sequence).join(', ')
    verdict.doubled.push(`${why} is in the commits ${sequences}`)
  }
  for (const row of rows) {
    if (row.registration !== registration) {
      verdict.misattributed.push(`${why} is in another’s attempt, ${row.attempt}`)
    }
  }
}

function promiseOf({ acknowledged, seen, stored, gone }: Change): string {
  const promises = [acknowledged && 'acknowledged', seen && 'seen as saved', stored && 'stored']
  const told = promises.filter(Boolean).join(', ') || 'not promised'
  return gone ? `${told}, but ${gone}` : told
}

/** Within one page changes come in the order in which content made them. */
function judgeOrder(changes: Change[], own: TrailRow[], verdict: Verdict): void {
  const lastOf = new Map<string, Change>()
  const byMarker = new Map(changes.map((change) => [change.marker, change]))
  const told = new Set<string>()
  for (const change of inTrailOrder(own, byMarker)) {
    const last = lastOf.get(change.playing)
    // What is in the trail twice has been told as doubled.
    if (last && last.order > change.order && !told.has(change.marker)) {
      verdict.lost.push(`${change.marker} comes after ${last.marker}, which was made later`)
    }
    told.add(change.marker)
    lastOf.set(change.playing, change)
  }
}

/** The item's state is what the last change in the trail made it, long values included. */
function judgeState(
  changes: Change[],
  own: TrailRow[],
  attempt: AttemptRow,
  verdict: Verdict,
): void {
  const state = attempt.elements ?? {}
  const expected: Record<string, string> = {}
  for (const { elements } of own) {
    for (const [name, value] of Object.entries(elements)) {
      if (isMarkerElement(name) || locations.includes(name)) expected[name] = value
    }
  }
  for (const [name, value] of Object.entries(expected)) {
    if (state[name] !== value) {
      verdict.lost.push(`the state's ${name} is ${state[name]}, the last change made it ${value}`)
    }
  }
  const byMarker = new Map(changes.map((change) => [change.marker, change]))
  const long = inTrailOrder(own, byMarker).findLast(({ suspend }) => suspend)
  if (!long?.suspend) return
  const held = state['cmi.suspend_data'] ?? ''
  if (hashOf(held) !== long.suspend.hash) {
    const begins = held.slice(0, long.marker.length)
    verdict.lost.push(
      `the suspend data of ${long.marker} (${long.suspend.length} characters) is held as ` +
        `${held.length} characters of ${begins}`,
    )
  }
}

/** Every session's time once: the last that came in of what content told in it. */
function judgeTime(
  changes: Change[],
  own: TrailRow[],
  attempt: AttemptRow,
  verdict: Verdict,
): void {
  const bySeconds = new Map(changes.map((change) => [change.seconds, change]))
  const lastOf = new Map<string, number>()
  for (const { elements } of own) {
    const text = times.map((name) => elements[name]).find((value) => value !== undefined)
    const change = text === undefined ? undefined : bySeconds.get(secondsOf(text))
    if (change) lastOf.set(change.session, change.seconds)
  }
  const expected = [...lastOf.values()].reduce((sum, seconds) => sum + seconds, 0)
  const { totalSeconds } = attempt
  const told = `${totalSeconds} s are counted, where the sessions come to ${expected} s`
  if (totalSeconds > expected) verdict.doubled.push(told)
  if (totalSeconds < expected) verdict.lost.push(told)
}

function judgeCompletion(own: TrailRow[], attempt: AttemptRow, verdict: Verdict): void {
  const completes = own.some(({ elements }) =>
    statuses.some((name) => elements[name] === 'completed'),
  )
  if (completes && (attempt.completion !== 'completed' || attempt.completions === 0)) {
    verdict.lost.push(`the completion: ${attempt.completion}, ${attempt.completions} completions`)
  }
  if (attempt.completions > (completes ? 1 : 0)) {
    verdict.doubled.push(`${attempt.completions} completions`)
  }
}

function inTrailOrder(own: TrailRow[], byMarker: Map<string, Change>): Change[] {
  return own.flatMap(({ elements }) =>
    Object.entries(elements)
      .filter(([name]) => isMarkerElement(name))
      .flatMap(([, value]) => byMarker.get(value) ?? [])
      .sort((a, b) => a.order - b.order),
  )
}

function secondsOf(time: string): number {
  const iso = /^PT(\d+)S$/.exec(time)
  if (iso) return Number(iso[1])
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** Another run may have the database restarted while this one is judged. */
async function whenAnswered<Rows>(select: () => Promise<Rows>): Promise<Rows> {
  for (let tries = 1; ; tries++) {
    try {
      return await select()
    } catch (error) {
      if (tries === 100 || !isAway(error)) throw error
      await pause(200)
    }
  }
}

/** The connection has ended, or the server ends, starts or does not listen (PostgreSQL, appendix A). */
function isAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(08|57P0)|^ECONN/.test(code) || message.startsWith('Connection terminated')
}

/** Every commit in which one of the ledger's markers stands, whoever's, and all of its own attempts. */
async function selectTrail(database: pg.Pool, ledger: Ledger): Promise<TrailRow[]> {
  const tag = ledger.changes[0]!.marker.split('n')[0]!
  const { rows } = await database.query<TrailRow>(
    `select attempt.registration_id::text as registration, attempt.id::text as attempt,
            entry.sequence, entry.session, entry.elements
       from commit_entry entry join attempt on attempt.id = entry.attempt_id
      where entry.elements::text like $1 or attempt.registration_id = any($2::uuid[])
      order by attempt.id, entry.sequence`,
    [`%${tag}%`, ledger.registrations],
  )
  return rows
}

async function selectAttempts(database: pg.Pool, ledger: Ledger): Promise<AttemptRow[]> {
  const { rows } = await database.query<AttemptRow>(
    `select attempt.registration_id::text as registration, attempt.completion,
            attempt.total_seconds as "totalSeconds",
            (select state.elements from item_state state
              where state.attempt_id = attempt.id limit 1) as elements,
            (select count(*)::int from completion
              where completion.person_id = registration.person_id
                and completion.module_version_id = registration.module_version_id) as completions
       from attempt join registration on registration.id = attempt.registration_id
      where registration.id = any($1::uuid[])`,
    [ledger.registrations],
  )
  return rows
}

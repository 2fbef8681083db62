import { createHmac, timingSafeEqual } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Language } from '~/i18n/format.ts'
import { systemActor, type Actor, type PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { selectActivity, selectSessions, type ActivityRow } from './activity.db.server.ts'
import type { SessionTime } from './activity.ts'
import {
  countPlaced,
  endSignUp,
  holdPage,
  insertNamed,
  insertPersonSignUp,
  moveUp,
  selectPage,
  selectSignUp,
  selectSignUpHeld,
  type HeldPage,
  type NewSignUp,
  type SignUpPageRow,
  type SignUpRow,
  type WhichSignUp,
} from './sign-up.db.server.ts'
import { tellSignUps } from './sign-up-letters.server.ts'
import type { NamedSignUp } from './sign-up.schema.ts'
import { pageStateOn, placesLeft, type SignUpPageState, type SignUpState } from './sign-up.ts'
import { readWorkPlace, readWorkPlaces, type WorkPlaceChoices } from './work-place.server.ts'

/** Forms from one address: an office behind one address gets through, a script that fills a hall does not. */
const forms = { points: 60, seconds: 3600 }
/** To one mail address: what is sent there is not to be of use to anybody. */
const toOneAddress = { points: 3, seconds: 3600 }

/** An activity as those who may come to it see it. */
export interface SignUpActivity extends Pick<
  ActivityRow,
  'title' | 'type' | 'form' | 'place' | 'organiserName' | 'targetGroups'
> {
  id: string
  sessions: SessionTime[]
}

/** How somebody is signed up. */
export interface OwnSignUp {
  id: string
  state: SignUpState
  /** From 1; 0 for who does not wait. */
  inLine: number
}

export interface SignUpPageView {
  activity: SignUpActivity
  state: SignUpPageState
  closesOn: Day
  /** Null: as many as come. */
  left: number | null
  waiting: number
  own: OwnSignUp | null
  /** What who has not signed in chooses among; null where nothing is to be chosen. */
  workPlaces: WorkPlaceChoices | null
}

/**
 * The page on which people sign up.
 * @param actor null for who has not signed in
 * @throws Refusal not-found
 */
export async function readSignUpPage(
  key: string | undefined,
  actor: PersonActor | null,
): Promise<SignUpPageView> {
  const { page, row, sessions } = await findPage(key)
  const state = stateToday(page, row, sessions)
  const signUp = actor
    ? await selectSignUp({ activityId: row.id, personId: actor.personId })
    : undefined
  const first = sessions[0]?.heldOn ?? today()
  const workPlaces = !actor && state === 'open' ? await readWorkPlaces(row, first) : null
  return {
    activity: shownActivity(row, sessions),
    state,
    closesOn: page.closesOn,
    left: placesLeft(page.places, page.placed),
    waiting: page.waiting,
    own: signUp ? ownOf(signUp) : null,
    workPlaces,
  }
}

async function findPage(key: string | undefined) {
  const page = key && key.length <= 20 ? await selectPage({ key }) : undefined
  if (!page) throw new Refusal('not-found')
  return { page, ...(await readRow(page.activityId)) }
}

async function readRow(activityId: string) {
  const row = await selectActivity(activityId)
  invariant(row, 'activities are not removed while they have a page')
  return { row, sessions: await selectSessions(activityId) }
}

function stateToday(
  { closesOn }: Pick<SignUpPageRow, 'closesOn'>,
  { status }: Pick<ActivityRow, 'status'>,
  sessions: readonly SessionTime[],
): SignUpPageState {
  const lastOn = sessions.at(-1)?.heldOn ?? closesOn
  return pageStateOn({ status, closesOn, lastOn, today: today() })
}

function shownActivity(row: ActivityRow, sessions: readonly SessionTime[]): SignUpActivity {
  const { id, title, type, form, place, organiserName, targetGroups } = row
  const times = sessions.map(({ heldOn, startsAt, endsAt }) => ({ heldOn, startsAt, endsAt }))
  return { id, title, type, form, place, organiserName, targetGroups, sessions: times }
}

const ownOf = ({ id, state, inLine }: SignUpRow): OwnSignUp => ({ id, state, inLine })

/**
 * Signs up the person who signed in, with where they work. Doing it again changes nothing.
 * @throws Refusal not-found, sign-up.closed, rate.limited
 */
export async function signUpPerson(
  actor: PersonActor,
  key: string | undefined,
  ip: string,
): Promise<void> {
  await limitRate('activity-sign-up', ip, forms)
  const { activityId } = (await findPage(key)).page
  const { personId, language } = actor
  await inTransaction(actor, async (tx) => {
    const held = await requireOpen(tx, activityId)
    if (await selectSignUpHeld(tx, { activityId, personId })) return
    const made = await nextSignUp(tx, { activityId, language, held })
    await insertPersonSignUp(tx, { ...made, personId, today: today() })
    await tellSignedUp(tx, actor, made, held)
  })
}

/**
 * Signs up somebody without an account by name and address, and mails them a link by which they can let their
 * place go. An address that is on the list already gets its mail again: the page says the same either way, so that
 * nobody can ask it who is coming.
 * @throws Refusal not-found, sign-up.closed, activity.place-unknown, rate.limited
 */
export async function signUpNamed(
  key: string | undefined,
  given: NamedSignUp & { language: Language },
  ip: string,
): Promise<void> {
  await limitRate('activity-sign-up', ip, forms)
  const { activityId } = (await findPage(key)).page
  const { name, email, professionGroup, language } = given
  await limitRate('activity-sign-up-mail', `${activityId} ${email}`, toOneAddress)
  const work = await readWorkPlace(given.place)
  await inTransaction(systemActor, async (tx) => {
    const held = await requireOpen(tx, activityId)
    const before = await selectSignUpHeld(tx, { activityId, email })
    if (before) {
      await tellSignUps(tx, [before.id], before.state === 'waiting' ? 'waiting' : 'placed')
      return
    }
    const made = await nextSignUp(tx, { activityId, language, held })
    await insertNamed(tx, { ...made, ...work, name, email, professionGroup })
    await tellSignedUp(tx, systemActor, made, held)
  })
}

interface Next {
  activityId: string
  language: Language
  held: HeldPage
}

type Made = NewSignUp & { state: 'placed' | 'waiting' }

/** With a place while there is one, else last in the line: the moment is taken while the page is held. */
async function nextSignUp(tx: Tx, { activityId, language, held }: Next): Promise<Made> {
  const left = placesLeft(held.places, await countPlaced(tx, activityId))
  const state = left === 0 ? 'waiting' : 'placed'
  return { id: newId(), activityId, language, state, signedUpAt: now() }
}

async function tellSignedUp(tx: Tx, actor: Actor, made: Made, held: HeldPage): Promise<void> {
  await tellSignUps(tx, [made.id], made.state)
  await recordAudit(tx, actor, {
    action: 'sign-up.made',
    subjectId: made.activityId,
    organisationId: held.organiserId,
    detail: { signUpId: made.id, state: made.state },
  })
}

async function requireOpen(tx: Tx, activityId: string): Promise<HeldPage> {
  const held = await holdPage(tx, activityId)
  invariant(held, 'a page is not removed')
  if (pageStateOn({ ...held, today: today() }) !== 'open') throw new Refusal('sign-up.closed')
  return held
}

const signatureOf = (signUpId: string) =>
  createHmac('sha256', env().SECRET).update(`activity sign-up ${signUpId}`).digest('base64url')

/** What opens somebody's own sign-up without an account. It is in their mails and nowhere else. */
export function signUpTokenOf(signUpId: string): string {
  return `${signUpId}.${signatureOf(signUpId)}`
}

function signUpIdIn(token: string | undefined): string | null {
  const [id, signature] = (token ?? '').split('.')
  if (!isId(id) || signature === undefined) return null
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(id))]
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}

export interface HeldSignUp {
  own: OwnSignUp
  activity: SignUpActivity
  state: SignUpPageState
  row: SignUpRow
}

/**
 * A sign-up by the link in its mail.
 * @throws Refusal not-found
 */
export async function readSignUpByToken(token: string | undefined): Promise<HeldSignUp> {
  const id = signUpIdIn(token)
  const row = id === null ? undefined : await selectSignUp({ id })
  const page = row && (await selectPage({ activityId: row.activityId }))
  if (!row || !page) throw new Refusal('not-found')
  const { row: activity, sessions } = await readRow(row.activityId)
  const state = stateToday(page, activity, sessions)
  return { own: ownOf(row), activity: shownActivity(activity, sessions), state, row }
}

/** Lets a place go, or leaves the line, by the link in the mail. Doing it again changes nothing. @throws Refusal not-found */
export async function cancelByToken(token: string | undefined): Promise<void> {
  const { row } = await readSignUpByToken(token)
  await endHeld(systemActor, row.activityId, { id: row.id }, true)
}

/** The same for who signed in. @throws Refusal not-found */
export async function cancelOwn(actor: PersonActor, key: string | undefined): Promise<void> {
  const { page } = await findPage(key)
  const { activityId } = page
  await endHeld(actor, activityId, { activityId, personId: actor.personId }, false)
}

async function endHeld(
  actor: Actor,
  activityId: string,
  which: WhichSignUp,
  isForgotten: boolean,
): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const held = await holdPage(tx, activityId)
    const found = await selectSignUpHeld(tx, which)
    if (!held || !found || found.state === 'cancelled') return
    await endSignUp(tx, found.id, { endedAt: now(), endedBy: actor.personId, isForgotten })
    await moveUpWithin(tx, activityId, held)
    await recordAudit(tx, actor, {
      action: 'sign-up.cancelled',
      subjectId: activityId,
      organisationId: held.organiserId,
      detail: { signUpId: found.id },
    })
  })
}

/** Gives places that are free to the first in the line, and tells them. The page is held. */
export async function moveUpWithin(tx: Tx, activityId: string, held: HeldPage): Promise<void> {
  const state = pageStateOn({ ...held, today: today() })
  if (state === 'over' || state === 'cancelled') return
  const moved = await moveUp(tx, activityId, now())
  await tellSignUps(tx, moved, 'moved-up')
}

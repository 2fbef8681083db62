import { randomInt } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { codeCharacters } from '~/kernel/short-code.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { readActivity, type ActivityView } from './activity.server.ts'
import {
  countPlaced,
  endSignUp,
  holdPage,
  placeSignUp,
  savePage,
  selectPage,
  selectSignUpHeld,
  signUpsListed,
  type HeldPage,
  type ListedSignUp,
  type SignUpPageRow,
  type SignUpRow,
} from './sign-up.db.server.ts'
import { tellSignUps } from './sign-up-letters.server.ts'
import { moveUpWithin } from './sign-up.server.ts'
import { placesLeft, signUpsPerPage, usualClosing } from './sign-up.ts'

export type { ListedSignUp, SignUpPageRow } from './sign-up.db.server.ts'

export interface SignUpListView {
  activity: ActivityView
  /** Null where nobody has opened one. */
  page: SignUpPageRow | null
  /** The closing day that the form proposes. */
  closesOn: Day
  signUps: ListPage<ListedSignUp>
}

/** In the order of the line; the list has no other. */
const inLine = { sort: 'line', isDescending: false } as const

/**
 * Who has signed up for an activity, by name, for who may change it.
 * @throws Refusal not-found, forbidden
 */
export async function readSignUpList(
  actor: PersonActor,
  activityId: string | undefined,
  asked: number,
): Promise<SignUpListView> {
  const activity = await readActivity(actor, activityId, 'activity:manage')
  const page = await selectPage({ activityId: activity.id })
  const query = { ...inLine, page: asked }
  const signUps = await listPage<ListedSignUp>(signUpsListed(activity.id), query, signUpsPerPage)
  const first = activity.sessions[0]?.heldOn ?? today()
  const closesOn = page?.closesOn ?? usualClosing(first, addDays(first, -1), today())
  return { activity, page: page ?? null, closesOn, signUps }
}

/**
 * The same list whole, a part at a time; the trail tells that it was taken home.
 * @throws Refusal not-found, forbidden
 */
export async function exportSignUps(
  actor: PersonActor,
  activityId: string | undefined,
): Promise<AsyncGenerator<ListedSignUp[]>> {
  const activity = await readActivity(actor, activityId, 'activity:manage')
  await inTransaction(actor, (tx) =>
    recordAudit(tx, actor, {
      action: 'sign-ups.exported',
      subjectId: activity.id,
      organisationId: activity.organiserId,
    }),
  )
  return eachListPart<ListedSignUp>(signUpsListed(activity.id), inLine)
}

/** How many have signed up, for the activity's own page; null where there is no page for it. */
export async function readSignUpSums(activityId: string): Promise<SignUpPageRow | null> {
  return (await selectPage({ activityId })) ?? null
}

const keyLength = 8

/** Stands in an address that is read aloud and typed: few characters, none that look alike. */
function newKey(): string {
  const signs = Array.from(
    { length: keyLength },
    () => codeCharacters[randomInt(codeCharacters.length)],
  )
  return signs.join('').toLowerCase()
}

interface ChangePage {
  actor: PersonActor
  activityId: string
  places: number | null
  closesOn: Day
}

/**
 * Opens the page for signing up, or changes its places and its closing day. More places are given to the first in
 * the line; fewer than are taken take nobody's.
 * @throws Refusal not-found, forbidden, sign-up.closes-late
 */
export async function changeSignUpPage(input: ChangePage): Promise<void> {
  const { actor, activityId, places, closesOn } = input
  const activity = await readActivity(actor, activityId, 'activity:manage')
  const last = activity.sessions.at(-1)?.heldOn ?? today()
  if (closesOn > last) throw new Refusal('sign-up.closes-late', {}, { field: 'closesOn' })
  await inTransaction(actor, async (tx) => {
    const openedBy = actor.personId
    // Who signs up meanwhile waits, also where the page is made by this.
    await savePage(tx, { activityId, key: newKey(), places, closesOn, openedAt: now(), openedBy })
    const held = await holdPage(tx, activityId)
    invariant(held, 'the page was saved')
    await moveUpWithin(tx, activityId, held)
    await recordAudit(tx, actor, {
      action: 'sign-up-page.changed',
      subjectId: activityId,
      organisationId: activity.organiserId,
      detail: { places, closesOn },
    })
  })
}

interface ChangeOne {
  actor: PersonActor
  activityId: string
  signUpId: string
}

/**
 * Gives somebody who waits, or has been taken out, a place before the others: a place that is free.
 * @throws Refusal not-found, forbidden, sign-up.full, sign-up.there-again
 */
export async function takeIn(input: ChangeOne): Promise<void> {
  await changeOne(input, 'sign-up.taken-in', async (tx, held, found) => {
    if (found.state === 'placed') return
    if (found.personId === null && found.email === null) throw new Refusal('not-found')
    if (found.state === 'cancelled' && (await isThereAgain(tx, found))) {
      throw new Refusal('sign-up.there-again')
    }
    const left = placesLeft(held.places, await countPlaced(tx, input.activityId))
    if (left === 0) throw new Refusal('sign-up.full')
    await placeSignUp(tx, found.id, now())
    await tellSignUps(tx, [found.id], 'moved-up')
  })
}

/** Whether who was taken out has signed up once more since. */
async function isThereAgain(tx: Tx, { activityId, personId, email }: SignUpRow): Promise<boolean> {
  const who = personId !== null ? { personId } : { email: email ?? '' }
  return !!(await selectSignUpHeld(tx, { activityId, ...who }))
}

/** Takes somebody off the list; the first in the line gets the place. @throws Refusal not-found, forbidden */
export async function takeOut(input: ChangeOne): Promise<void> {
  const { actor } = input
  await changeOne(input, 'sign-up.taken-out', async (tx, held, found) => {
    if (found.state === 'cancelled') return
    const endedBy = actor.personId
    await endSignUp(tx, found.id, { endedAt: now(), endedBy, isForgotten: false })
    await tellSignUps(tx, [found.id], 'removed')
    await moveUpWithin(tx, input.activityId, held)
  })
}

async function changeOne(
  { actor, activityId, signUpId }: ChangeOne,
  action: string,
  work: (tx: Tx, held: HeldPage, found: SignUpRow) => Promise<void>,
): Promise<void> {
  const activity = await readActivity(actor, activityId, 'activity:manage')
  await inTransaction(actor, async (tx) => {
    const held = await holdPage(tx, activity.id)
    const found = isId(signUpId) ? await selectSignUpHeld(tx, { id: signUpId }) : undefined
    if (!held || !found || found.activityId !== activity.id) throw new Refusal('not-found')
    await work(tx, held, found)
    await recordAudit(tx, actor, {
      action,
      subjectId: activity.id,
      organisationId: activity.organiserId,
      detail: { signUpId },
    })
  })
}

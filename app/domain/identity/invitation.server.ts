import { createHmac, timingSafeEqual } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import { inTreeOrder, type HangingUnit } from '~/domain/organisation/organisation.ts'
import type { Language } from '~/i18n/format.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { may } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { emit } from '~/platform/events.server.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import type { AffiliationKind } from './affiliation.ts'
import { onBehalfOf } from './delegation.db.server.ts'
import { invitationAsked } from './identity.events.ts'
import {
  insertInvitation,
  invitationsListed,
  saveAskedAgain,
  saveInvitationSent,
  saveTakenBack,
  selectInvitation,
  selectInvitationIds,
  selectInvited,
  type InvitationRow,
} from './invitation.db.server.ts'
import { lastInvitationDay, type InvitationsAsked, type InvitationView } from './invitation.ts'
import { insertJoinCode, selectJoinUnits } from './join-code.db.server.ts'
import { joinCodeHash, lettersOf } from './join-code.server.ts'

const invitationsPerPage = 25

/** Whoever invites is held to this, so that nobody's account sends mail to the whole world. */
const letters = { points: 2000, seconds: 24 * 3600 }

/** What opens an invitation: who reads the database cannot make it, and who has it got the letter. */
const proofOf = (id: string, email: string) =>
  createHmac('sha256', env().SECRET).update(`invitation ${id} ${email}`).digest('base64url')

const sourceFor = (actor: PersonActor, organisationId: string, query: InvitationsAsked) => {
  // Who sees no names sees the addresses that they wrote themselves.
  const seesAll = may(actor, 'people:read', { organisationId })
  return invitationsListed(organisationId, query, seesAll ? null : actor.personId)
}

export interface InvitationList {
  organisation: OrganisationView
  invitations: ListPage<InvitationView>
  /** To which somebody can be invited. */
  units: (HangingUnit & { depth: number })[]
}

/**
 * A page of an organisation's invitations; who does not see the organisation's people sees their own.
 * @throws Refusal not-found, forbidden
 */
export async function listInvitations(
  actor: PersonActor,
  organisationId: string,
  query: InvitationsAsked,
): Promise<InvitationList> {
  const organisation = await readOrganisation(actor, 'people:join-code', organisationId)
  const [invitations, units] = await Promise.all([
    listPage<InvitationView>(sourceFor(actor, organisationId, query), query, invitationsPerPage),
    selectJoinUnits(organisationId),
  ])
  return { organisation, invitations, units: inTreeOrder(units) }
}

/**
 * The same on all its pages, for a file.
 * @throws Refusal not-found, forbidden
 */
export async function exportInvitations(
  actor: PersonActor,
  organisationId: string,
  query: InvitationsAsked,
): Promise<AsyncGenerator<InvitationView[]>> {
  await readOrganisation(actor, 'people:join-code', organisationId)
  return eachListPart<InvitationView>(sourceFor(actor, organisationId, query), query)
}

interface Invite {
  actor: PersonActor
  organisationId: string
  unitId: string
  /** In lower case, each once. */
  emails: string[]
  kind: AffiliationKind
  professionGroup: ProfessionGroup | null
  language: Language
}

/**
 * Invites addresses to a unit, each by a letter with a link for one, good for fourteen days. Who waits already is
 * sent the letter again; who is at the unit is left alone.
 * @returns how many letters go out, and how many addresses are at the unit already
 * @throws Refusal not-found (also for a unit that is not the organisation's today), forbidden, rate.limited
 */
export async function inviteByAddress(input: Invite): Promise<{ sent: number; there: number }> {
  const { actor, organisationId, unitId, emails } = input
  await readOrganisation(actor, 'people:join-code', organisationId)
  const units = await selectJoinUnits(organisationId)
  if (!units.some((unit) => unit.unitId === unitId)) throw new Refusal('not-found')
  await limitLetters(actor, emails.length)
  return inTransaction(actor, async (tx) => {
    const invited = await selectInvited(tx, unitId, emails)
    const there = new Set(invited.flatMap((one) => (one.waitingId === null ? one.email : [])))
    const waiting = new Map(
      invited.flatMap((one) => (one.waitingId ? [[one.email, one.waitingId]] : [])),
    )
    const ids: string[] = []
    for (const email of emails) {
      if (there.has(email)) continue
      ids.push(waiting.get(email) ?? (await insertOne(tx, { ...input, email })))
    }
    await ask(tx, ids)
    const detail = { unit: unitId, letters: ids.length }
    await record(tx, input, 'invitation.made', detail)
    return { sent: ids.length, there: there.size }
  })
}

async function insertOne(tx: Tx, input: Invite & { email: string }): Promise<string> {
  const { actor, unitId, kind, email, language, professionGroup } = input
  const id = newId()
  const isNew = await insertJoinCode(tx, {
    ...{ id, unitId, kind, needsConfirmation: false, mostPeople: 1 },
    codeHash: joinCodeHash(lettersOf(id)),
    lastDay: lastInvitationDay(today()),
    madeAt: now(),
    madeBy: actor.personId,
  })
  invariant(isNew, 'no two codes have the same letters')
  await insertInvitation(tx, { id, email, language, professionGroup, askedAt: now() })
  return id
}

async function limitLetters({ personId }: PersonActor, count: number): Promise<void> {
  for (let letter = 0; letter < count; letter++) await limitRate('invitations', personId, letters)
}

/** Has letters sent, each by an event of its own, so that one that cannot be sent keeps none from the others. */
async function ask(tx: Tx, ids: string[]): Promise<number> {
  const asked = await saveAskedAgain(tx, ids, { at: now(), lastDay: lastInvitationDay(today()) })
  for (const invitationId of asked) await emit(tx, invitationAsked(invitationId))
  return asked.length
}

async function record(
  tx: Tx,
  { actor, organisationId }: Pick<Invite, 'actor' | 'organisationId'>,
  action: 'invitation.made' | 'invitation.sent-again' | 'invitation.revoked',
  detail: Record<string, string | number>,
): Promise<void> {
  await recordAudit(tx, actor, {
    action,
    subjectId: organisationId,
    organisationId,
    detail: { ...detail, ...(await onBehalfOf(tx, actor, organisationId)) },
  })
}

interface DecideInvitations {
  actor: PersonActor
  organisationId: string
  deed: 'send-again' | 'revoke'
  /** Null for all that the list shows. */
  invitationIds: string[] | null
  query: InvitationsAsked
}

/**
 * Sends invitations again, or takes them back. Sending again is also the way back from taking back: the link works
 * once more, for fourteen days. Those that have been accepted stay as they are.
 * @returns how many it was done with
 * @throws Refusal not-found, forbidden, rate.limited
 */
export async function decideInvitations(input: DecideInvitations): Promise<number> {
  const { actor, organisationId, deed, invitationIds, query } = input
  await readOrganisation(actor, 'people:join-code', organisationId)
  const ids = await selectInvitationIds(
    sourceFor(actor, organisationId, query),
    invitationIds?.filter(isId) ?? null,
  )
  if (deed === 'send-again') await limitLetters(actor, ids.length)
  return inTransaction(actor, async (tx) => {
    if (deed === 'revoke') {
      const count = await saveTakenBack(tx, ids, { at: now(), personId: actor.personId })
      await record(tx, input, 'invitation.revoked', { count })
      return count
    }
    const count = await ask(tx, ids)
    await record(tx, input, 'invitation.sent-again', { count })
    return count
  })
}

/** What the letter of an invitation says, and to whom. */
export interface InvitationLetter {
  email: string
  language: Language
  unitName: string
  organisationName: string
  /** "/invited/<id>/<proof>" */
  path: string
}

/** The letter of an invitation that waits for an answer; undefined where there is nothing to send any more. */
export async function readInvitationLetter(id: string): Promise<InvitationLetter | undefined> {
  const found = await selectInvitation(id)
  if (found?.state !== 'waiting' || found.email === null) return undefined
  const { email, language, unitName, organisationName } = found
  return {
    email,
    language,
    unitName,
    organisationName,
    path: `/invited/${id}/${proofOf(id, email)}`,
  }
}

/** That the letter has gone out. */
export async function noteInvitationSent(id: string): Promise<void> {
  await saveInvitationSent(id, now())
}

/** An invitation whose link somebody has opened. */
export type OpenedInvitation = InvitationRow & { email: string }

/** What stands in an invitation's link: "/invited/<id>/<proof>". */
export interface InvitationLink {
  invitationId: string | undefined
  proof: string | undefined
}

/** The invitation that a link opens; undefined for one that is none of ours, or whose address is removed by now. */
export async function findInvitation({
  invitationId: id,
  proof,
}: InvitationLink): Promise<OpenedInvitation | undefined> {
  const found = id !== undefined && isId(id) ? await selectInvitation(id) : undefined
  if (found?.email == null || !isProof(proof, proofOf(found.id, found.email))) return undefined
  return { ...found, email: found.email }
}

function isProof(brought: string | undefined, expected: string): boolean {
  const given = Buffer.from(brought ?? '')
  const known = Buffer.from(expected)
  return given.length === known.length && timingSafeEqual(given, known)
}

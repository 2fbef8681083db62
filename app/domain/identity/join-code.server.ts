import { createHmac } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import { inTreeOrder, type HangingUnit } from '~/domain/organisation/organisation.ts'
import type { Actor, PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { shortCodeOf } from '~/kernel/short-code.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import type { AffiliationKind } from './affiliation.ts'
import { onBehalfOf } from './delegation.db.server.ts'
import {
  insertJoinCode,
  joinCodesListed,
  saveRevoked,
  selectJoinCode,
  selectJoiners,
  selectJoinUnits,
  type JoinCodeRow,
} from './join-code.db.server.ts'
import {
  isJoinDay,
  joinStateOf,
  type JoinCodeQuery,
  type JoinCodeView,
  type Joiner,
} from './join-code.ts'

const codesPerPage = 25

const keyed = (text: string) => createHmac('sha256', env().SECRET).update(`join-code ${text}`)

/** The letters of a code: they follow from its id and the secret, so that who reads the database has none. */
export const lettersOf = (id: string): string => shortCodeOf(keyed(`letters ${id}`).digest())

/** What a code is found by. */
export const joinCodeHash = (letters: string): string =>
  keyed(`found by ${letters}`).digest('base64url')

/** A code as it stands today. */
export function viewOf(row: JoinCodeRow): JoinCodeView {
  const { id, unitName, kind, needsConfirmation, isRevoked, lastDay, mostPeople, joined } = row
  return {
    ...{ id, unitName, kind, needsConfirmation, isRevoked, lastDay, mostPeople, joined },
    code: lettersOf(id),
    madeAt: row.madeAt.toISOString(),
    state: joinStateOf(row, today()),
  }
}

/** An organisation's codes, and the units that it can make more for. */
export interface JoinCodeList {
  organisation: OrganisationView
  codes: ListPage<JoinCodeView>
  units: (HangingUnit & { depth: number })[]
}

/**
 * A page of the codes of an organisation's units.
 * @throws Refusal not-found, forbidden
 */
export async function listJoinCodes(
  actor: PersonActor,
  organisationId: string,
  query: JoinCodeQuery,
): Promise<JoinCodeList> {
  const organisation = await readOrganisation(actor, 'people:join-code', organisationId)
  const [page, units] = await Promise.all([
    listPage<JoinCodeRow>(joinCodesListed(organisationId, query), query, codesPerPage),
    selectJoinUnits(organisationId),
  ])
  const codes = { ...page, rows: page.rows.map(viewOf) }
  return { organisation, codes, units: inTreeOrder(units) }
}

/**
 * The same on all its pages, for a file.
 * @throws Refusal not-found, forbidden
 */
export async function exportJoinCodes(
  actor: PersonActor,
  organisationId: string,
  query: JoinCodeQuery,
): Promise<AsyncGenerator<JoinCodeView[]>> {
  await readOrganisation(actor, 'people:join-code', organisationId)
  const parts = eachListPart<JoinCodeRow>(joinCodesListed(organisationId, query), query)
  async function* views() {
    for await (const part of parts) yield part.map(viewOf)
  }
  return views()
}

/**
 * One code, with those who have joined by it where the reader may see names.
 * @throws Refusal not-found, forbidden
 */
export async function readJoinCode(
  actor: PersonActor,
  organisationId: string,
  codeId: string,
): Promise<{
  organisation: OrganisationView
  code: JoinCodeView
  /** Null for a reader who sees no names. */
  joiners: Joiner[] | null
}> {
  const organisation = await readOrganisation(actor, 'people:join-code', organisationId)
  const code = isId(codeId) ? await selectJoinCode(codeId) : undefined
  if (code?.organisationId !== organisationId) throw new Refusal('not-found')
  const seesNames = may(actor, 'people:read', { organisationId })
  return {
    organisation,
    code: viewOf(code),
    joiners: seesNames ? await selectJoiners(codeId) : null,
  }
}

interface MakeJoinCode {
  actor: Actor
  organisationId: string
  unitId: string
  kind: AffiliationKind
  needsConfirmation: boolean
  mostPeople: number
  lastDay: Day
}

/**
 * Makes a code by which people join a unit, through a day and up to a number.
 * @returns the code's id
 * @throws Refusal not-found (also for a unit that is not the organisation's today), forbidden, join-code.too-long
 */
export async function makeJoinCode(input: MakeJoinCode): Promise<string> {
  const { actor, organisationId, unitId, ...rules } = input
  await readOrganisation(actor, 'people:join-code', organisationId)
  if (!isJoinDay(rules.lastDay, today())) {
    throw new Refusal('join-code.too-long', {}, { field: 'lastDay' })
  }
  const units = await selectJoinUnits(organisationId)
  if (!units.some((unit) => unit.unitId === unitId)) throw new Refusal('not-found')
  return inTransaction(actor, async (tx) => {
    const made = { ...rules, unitId, madeAt: now(), madeBy: actor.personId }
    const id = newId()
    // The letters of two codes are the same once in 38,000 million times; then the form is sent again.
    const isNew = await insertJoinCode(tx, { ...made, id, codeHash: joinCodeHash(lettersOf(id)) })
    invariant(isNew, 'no two codes have the same letters')
    await recordAudit(tx, actor, {
      action: 'join-code.made',
      subjectId: id,
      organisationId,
      detail: {
        unit: unitId,
        until: rules.lastDay,
        most: rules.mostPeople,
        confirmation: rules.needsConfirmation,
        ...(await onBehalfOf(tx, actor, organisationId)),
      },
    })
    return id
  })
}

/**
 * Revokes a code: nobody joins by it any more. Who has joined stays. Revoking it again changes nothing.
 * @throws Refusal not-found, forbidden
 */
export async function revokeJoinCode(input: {
  actor: PersonActor
  organisationId: string
  codeId: string
}): Promise<void> {
  const { actor, organisationId, codeId } = input
  const { code } = await readJoinCode(actor, organisationId, codeId)
  if (code.isRevoked) return
  await inTransaction(actor, async (tx) => {
    await saveRevoked(tx, codeId, { at: now(), personId: actor.personId })
    await recordAudit(tx, actor, {
      action: 'join-code.revoked',
      subjectId: codeId,
      organisationId,
      detail: await onBehalfOf(tx, actor, organisationId),
    })
  })
}

import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import { claimsListed, selectClaim, selectWaiting } from './claim.db.server.ts'
import type { Claim, ClaimQuery } from './claim.ts'

const claimsPerPage = 25

interface AskedClaims {
  actor: PersonActor
  organisationId: string
  query: ClaimQuery
  /** In names and addresses; empty for all. */
  words: string
}

export interface ClaimList {
  organisation: OrganisationView
  claims: ListPage<Claim>
  words: string
}

/**
 * A page of the claims on an organisation's units that wait for an answer, or were declined. People who have not
 * confirmed their address are left out: nobody knows yet who they are.
 * @throws Refusal not-found, forbidden
 */
export async function listClaims(asked: AskedClaims): Promise<ClaimList> {
  const { actor, organisationId, query, words } = asked
  const organisation = await readOrganisation(actor, 'affiliation:decide', organisationId)
  const source = claimsListed(organisationId, { filters: query.filters, words })
  return { organisation, claims: await listPage<Claim>(source, query, claimsPerPage), words }
}

/**
 * The same on all its pages, for a file.
 * @throws Refusal not-found, forbidden
 */
export async function exportClaims(asked: AskedClaims): Promise<AsyncGenerator<Claim[]>> {
  const { actor, organisationId, query, words } = asked
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  return eachListPart<Claim>(claimsListed(organisationId, { filters: query.filters, words }), query)
}

/**
 * One claim, to be answered.
 * @throws Refusal forbidden, not-found (also for one that has been confirmed, or ended)
 */
export async function readClaim(
  actor: PersonActor,
  organisationId: string,
  affiliationId: string,
): Promise<{ organisation: OrganisationView; claim: Claim }> {
  const organisation = await readOrganisation(actor, 'affiliation:decide', organisationId)
  const claim = isId(affiliationId) ? await selectClaim(organisationId, affiliationId) : undefined
  if (!claim) throw new Refusal('not-found')
  return { organisation, claim }
}

/**
 * How many claims wait for the organisation's answer, and the first day of the oldest.
 * @throws Refusal not-found, forbidden
 */
export async function readWaitingClaims(
  actor: PersonActor,
  organisationId: string,
): Promise<{ count: number; since: Day | null }> {
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  return selectWaiting(organisationId)
}

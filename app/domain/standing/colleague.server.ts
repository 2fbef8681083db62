import {
  listSharedWith,
  type SharedCertificate,
} from '~/domain/credential/certificate-share.server.ts'
import { listFittingSubGroups } from '~/domain/identity/sub-group-choice.server.ts'
import type { FittingSubGroup } from '~/domain/identity/sub-group-choice.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import {
  selectSharedCompletions,
  selectSharedTimes,
  type SharedCompletion,
  type SharedTime,
} from './colleague.db.server.ts'

export type { SharedCompletion, SharedTime } from './colleague.db.server.ts'

/** A person as the manager of an organisation sees them: what they share, and no more. */
export interface ColleagueView {
  organisation: OrganisationView
  givenName: string
  familyName: string
  times: SharedTime[]
  /** What those that last may be told apart by. */
  subGroups: FittingSubGroup[]
  completions: SharedCompletion[]
  certificates: SharedCertificate[]
}

/**
 * What a person has done on the days that they have been confirmed in the organisation, and the certificates that
 * they share with it. Who has left is nobody there any more, and so is one who is not confirmed.
 * @throws Refusal not-found, forbidden
 */
export async function readColleague(
  actor: PersonActor,
  organisationId: string,
  personId: string,
): Promise<ColleagueView> {
  const organisation = await readOrganisation(actor, 'people:read', organisationId)
  const found = isId(personId) ? await selectSharedTimes(organisationId, personId) : []
  const [first] = found
  if (!first || !found.some(({ isCurrent }) => isCurrent)) throw new Refusal('not-found')
  const { givenName, familyName } = first
  const lasting = found.filter(({ isCurrent }) => isCurrent)
  const [completions, certificates, subGroups] = await Promise.all([
    selectSharedCompletions(organisationId, personId),
    listSharedWith(organisationId, personId),
    listFittingSubGroups(lasting.map(({ affiliationId }) => affiliationId)),
  ])
  return {
    organisation,
    givenName,
    familyName,
    times: found.map(({ givenName: _given, familyName: _family, ...time }) => time),
    subGroups,
    completions,
    certificates,
  }
}

import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { isId } from '~/kernel/ids.ts'
import type { Place } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  selectAffiliationForChange,
  selectPlaceOfUnit,
  type AffiliationRow,
} from './affiliation.db.server.ts'
import {
  saveSubGroupChoice,
  selectFittingSubGroups,
  selectPeopledSubGroups,
} from './sub-group-choice.db.server.ts'
import type { FittingSubGroup, PeopledSubGroup } from './sub-group-choice.ts'

/**
 * The organisation's own groups that each of the workplaces may have: those of its national group. Part of a
 * page that has made sure that its reader may see the workplaces.
 */
export async function listFittingSubGroups(affiliationIds: string[]): Promise<FittingSubGroup[]> {
  return affiliationIds.length === 0 ? [] : selectFittingSubGroups(affiliationIds)
}

/** What an organisation's people can be told apart by; part of a page whose reader may see the organisation. */
export async function listPeopledSubGroups(organisationId: string): Promise<PeopledSubGroup[]> {
  return isId(organisationId) ? selectPeopledSubGroups(organisationId) : []
}

interface SubGroupChosen {
  actor: PersonActor
  affiliationId: string
  /** Null for none. */
  subGroupId: string | null
}

/**
 * Gives a workplace of one's own one of its organisation's own groups, or none: national figures do not change by it.
 * @throws Refusal not-found, forbidden, sub-group.not-here for one of another organisation or national group, and
 *   for one that has ended
 */
export async function chooseOwnSubGroup(chosen: SubGroupChosen): Promise<void> {
  const { actor } = chosen
  await save(chosen, ({ personId }) => personId === actor.personId)
}

/**
 * The same for somebody who works in the organisation, by who confirms workplaces there.
 * @throws Refusal not-found, forbidden, sub-group.not-here
 */
export async function chooseSubGroup({
  organisationId,
  ...chosen
}: SubGroupChosen & { organisationId: string }): Promise<void> {
  await readOrganisation(chosen.actor, 'affiliation:decide', organisationId)
  await save(chosen, (_, place) => place?.organisationId === organisationId)
}

type IsMine = (affiliation: AffiliationRow, place: Place | undefined) => boolean

async function save(chosen: SubGroupChosen, isMine: IsMine): Promise<void> {
  const { actor, affiliationId, subGroupId } = chosen
  await inTransaction(actor, async (tx) => {
    const affiliation = isId(affiliationId)
      ? await selectAffiliationForChange(tx, affiliationId)
      : undefined
    if (!affiliation) throw new Refusal('not-found')
    const place = affiliation.unitId ? await selectPlaceOfUnit(tx, affiliation.unitId) : undefined
    if (!isMine(affiliation, place)) throw new Refusal('forbidden')
    if (affiliation.subGroupId === subGroupId) return
    if (
      affiliation.status === 'declined' ||
      !(await saveSubGroupChoice(tx, { affiliationId, subGroupId }))
    ) {
      throw new Refusal('sub-group.not-here', {}, { field: 'subGroupId' })
    }
    await recordAudit(tx, actor, {
      action: 'affiliation.sub-grouped',
      subjectId: affiliationId,
      organisationId: place?.organisationId ?? undefined,
      detail: { subGroup: subGroupId },
    })
  })
}

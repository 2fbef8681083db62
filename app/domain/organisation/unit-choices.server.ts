import type { Actor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { selectUnits } from './organisation.db.server.ts'
import { readOrganisation } from './organisation.server.ts'
import { inTreeOrder, type HangingUnit } from './organisation.ts'

/**
 * The units that an organisation has today, in the order of its tree, to choose among.
 * @throws Refusal not-found, forbidden
 */
export async function readUnitChoices(
  actor: Actor,
  organisationId: string,
): Promise<(HangingUnit & { depth: number })[]> {
  await readOrganisation(actor, 'figures:read', organisationId)
  return inTreeOrder(await selectUnits(organisationId, today()))
}

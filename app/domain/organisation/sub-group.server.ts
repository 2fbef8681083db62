import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { readOrganisation, type OrganisationView } from './organisation.server.ts'
import {
  holdSubGroups,
  insertSubGroup,
  saveSubGroup,
  saveSubGroupEnd,
  selectSubGroup,
  selectSubGroups,
} from './sub-group.db.server.ts'
import { ssykCodeIn, type SubGroup } from './sub-group.ts'

/**
 * An organisation's own groups of professions, for those who may change its units.
 * @throws Refusal not-found, forbidden
 */
export async function listSubGroups(
  actor: Actor,
  organisationId: string,
): Promise<{ organisation: OrganisationView; subGroups: SubGroup[] }> {
  const organisation = await readOrganisation(actor, 'unit:change', organisationId)
  return { organisation, subGroups: await selectSubGroups(organisationId) }
}

/**
 * One of them.
 * @throws Refusal not-found, forbidden
 */
export async function readSubGroup(
  actor: Actor,
  of: { organisationId: string; subGroupId: string },
): Promise<{ organisation: OrganisationView; subGroup: SubGroup }> {
  const organisation = await readOrganisation(actor, 'unit:change', of.organisationId)
  const subGroup = isId(of.subGroupId) ? await selectSubGroup(of) : undefined
  if (!subGroup) throw new Refusal('not-found')
  return { organisation, subGroup }
}

interface AddSubGroup {
  actor: Actor
  organisationId: string
  name: string
  professionGroup: ProfessionGroup
  ssykCode: string | null
  validFrom: Day
}

/**
 * Adds a group below a national one, from a day that is not ahead.
 * @returns its id
 * @throws Refusal not-found, forbidden, sub-group.day-ahead, sub-group.name-taken, sub-group.ssyk-unknown,
 *   sub-group.ssyk-elsewhere
 */
export async function addSubGroup(input: AddSubGroup): Promise<string> {
  const { actor, organisationId, name, professionGroup, validFrom } = input
  await readOrganisation(actor, 'unit:change', organisationId)
  if (validFrom > today()) throw new Refusal('sub-group.day-ahead', {}, { field: 'validFrom' })
  const ssykCode = ssykCodeIn(professionGroup, input.ssykCode)
  const id = newId()
  await inTransaction(actor, async (tx) => {
    const told = { id, organisationId, name, professionGroup, ssykCode, validFrom }
    const recorded = { recordedAt: now(), recordedBy: actor.personId }
    const isAdded = await insertSubGroup(tx, { ...told, ...recorded })
    if (!isAdded) throw new Refusal('sub-group.name-taken', {}, { field: 'name' })
    await recordAudit(tx, actor, {
      action: 'sub-group.added',
      subjectId: id,
      organisationId,
      detail: { group: professionGroup, from: validFrom, ...(ssykCode && { ssyk: ssykCode }) },
    })
  })
  return id
}

/**
 * Gives a group another name, or another occupation of its national group: whoever is in it stays in it, and lists
 * of any day tell the name of now.
 * @throws Refusal not-found (also for one that has ended), forbidden, sub-group.name-taken, sub-group.ssyk-unknown,
 *   sub-group.ssyk-elsewhere
 */
export async function changeSubGroup(input: {
  actor: Actor
  organisationId: string
  subGroupId: string
  name: string
  ssykCode: string | null
}): Promise<void> {
  const { actor, organisationId, subGroupId, name } = input
  await readOrganisation(actor, 'unit:change', organisationId)
  await inTransaction(actor, async (tx) => {
    const groups = await holdSubGroups(tx, organisationId)
    const found = groups.find(({ id }) => id === subGroupId)
    if (!found) throw new Refusal('not-found')
    const isTaken = groups.some((other) => other !== found && sameName(other.name, name))
    if (isTaken) throw new Refusal('sub-group.name-taken', {}, { field: 'name' })
    const ssykCode = ssykCodeIn(found.professionGroup, input.ssykCode)
    if (found.name === name && found.ssykCode === ssykCode) return
    await saveSubGroup(tx, subGroupId, { name, ssykCode })
    await recordAudit(tx, actor, {
      action: 'sub-group.changed',
      subjectId: subGroupId,
      organisationId,
      detail: { before: found.name, name, ...(ssykCode && { ssyk: ssykCode }) },
    })
  })
}

/** As the database compares them. */
const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/**
 * Ends a group today; it stays in the history.
 * @throws Refusal not-found (also for one that has ended), forbidden
 */
export async function endSubGroup(input: {
  actor: Actor
  organisationId: string
  subGroupId: string
}): Promise<void> {
  const { actor, organisationId, subGroupId } = input
  await readOrganisation(actor, 'unit:change', organisationId)
  if (!isId(subGroupId)) throw new Refusal('not-found')
  await inTransaction(actor, async (tx) => {
    const isEnded = await saveSubGroupEnd(tx, { organisationId, subGroupId }, today())
    if (!isEnded) throw new Refusal('not-found')
    await recordAudit(tx, actor, {
      action: 'sub-group.ended',
      subjectId: subGroupId,
      organisationId,
    })
  })
}

import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { placeOf } from '~/domain/organisation/organisation.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId, type AssignmentId } from '~/kernel/ids.ts'
import { may, type Verb } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import {
  insertAssignment,
  isPublished,
  selectAssignment,
  selectAssignments,
  selectGroupsAssigned,
  selectModuleChoices,
  selectOrganisationPlace,
  updateWithdrawn,
} from './assignment.db.server.ts'
import { assignmentCreated, assignmentWithdrawn } from './assignment.events.ts'
import { sameGroups, type Assignment, type ChosenModule } from './assignment.ts'

/**
 * The modules that are or have been published, in the order of the courses, and the one that a page
 * is about.
 * @param slug what the address says; the first module where it names none that exists
 */
export async function chooseModule(slug: string | null): Promise<ChosenModule> {
  const modules = await selectModuleChoices()
  return { modules, module: modules.find((module) => module.slug === slug) ?? modules[0] ?? null }
}

/**
 * What an organisation has under way, the earliest due first.
 * @param verb what the actor needs there: module:assign to change it, figures:read to see it
 * @throws Refusal not-found, forbidden
 */
export async function listAssignments(
  actor: Actor,
  organisationId: string,
  verb: Extract<Verb, 'module:assign' | 'figures:read'> = 'module:assign',
): Promise<Assignment[]> {
  await readOrganisation(actor, verb, organisationId)
  return selectAssignments(organisationId)
}

interface AssignModule {
  actor: Actor
  organisationId: string
  moduleId: string
  /** Empty: every group. */
  professionGroups: ProfessionGroup[]
  dueOn: Day
  message: string | null
}

/**
 * Says that everybody in an organisation's groups is to take a module by a day.
 * @throws Refusal not-found, forbidden, assignment.module-closed, assignment.day-passed, assignment.exists
 */
export async function assignModule(input: AssignModule): Promise<AssignmentId> {
  const { actor, organisationId, moduleId, professionGroups, dueOn, message } = input
  const id = newId<AssignmentId>()
  await inTransaction(actor, async (tx) => {
    await requireAssignable(tx, actor, organisationId)
    if (!isId(moduleId) || !(await isPublished(tx, moduleId))) {
      throw new Refusal('assignment.module-closed', {}, { field: 'moduleId' })
    }
    if (dueOn < today()) throw new Refusal('assignment.day-passed', {}, { field: 'dueOn' })
    const before = await selectGroupsAssigned(tx, organisationId, moduleId)
    if (before.some((groups) => sameGroups(groups, professionGroups))) {
      throw new Refusal('assignment.exists', {}, { field: 'moduleId' })
    }
    const assigned = { assignedAt: now(), assignedBy: actor.personId }
    const assignment = { id, moduleId, organisationId, professionGroups, dueOn, message }
    await insertAssignment(tx, { ...assignment, ...assigned })
    await recordAudit(tx, actor, {
      action: 'assignment.created',
      subjectId: id,
      organisationId,
      detail: { moduleId, dueOn },
    })
    await emit(tx, assignmentCreated(assignment))
  })
  return id
}

/**
 * Takes an assignment back; what people have done stays. One that is taken back already stays so.
 * @throws Refusal not-found, forbidden
 */
export async function withdrawAssignment(input: {
  actor: Actor
  organisationId: string
  assignmentId: string
}): Promise<void> {
  const { actor, organisationId, assignmentId } = input
  await inTransaction(actor, async (tx) => {
    await requireAssignable(tx, actor, organisationId)
    const assignment = isId(assignmentId) ? await selectAssignment(tx, assignmentId) : null
    if (assignment?.organisationId !== organisationId) throw new Refusal('not-found')
    if (assignment.withdrawnAt) return
    await updateWithdrawn(tx, assignmentId, now())
    await recordAudit(tx, actor, {
      action: 'assignment.withdrawn',
      subjectId: assignmentId,
      organisationId,
      detail: { moduleId: assignment.moduleId },
    })
    await emit(tx, assignmentWithdrawn(assignment))
  })
}

async function requireAssignable(tx: Tx, actor: Actor, organisationId: string): Promise<void> {
  const organisation = isId(organisationId)
    ? await selectOrganisationPlace(tx, organisationId)
    : undefined
  if (!organisation) throw new Refusal('not-found')
  if (!may(actor, 'module:assign', placeOf(organisation))) throw new Refusal('forbidden')
}

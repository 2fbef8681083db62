import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId, type AssignmentId } from '~/kernel/ids.ts'
import { mayAnywhere, reachOf } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import {
  countColleagues,
  insertAssignment,
  isPublished,
  selectAssignmentForChange,
  selectAudiencesOf,
  updateDay,
  updateWithdrawn,
  type FoundAssignment,
} from './assignment.db.server.ts'
import { assignmentCreated, assignmentMoved, assignmentWithdrawn } from './assignment.events.ts'
import {
  checkTerms,
  sameAudience,
  type Audience,
  type AudiencePlace,
  type NewAssignment,
  type Terms,
} from './assignment.ts'
import { selectPlaceFacts, selectPlacesRead, type PlaceFacts } from './place-facts.db.server.ts'

/**
 * Says that an audience is to take a module, a track or a course. In whose name follows from who does it
 * and where: in one organisation, that organisation's; else the county's or the resource centre's whose
 * trainer it is; else the nation's.
 * @throws Refusal not-found, forbidden, assignment.module-closed, assignment.exists,
 *   assignment.person-elsewhere, and those of checkTerms
 */
export async function assign(input: NewAssignment & { actor: Actor }): Promise<AssignmentId> {
  const { actor, target, audience, terms, message } = input
  const id = newId<AssignmentId>()
  await inTransaction(actor, async (tx) => {
    const places = await requireAudience(tx, actor, audience)
    checkTerms(terms, today())
    if (!isId(target.id) || !(await isPublished(tx, target))) {
      throw new Refusal('assignment.module-closed', {}, { field: 'target' })
    }
    const before = await selectAudiencesOf(tx, target)
    if (before.some((other) => sameAudience(other, audience))) {
      throw new Refusal('assignment.exists', {}, { field: 'target' })
    }
    const issuer = issuerOf(actor, places)
    const assigned = { assignedAt: now(), assignedBy: actor.personId }
    await insertAssignment(tx, { id, target, audience, ...terms, message, ...issuer, ...assigned })
    await recordAudit(tx, actor, {
      action: 'assignment.created',
      subjectId: id,
      ...audited(issuer),
      detail: { [`${target.kind}Id`]: target.id, dueOn: terms.dueOn, dueDays: terms.dueDays },
    })
    await emit(tx, assignmentCreated(id))
  })
  return id
}

/**
 * Whether an actor may assign to an audience by these terms; for a look before it is done.
 * @throws Refusal not-found, forbidden, assignment.person-elsewhere, and those of checkTerms
 */
export async function checkAssignment(
  actor: Actor,
  { audience, terms }: Pick<NewAssignment, 'audience' | 'terms'>,
): Promise<void> {
  checkTerms(terms, today())
  await inTransaction(actor, async (tx) => {
    await requireAudience(tx, actor, audience)
  })
}

async function requireAudience(tx: Tx, actor: Actor, audience: Audience): Promise<PlaceFacts[]> {
  const places = await requirePlaces(tx, actor, audience.places)
  if (audience.personIds.length > 0) await requireColleagues(tx, actor, places, audience.personIds)
  return places
}

/** That the places exist and lie within the actor's reach, all of them. */
async function requirePlaces(tx: Tx, actor: Actor, places: AudiencePlace[]): Promise<PlaceFacts[]> {
  if (!mayAnywhere(actor, 'module:assign')) throw new Refusal('forbidden')
  const reach = reachOf(actor, 'module:assign')
  const facts = await selectPlaceFacts(tx, places, reach, today())
  if (facts.length === 0 || facts.some(({ exists }) => !exists)) throw new Refusal('not-found')
  if (facts.some(({ isInside }) => !isInside)) throw new Refusal('forbidden')
  return facts
}

/** Names are for the organisation's own managers: only there can somebody be named, and only who works there. */
async function requireColleagues(
  tx: Tx,
  actor: Actor,
  places: PlaceFacts[],
  personIds: string[],
): Promise<void> {
  const organisationId = onlyOne(places.map((place) => place.organisationId))
  const reach = reachOf(actor, 'people:read')
  const knowsNames =
    organisationId !== null && (reach.everywhere || reach.organisationIds.includes(organisationId))
  if (!knowsNames) throw new Refusal('forbidden')
  const asked = new Set(personIds)
  if (![...asked].every(isId)) throw new Refusal('not-found')
  if ((await countColleagues(tx, organisationId, [...asked], today())) < asked.size) {
    throw new Refusal('assignment.person-elsewhere', {}, { field: 'personIds' })
  }
}

function onlyOne<Value>(values: (Value | null)[]): Value | null {
  const [first = null, ...others] = new Set(values)
  return others.length > 0 ? null : first
}

interface IssuerColumns {
  organisationId: string | null
  countyCode: string | null
}

function issuerOf(actor: Actor, places: PlaceFacts[]): IssuerColumns {
  const organisationId = onlyOne(places.map((place) => place.organisationId))
  if (organisationId) return { organisationId, countyCode: null }
  const nation = { organisationId: null, countyCode: null }
  if (actor.kind !== 'person' || reachOf(actor, 'module:assign').everywhere) return nation
  const countyCode = onlyOne(places.map((place) => place.countyCode))
  for (const { role, scope } of actor.grants) {
    if (role !== 'trainer') continue
    if (scope.kind === 'catchment') return { ...nation, organisationId: scope.organisationId }
    // Over a county's border the first of the trainer's counties has the name.
    if (scope.kind === 'county' && (countyCode === null || countyCode === scope.countyCode)) {
      return { ...nation, countyCode: scope.countyCode }
    }
  }
  return nation
}

const audited = ({ organisationId }: Pick<IssuerColumns, 'organisationId'>) =>
  organisationId === null ? {} : { organisationId }

/**
 * Takes an assignment back; what people have done stays. One that is taken back already stays so.
 * @throws Refusal not-found, forbidden
 */
export async function withdrawAssignment(input: {
  actor: Actor
  assignmentId: string
}): Promise<void> {
  const { actor, assignmentId } = input
  await inTransaction(actor, async (tx) => {
    const assignment = await requireManageable(tx, actor, assignmentId)
    if (assignment.withdrawnAt) return
    await updateWithdrawn(tx, assignmentId, { withdrawnAt: now(), withdrawnBy: actor.personId })
    await recordAudit(tx, actor, {
      action: 'assignment.withdrawn',
      subjectId: assignmentId,
      ...audited(assignment),
    })
    await emit(tx, assignmentWithdrawn(assignmentId))
  })
}

/**
 * Gives an assignment another day; the one before is kept, and holds for questions about earlier days.
 * @throws Refusal not-found (also when it is taken back), forbidden, and those of checkTerms
 */
export async function moveAssignment(input: {
  actor: Actor
  assignmentId: string
  due: Pick<Terms, 'dueOn' | 'dueDays'>
}): Promise<void> {
  const { actor, assignmentId, due } = input
  await inTransaction(actor, async (tx) => {
    const assignment = await requireManageable(tx, actor, assignmentId)
    if (assignment.withdrawnAt) throw new Refusal('not-found')
    const { isMandatory, dueOn, dueDays } = assignment
    if (due.dueOn === dueOn && due.dueDays === dueDays) return
    checkTerms({ isMandatory, repeatMonths: null, windowDays: null, ...due }, today())
    const change = { id: newId(), assignmentId, changedAt: now(), changedBy: actor.personId }
    await updateDay(tx, change, { dueOn, dueDays }, due)
    await recordAudit(tx, actor, {
      action: 'assignment.moved',
      subjectId: assignmentId,
      ...audited(assignment),
      detail: { from: dueOn ?? dueDays, to: due.dueOn ?? due.dueDays },
    })
    await emit(tx, assignmentMoved(assignmentId))
  })
}

async function requireManageable(tx: Tx, actor: Actor, id: string): Promise<FoundAssignment> {
  const assignment = isId(id) ? await selectAssignmentForChange(tx, id) : null
  if (!assignment) throw new Refusal('not-found')
  const reach = reachOf(actor, 'module:assign')
  const read = await selectPlacesRead(tx, id, today())
  const places = await selectPlaceFacts(tx, read, reach, today())
  if (places.some(({ isInside }) => !isInside)) throw new Refusal('forbidden')
  return assignment
}

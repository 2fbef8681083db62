import { randomInt } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { County, Municipality } from '~/domain/place/place.ts'
import type { Actor, PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { may, mayAnywhere, reachOf, type Reach } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import type { ActivityQuery } from './activity-list.ts'
import {
  activitiesListed,
  deleteUnattended,
  insertActivity,
  insertSessions,
  organisationExists,
  selectActivity,
  selectCodesAround,
  selectForChange,
  selectGroupModules,
  selectOrganisers,
  selectSessions,
  updateActivity,
  updateSession,
  updateStatus,
  type ActivityRow,
  type GroupModule,
  type ListedActivity,
  type OrganiserChoice,
  type SessionRow,
} from './activity.db.server.ts'
import type { GivenSession } from './activity.schema.ts'
import {
  checkActivity,
  checkStatusChange,
  codeOf,
  placeOfHome,
  type ActivityStatus,
  type ActivityValues,
  type SessionTime,
} from './activity.ts'
import { creditGroup } from './group-session.server.ts'
import { selectComing } from './sign-up.db.server.ts'
import { tellSignUps } from './sign-up-letters.server.ts'

export type { ListedActivity } from './activity.db.server.ts'

/** A session as its pages show it. */
export interface SessionView extends SessionTime {
  id: string
  code: string
  /** Moments as ISO texts. */
  opensAt: string
  closesAt: string
  isOpen: boolean
}

/** An activity with its sessions. */
export interface ActivityView extends ActivityRow {
  sessions: SessionView[]
  mayManage: boolean
}

/**
 * An activity that the actor may read, or change.
 * @throws Refusal not-found, forbidden
 */
export async function readActivity(
  actor: Actor,
  activityId: string | undefined,
  verb: 'activity:read' | 'activity:manage' = 'activity:read',
): Promise<ActivityView> {
  const found = isId(activityId) ? await selectActivity(activityId) : undefined
  if (!found) throw new Refusal('not-found')
  const place = placeOfHome(found)
  if (!may(actor, verb, place)) throw new Refusal('forbidden')
  const sessions = (await selectSessions(found.id)).map(sessionView)
  return { ...found, sessions, mayManage: may(actor, 'activity:manage', place) }
}

function sessionView({ opensAt, closesAt, ...session }: SessionRow): SessionView {
  const at = now()
  return {
    ...session,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    isOpen: opensAt <= at && at <= closesAt,
  }
}

export interface ActivityListView {
  list: ActivityQuery
  activities: ListPage<ListedActivity>
  /** Counties that the list can be narrowed to. */
  counties: County[]
}

const activitiesPerPage = 25

/**
 * A page of the activities that the actor may read.
 * @throws Refusal forbidden where there is no such reach
 */
export async function listActivities(actor: Actor, list: ActivityQuery): Promise<ActivityListView> {
  const reach = readingReach(actor)
  const [activities, counties] = await Promise.all([
    listPage<ListedActivity>(activitiesListed(reach, list), list, activitiesPerPage),
    listCounties(),
  ])
  return { list, activities, counties: countiesWithin(counties, reach) }
}

/** The same list whole, a part at a time. @throws Refusal forbidden where there is no such reach */
export function exportActivities(
  actor: Actor,
  list: ActivityQuery,
): AsyncGenerator<ListedActivity[]> {
  return eachListPart<ListedActivity>(activitiesListed(readingReach(actor), list), list)
}

function readingReach(actor: Actor): Reach {
  if (!mayAnywhere(actor, 'activity:read')) throw new Refusal('forbidden')
  return reachOf(actor, 'activity:read')
}

function countiesWithin(counties: County[], reach: Reach): County[] {
  const codes = new Set([
    ...reach.countyCodes,
    ...reach.municipalityCodes.map((code) => code.slice(0, 2)),
  ])
  return counties.filter(({ code }) => reach.everywhere || codes.has(code))
}

/** What the form offers its writer. */
export interface ActivityChoices {
  /** Whether an activity can be the nation's own. */
  nation: boolean
  /** Counties in which an activity can be at home. */
  homeCounties: County[]
  /** Municipalities in which it can be. */
  homeMunicipalities: Municipality[]
  /** All counties: an activity may be for another's, too. */
  counties: County[]
  organisers: OrganiserChoice[]
  modules: GroupModule[]
}

/** What the actor can choose among when planning an activity. */
export async function readActivityChoices(actor: PersonActor): Promise<ActivityChoices> {
  const reach = reachOf(actor, 'activity:manage')
  const [counties, municipalities, organisers, modules] = await Promise.all([
    listCounties(),
    listMunicipalities(),
    selectOrganisers(reach, actor.personId, today()),
    selectGroupModules(),
  ])
  const isHome = ({ code, countyCode }: Municipality) =>
    reach.everywhere ||
    reach.countyCodes.includes(countyCode) ||
    reach.municipalityCodes.includes(code)
  return {
    nation: reach.everywhere,
    homeCounties: counties.filter(
      ({ code }) => reach.everywhere || reach.countyCodes.includes(code),
    ),
    homeMunicipalities: municipalities.filter(isHome),
    counties,
    organisers,
    modules: modules.filter(({ kind }) => kind !== 'test'),
  }
}

interface WriteActivity {
  actor: PersonActor
  values: ActivityValues
  sessions: GivenSession[]
}

/**
 * Plans an activity, led by the one who plans it.
 * @returns its id
 * @throws Refusal forbidden, activity.module-missing, activity.place-missing, activity.organiser-unknown,
 *   activity.place-unknown, activity.module-closed, activity.test-is-individual
 */
export async function planActivity({ actor, values, sessions }: WriteActivity): Promise<string> {
  await requireSound(actor, values)
  const id = newId()
  await inTransaction(actor, async (tx) => {
    const createdAt = now()
    const by = actor.personId
    await insertActivity(tx, { id, values, leaderId: by, createdAt, createdBy: by })
    await insertSessions(tx, id, await withCodes(tx, sessions))
    await recordAudit(tx, actor, {
      action: 'activity.planned',
      subjectId: id,
      organisationId: values.organiserId,
      detail: { type: values.type, sessions: sessions.length },
    })
  })
  return id
}

/**
 * Changes what is said of an activity, and when it meets. A session at which somebody has been written down
 * stays; its time can be mended.
 * @throws Refusal not-found, forbidden, activity.session-attended, activity.module-fixed, and those of planActivity
 */
export async function changeActivity(input: WriteActivity & { activityId: string }): Promise<void> {
  const { actor, activityId, values, sessions } = input
  const before = await readActivity(actor, activityId, 'activity:manage')
  await requireSound(actor, values)
  await inTransaction(actor, async (tx) => {
    const held = await selectForChange(tx, activityId)
    invariant(held, 'activities are not removed')
    // People have been credited with the module that they took.
    if (held.status === 'held' && held.moduleId !== values.moduleId) {
      throw new Refusal('activity.module-fixed', {}, { field: 'moduleId' })
    }
    await updateActivity(tx, activityId, values)
    await replaceSessions(tx, activityId, before.sessions, sessions)
    await recordAudit(tx, actor, {
      action: 'activity.changed',
      subjectId: activityId,
      organisationId: values.organiserId,
    })
  })
}

async function replaceSessions(
  tx: Tx,
  activityId: string,
  before: readonly SessionView[],
  given: readonly GivenSession[],
): Promise<void> {
  const known = new Map(before.map((session) => [session.id, session]))
  const kept = given.filter(({ id }) => id !== null && known.has(id))
  const gone = before.filter(({ id }) => !kept.some((session) => session.id === id))
  const removed = await deleteUnattended(
    tx,
    gone.map(({ id }) => id),
  )
  if (removed < gone.length) throw new Refusal('activity.session-attended')
  for (const session of kept) {
    const old = known.get(session.id!)!
    const isSame =
      old.heldOn === session.heldOn &&
      old.startsAt === session.startsAt &&
      old.endsAt === session.endsAt
    if (isSame) continue
    const { heldOn, startsAt, endsAt } = session
    // Another day may have the code already.
    const [{ code } = old] = old.heldOn === heldOn ? [old] : await withCodes(tx, [session])
    await updateSession(tx, { id: old.id, heldOn, startsAt, endsAt, code })
  }
  await insertSessions(
    tx,
    activityId,
    await withCodes(
      tx,
      given.filter(({ id }) => id === null || !known.has(id)),
    ),
  )
}

/** Gives each session a code that none has on its day, nor on the days beside it. */
export async function withCodes(tx: Tx, sessions: readonly SessionTime[]) {
  if (sessions.length === 0) return []
  const taken = await selectCodesAround(
    tx,
    sessions.map(({ heldOn }) => heldOn),
  )
  return sessions.map(({ heldOn, startsAt, endsAt }) => {
    let code = codeOf(randomInt(1_000_000))
    while (taken.has(code)) code = codeOf(randomInt(1_000_000))
    taken.add(code)
    return { id: newId(), heldOn, startsAt, endsAt, code }
  })
}

async function requireSound(actor: PersonActor, values: ActivityValues): Promise<void> {
  if (!may(actor, 'activity:manage', placeOfHome(values))) {
    throw new Refusal('activity.home-elsewhere', {}, { field: 'home' })
  }
  checkActivity(values)
  if (!(await organisationExists(values.organiserId))) {
    throw new Refusal('activity.organiser-unknown', {}, { field: 'organiserId' })
  }
  await requirePlaces(values)
  if (values.moduleId) await requireGroupModule(values.moduleId)
}

async function requirePlaces(values: ActivityValues): Promise<void> {
  const { countyCode, municipalityCode, countyCodes, municipalityCodes } = values
  const [counties, municipalities] = await Promise.all([listCounties(), listMunicipalities()])
  const known = new Set([...counties, ...municipalities].map(({ code }) => code))
  const asked = [countyCode, municipalityCode, ...countyCodes, ...municipalityCodes]
  if (asked.some((code) => code !== null && !known.has(code))) {
    throw new Refusal('activity.place-unknown', {}, { field: 'home' })
  }
}

async function requireGroupModule(moduleId: string): Promise<void> {
  const module = (await selectGroupModules()).find(({ id }) => id === moduleId)
  if (!module) throw new Refusal('activity.module-closed', {}, { field: 'moduleId' })
  if (module.kind === 'test') {
    throw new Refusal('activity.test-is-individual', {}, { field: 'moduleId' })
  }
}

interface ChangeStatus {
  actor: PersonActor
  activityId: string
  status: ActivityStatus
  /** The day on which it was held or cancelled. */
  on: Day | null
}

/**
 * Says that an activity was held or cancelled, or opens it again. When a module was taken together, those who
 * were there get their credit as it is held, and lose it if it was not held after all.
 * @throws Refusal not-found, forbidden, activity.status-unchanged, activity.day-ahead, activity.not-begun
 */
export async function changeStatus({ actor, activityId, status, on }: ChangeStatus): Promise<void> {
  const activity = await readActivity(actor, activityId, 'activity:manage')
  await inTransaction(actor, async (tx) => {
    const held = await selectForChange(tx, activityId)
    invariant(held, 'activities are not removed')
    const day = on ?? today()
    const { firstOn } = held
    checkStatusChange({ from: held.status, to: status, on: day, today: today(), firstOn })
    await updateStatus(tx, activityId, { status, on: status === 'planned' ? null : day })
    const credited = await creditGroup(tx, actor, { activityId })
    if (status === 'cancelled') {
      await tellSignUps(tx, await selectComing(tx, activityId), 'activity-cancelled')
    }
    await recordAudit(tx, actor, {
      action: `activity.${status === 'planned' ? 'reopened' : status}`,
      subjectId: activityId,
      organisationId: activity.organiserId,
      detail: { on: day, credited },
    })
  })
}

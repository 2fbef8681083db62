import { dateOf } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { isReferredTo } from '~/platform/db/references.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ActivitiesUndone } from './activity-import.ts'
import { activityKey, type ToldActivity } from './activity-row.ts'
import { usualWindow } from './activity.ts'
import { countsToChange, type StoredActivity } from './judge-activities.ts'

/** Who brings the file, and when it is applied. */
export interface Applying {
  importId: string
  by: string
  at: Date
  /** Told how many activities have been written. */
  written: (count: number) => void
}

/** An activity that a row makes, with the code that its session was given. */
export interface ActivityToAdd {
  id: string
  told: ToldActivity
  session: { id: string; code: string }
}

/** What is undefined is left as it is. */
const statedValues = (told: ToldActivity) => ({
  form: told.form,
  level: told.level,
  title: told.title,
  place: told.place,
  organiserId: told.organiserId,
  countyCodes: told.countyCodes,
  municipalityCodes: told.municipalityCodes,
  targetGroups: told.targetGroups,
  rcPurposes: told.rcPurposes,
  strategyGoals: told.strategyGoals,
  projectYear: told.projectYear,
})

/** So few that a statement stays below the database's parameters. */
const atOnce = 500

/** Adds activities that were held, each with its session and its counts. */
export async function addActivities(
  tx: Tx,
  added: readonly ActivityToAdd[],
  { importId, by, at, written }: Applying,
): Promise<void> {
  for (let start = 0; start < added.length; start += atOnce) {
    const some = added.slice(start, start + atOnce)
    await tx.activity.createMany({
      data: some.map(({ id, told }) => ({
        ...{ countyCodes: [], municipalityCodes: [], targetGroups: [] },
        ...{ rcPurposes: [], strategyGoals: [] },
        ...definedOf(statedValues(told)),
        ...usualWindow,
        id,
        type: told.type,
        countyCode: told.countyCode,
        municipalityCode: told.municipalityCode,
        leaderId: by,
        status: 'held',
        statusOn: dateOf(told.heldOn),
        createdAt: at,
        createdBy: by,
        importKey: activityKey(told),
      })),
    })
    await tx.activitySession.createMany({
      data: some.map(({ id, told: { heldOn, startsAt, endsAt }, session }) => ({
        ...session,
        ...{ activityId: id, heldOn: dateOf(heldOn), startsAt, endsAt },
      })),
    })
    const counts = some.flatMap(({ told, session }) =>
      told.counts.map((cell) => ({
        ...{ ...cell, ...told.from, replacesId: null },
        sessionId: session.id,
      })),
    )
    await insertCounts(tx, counts, { by, at })
    const ids = some.map(({ id }) => id)
    await keepChanges(tx, { importId, kind: 'added', ids, before: new Map() })
    written(start + some.length)
  }
}

/** Only what the file tells; the rest is given otherwise. */
function definedOf<Values extends object>(values: Values) {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(defined) as { [Key in keyof Values]: Exclude<Values[Key], undefined> }
}

type CountToInsert = ReturnType<typeof countsToChange>['fresh'][number] & { sessionId: string }

async function insertCounts(
  tx: Tx,
  counts: readonly CountToInsert[],
  { by, at }: Pick<Applying, 'by' | 'at'>,
): Promise<void> {
  for (let start = 0; start < counts.length; start += atOnce) {
    await tx.attendance.createMany({
      data: counts.slice(start, start + atOnce).map((count) => ({
        ...{ id: newId(), way: 'counted', recordedAt: at, recordedBy: by },
        ...count,
      })),
    })
  }
}

/** Changes an activity to what a row tells; counts that are others end, and stay to be followed. */
export async function changeActivities(
  tx: Tx,
  changed: readonly { told: ToldActivity; there: StoredActivity }[],
  { importId, by, at, written }: Applying,
): Promise<void> {
  const ids = changed.map(({ there }) => there.id)
  const before = await selectStates(tx, ids)
  for (const [place, { told, there }] of changed.entries()) {
    await tx.activity.update({ where: { id: there.id }, data: statedValues(told) })
    const { startsAt, endsAt } = told
    await tx.activitySession.update({ where: { id: there.sessionId }, data: { startsAt, endsAt } })
    const { gone, fresh } = countsToChange(told, there.counts)
    await tx.attendance.updateMany({
      where: { id: { in: gone } },
      data: { endedAt: at, endedBy: by },
    })
    const counts = fresh.map((cell) => ({ ...cell, sessionId: there.sessionId }))
    await insertCounts(tx, counts, { by, at })
    written(place + 1)
  }
  await keepChanges(tx, { importId, kind: 'changed', ids, before })
}

/** All of an activity that a file can change, as JSON; beside `activity`. */
const stateOf: Sql = sql`jsonb_build_object(
  'activity', to_jsonb(activity),
  'sessions', (select jsonb_agg(to_jsonb(own) order by own.id)
                 from activity_session own where own.activity_id = activity.id),
  'attendance', (select jsonb_agg(to_jsonb(attendance) order by attendance.id)
                   from attendance join activity_session own on own.id = attendance.session_id
                  where own.activity_id = activity.id))`
const stateHash: Sql = sql`md5(${stateOf}::text)`

async function selectStates(tx: Tx, ids: readonly string[]): Promise<Map<string, object>> {
  if (ids.length === 0) return new Map()
  const found = await txRows<{ id: string; state: object }>(
    tx,
    sql`select activity.id::text, ${stateOf} as state from activity
         where activity.id = any(${[...ids]}::uuid[])`,
  )
  return new Map(found.map(({ id, state }) => [id, state]))
}

async function keepChanges(
  tx: Tx,
  kept: {
    importId: string
    kind: 'added' | 'changed'
    ids: readonly string[]
    before: ReadonlyMap<string, object>
  },
): Promise<void> {
  const { importId, kind, ids, before } = kept
  if (ids.length === 0) return
  const states = ids.map((id) => ({ id, before: before.get(id) ?? null }))
  await txRows(
    tx,
    sql`
    insert into activity_import_change (import_id, made_id, kind, before, after_hash)
    select ${importId}::uuid, activity.id, ${kind}, nullif(own.before, 'null'::jsonb), ${stateHash}
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as own (id uuid, before jsonb)
      join activity on activity.id = own.id`,
  )
}

/**
 * Takes away what a file added and puts back what it changed, as far as each activity is still as the file left it
 * and nothing else has come to refer to what it added.
 */
export async function unmergeActivities(tx: Tx, importId: string): Promise<ActivitiesUndone> {
  const removed = await removeAdded(tx, importId)
  const restored = await restoreChanged(tx, importId)
  const [left] = await txRows<{ kept: number }>(
    tx,
    sql`select count(*)::int as kept from activity_import_change
         where import_id = ${importId}::uuid`,
  )
  return { removed, restored, kept: left?.kept ?? 0 }
}

async function untouched(tx: Tx, importId: string, kind: string, isFree: Sql): Promise<string[]> {
  const found = await txRows<{ id: string }>(
    tx,
    sql`
    select activity.id::text from activity_import_change change
      join activity on activity.id = change.made_id
     where change.import_id = ${importId}::uuid and change.kind = ${kind}
       and change.after_hash = ${stateHash} and ${isFree}
       for update of activity`,
  )
  return found.map(({ id }) => id)
}

async function removeAdded(tx: Tx, importId: string): Promise<number> {
  const own = ['activity_session', 'activity_import_row', 'activity_import_change']
  const isUsed = await isReferredTo(tx, 'activity_id', sql`activity.id`, own)
  const isSessionUsed = await isReferredTo(tx, 'session_id', sql`own.id`, ['attendance'])
  const isFree = sql`not ${isUsed} and not exists (
    select 1 from activity_session own where own.activity_id = activity.id and ${isSessionUsed})`
  const ids = await untouched(tx, importId, 'added', isFree)
  await tx.attendance.deleteMany({ where: { session: { activityId: { in: ids } } } })
  await tx.activitySession.deleteMany({ where: { activityId: { in: ids } } })
  await tx.activity.deleteMany({ where: { id: { in: ids } } })
  await forgetChanges(tx, importId, ids)
  return ids.length
}

async function restoreChanged(tx: Tx, importId: string): Promise<number> {
  const ids = await untouched(tx, importId, 'changed', sql`true`)
  if (ids.length === 0) return 0
  const ours = sql`change.import_id = ${importId}::uuid and change.made_id = any(${ids}::uuid[])`
  const attended = sql`
    select before.* from activity_import_change change
     cross join lateral jsonb_populate_recordset(
       null::attendance, change.before -> 'attendance') as before
     where ${ours} and jsonb_typeof(change.before -> 'attendance') = 'array'`
  // The counts that the file put there go before those that it ended count again.
  await txRows(
    tx,
    sql`delete from attendance using activity_session own
         where own.id = attendance.session_id and own.activity_id = any(${ids}::uuid[])
           and attendance.id not in (select id from (${attended}) as stayed)`,
  )
  await txRows(
    tx,
    sql`update attendance set ended_at = before.ended_at, ended_by = before.ended_by
          from (${attended}) as before where before.id = attendance.id`,
  )
  await txRows(
    tx,
    sql`
    update activity_session own
       set held_on = before.held_on, starts_at = before.starts_at, ends_at = before.ends_at
      from activity_import_change change
     cross join lateral jsonb_populate_recordset(
       null::activity_session, change.before -> 'sessions') as before
     where ${ours} and before.id = own.id`,
  )
  await txRows(
    tx,
    sql`
    update activity
       set form = before.form, level = before.level, title = before.title, place = before.place,
           organiser_id = before.organiser_id, county_codes = before.county_codes,
           municipality_codes = before.municipality_codes, target_groups = before.target_groups,
           rc_purposes = before.rc_purposes, strategy_goals = before.strategy_goals,
           project_year = before.project_year
      from activity_import_change change
     cross join lateral jsonb_populate_record(null::activity, change.before -> 'activity') as before
     where ${ours} and before.id = activity.id`,
  )
  await forgetChanges(tx, importId, ids)
  return ids.length
}

async function forgetChanges(tx: Tx, importId: string, ids: readonly string[]): Promise<void> {
  await tx.activityImportChange.deleteMany({ where: { importId, madeId: { in: [...ids] } } })
}

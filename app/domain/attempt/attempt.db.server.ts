import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import type { RegistrationId } from '~/kernel/ids.ts'
import type { Language } from '~/i18n/format.ts'
import { firstRow, preparedRows, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Completion, SeedSource, Standing } from '~/standards/scorm/cmi.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'
import type { ActivitySequencing } from '~/standards/scorm/sequencing.ts'
import type { AttemptResult, BegunVersion } from './attempt.ts'
import type { CommitMark, PlayerItem } from '~/kernel/player-protocol.ts'

export interface ModuleToStart {
  moduleId: string
  publishedVersionId: string | null
}

export async function selectModuleToStart(
  tx: Tx,
  slug: string,
): Promise<ModuleToStart | undefined> {
  const [found] = await txRows<ModuleToStart>(
    tx,
    sql`
    select module.id::text as "moduleId", version.id::text as "publishedVersionId"
      from module
      left join module_version version
        on version.module_id = module.id and version.status = 'published'
     where module.slug = ${slug}`,
  )
  return found
}

/** Newest first. */
export async function selectBegun(
  tx: Tx,
  personId: string,
  moduleId: string,
): Promise<BegunVersion[]> {
  return txRows<BegunVersion>(
    tx,
    sql`
    select registration.id::text as "registrationId", version.id::text as "moduleVersionId",
           latest.number, latest.completion, latest.success
      from registration
      join module_version version on version.id = registration.module_version_id
      join lateral (
        select number, completion, success from attempt
         where attempt.registration_id = registration.id order by number desc limit 1) latest on true
     where registration.person_id = ${personId}::uuid and version.module_id = ${moduleId}::uuid
     order by registration.created_at desc, registration.id desc`,
  )
}

/** The rules that an attempt at a version begins with; null where nobody has decided any. */
const newestRuleOf = (moduleVersionId: Sql): Sql => sql`(
  select rule.id
    from module_rule rule join module_version ruled on ruled.module_id = rule.module_id
   where ruled.id = ${moduleVersionId} order by rule.decided_at desc, rule.id desc limit 1)`

export interface NewRegistration {
  registrationId: RegistrationId
  attemptId: string
  personId: string
  moduleVersionId: string
  hostLabel: string
  supportCode: string
  at: Date
}

/** The new registration with its first attempt; undefined when the person has one for this version. */
export async function insertRegistration(tx: Tx, fresh: NewRegistration): Promise<boolean> {
  const { registrationId, attemptId, personId, moduleVersionId, hostLabel, supportCode, at } = fresh
  const inserted = await txRows(
    tx,
    sql`
    with made as (
      insert into registration (id, person_id, module_version_id, package_id, host_label, created_at)
      select ${registrationId}::uuid, ${personId}::uuid, version.id, version.package_id, ${hostLabel},
             ${at}::timestamptz
        from module_version version where version.id = ${moduleVersionId}::uuid
      on conflict (person_id, module_version_id) do nothing
      returning id, module_version_id
    ), begun as (
      insert into attempt
             (id, registration_id, number, support_code, started_at, completion, success, rule_id)
      select ${attemptId}::uuid, made.id, 1, ${supportCode}, ${at}::timestamptz, 'not attempted',
             'unknown', ${newestRuleOf(sql`made.module_version_id`)}
        from made
    )
    select id::text from made`,
  )
  return inserted.length > 0
}

export interface NewAttempt {
  registrationId: RegistrationId
  attemptId: string
  number: number
  supportCode: string
  at: Date
}

/** Another attempt of a registration; false when it has one of that number. */
export async function insertAttempt(tx: Tx, fresh: NewAttempt): Promise<boolean> {
  const { registrationId, attemptId, number, supportCode, at } = fresh
  const inserted = await txRows(
    tx,
    sql`
    insert into attempt
           (id, registration_id, number, support_code, started_at, completion, success, rule_id)
    select ${attemptId}::uuid, registration.id, ${number}::int, ${supportCode}, ${at}::timestamptz,
           'not attempted', 'unknown', ${newestRuleOf(sql`registration.module_version_id`)}
      from registration where registration.id = ${registrationId}::uuid
    on conflict (registration_id, number) do nothing
    returning id::text`,
  )
  return inserted.length > 0
}

export interface ResultRow extends AttemptResult {
  supportCode: string
  startedAt: Date
  completedAt: Date | null
  rules: AttemptRules | null
}

/** The person's attempts at the version of a module that they began last, by their numbers. */
export async function selectResults(personId: string, moduleId: string): Promise<ResultRow[]> {
  return rows<ResultRow>(sql`
    select attempt.number, attempt.completion, attempt.success,
           attempt.score_scaled as "scoreScaled", attempt.total_seconds as "totalSeconds",
           attempt.support_code as "supportCode", attempt.started_at as "startedAt",
           attempt.completed_at as "completedAt", ${rulesOf(sql`attempt.rule_id`)} as rules
      from attempt
     where attempt.registration_id = (
             select registration.id
               from registration
               join module_version version on version.id = registration.module_version_id
              where registration.person_id = ${personId}::uuid
                and version.module_id = ${moduleId}::uuid
              order by registration.created_at desc, registration.id desc limit 1)
     order by attempt.number`)
}

/** The rules of an attempt, as JSON; null for the usual ones. */
export function rulesOf(ruleId: Sql): Sql {
  return sql`(
    select json_build_object(
             'statusRule', rule.status_rule, 'scoreRule', rule.score_rule,
             'passedCompletes', rule.passed_completes, 'appliesLimits', rule.applies_limits,
             'attemptsAllowed', rule.attempts_allowed)
      from module_rule rule where rule.id = ${ruleId})`
}

export interface FoundPlayer {
  personId: string
  hostLabel: string
  attemptId: string
  supportCode: string
  lastItem: string | null
  completion: Completion
  totalSeconds: number
  slug: string
  titleSv: string
  titleEn: string
  edition: ScormEdition
}

export async function selectPlayer(registrationId: string): Promise<FoundPlayer | undefined> {
  const [found] = await preparedRows<FoundPlayer>(sql`
    select registration.person_id as "personId", registration.host_label as "hostLabel",
           attempt.id as "attemptId", attempt.support_code as "supportCode",
           attempt.last_item as "lastItem", attempt.completion,
           attempt.total_seconds as "totalSeconds", module.slug,
           module.title_sv as "titleSv", module.title_en as "titleEn", package.edition
      from registration
      join attempt on attempt.registration_id = registration.id
      join module_version version on version.id = registration.module_version_id
      join content_package package on package.id = version.package_id
      join module on module.id = version.module_id
     where registration.id = ${registrationId}::uuid
     order by attempt.number desc limit 1`)
  return found
}

export interface FoundRegistration {
  personId: string
  hostLabel: string
  attemptIds: string[]
}

/** A registration with all its attempts, the first one first. */
export async function selectRegistration(
  registrationId: string,
): Promise<FoundRegistration | undefined> {
  return firstRow<FoundRegistration>(sql`
    select registration.person_id as "personId", registration.host_label as "hostLabel",
           array(select attempt.id::text from attempt
                  where attempt.registration_id = registration.id
                  order by attempt.number) as "attemptIds"
      from registration where registration.id = ${registrationId}::uuid`)
}

export interface ItemRow extends Omit<PlayerItem, 'launchUrl' | 'secondsAllowed'> {
  /** As the manifest says it; null where it does not. */
  maxTimeAllowed: string | null
  launchPath: string | null
  launchQuery: string
}

/** The package's items in document order, with how far the attempt has come in each. */
export async function selectItems(attemptId: string): Promise<ItemRow[]> {
  return preparedRows<ItemRow>(sql`
    select item.identifier, item.title, item.depth, item.visible, item.type, item.launch_path as "launchPath",
           item.launch_query as "launchQuery", item.max_time_allowed as "maxTimeAllowed",
           coalesce(state.completion, 'not attempted') as completion,
           coalesce(state.success, 'unknown') as success
      from attempt
      join registration on registration.id = attempt.registration_id
      join package_item item on item.package_id = registration.package_id
      left join item_state state
        on state.attempt_id = attempt.id and state.item_identifier = item.identifier
     where attempt.id = ${attemptId}::uuid
     order by item.position`)
}

export interface TakenOver {
  writer: string | null
  lastSequence: number
  lastItem: string | null
  personId: string
  packageId: string
  language: Language
}

const takenOver = sql`
  attempt.writer, attempt.last_sequence as "lastSequence", attempt.last_item as "lastItem",
  registration.person_id as "personId", registration.package_id as "packageId", person.language`

/** What an attempt is at, for a launch that takes nothing over. */
export async function selectTaken(attemptId: string): Promise<TakenOver> {
  const taken = await firstRow<TakenOver>(sql`
    select ${takenOver}
      from attempt
      join registration on registration.id = attempt.registration_id
      join person on person.id = registration.person_id
     where attempt.id = ${attemptId}::uuid`)
  return taken!
}

/** Makes a launch the one that may write. */
export async function updateWriter(attemptId: string, writer: string): Promise<TakenOver> {
  const [taken] = await rows<TakenOver>(sql`
    update attempt set writer = ${writer}
      from registration, person
     where attempt.id = ${attemptId}::uuid and registration.id = attempt.registration_id
       and person.id = registration.person_id
    returning ${takenOver}`)
  return taken!
}

/** Those of the commits that the trail has. */
export async function selectHeld(attemptId: string, marks: CommitMark[]): Promise<CommitMark[]> {
  if (marks.length === 0) return []
  return rows<CommitMark>(sql`
    select mark.writer, mark.sequence
      from unnest(${marks.map(({ writer }) => writer)}::text[],
                  ${marks.map(({ sequence }) => sequence)}::int[]) as mark (writer, sequence)
     where exists (
             select 1 from commit_entry entry
              where entry.attempt_id = ${attemptId}::uuid
                and entry.sequence = mark.sequence and entry.writer = mark.writer)
        or exists (
             select 1 from trail_base base, jsonb_array_elements(base.state -> 'writers') span
              where base.attempt_id = ${attemptId}::uuid and span ->> 'writer' = mark.writer
                and mark.sequence between (span ->> 'from')::int and (span ->> 'to')::int)`)
}

/** Those of the commits, by the browser's own names, that the trail has. */
export async function selectHeldEntries(attemptId: string, entries: string[]): Promise<string[]> {
  if (entries.length === 0) return []
  const found = await rows<{ entry: string }>(sql`
    select asked.entry from unnest(${entries}::text[]) as asked (entry)
     where exists (
             select 1 from commit_entry
              where commit_entry.attempt_id = ${attemptId}::uuid and commit_entry.entry = asked.entry)
        or exists (
             select 1 from trail_base base
              where base.attempt_id = ${attemptId}::uuid
                and jsonb_exists(base.state -> 'entries', asked.entry))`)
  return found.map(({ entry }) => entry)
}

export type SeedRow = Omit<SeedSource['item'], 'objectives'> & {
  edition: ScormEdition
  isStrict: boolean
  sequencing: ActivitySequencing | null
  /** Null for the usual ones. */
  rules: AttemptRules | null
  /** Null before its first commit. */
  held: SeedHeld | null
  /** "Ek, Robin" where the package's content is told the name; null for a pseudonym. */
  learnerName: string | null
}

/** What an attempt holds of an item. */
export interface SeedHeld extends Standing {
  elements: Record<string, string>
  totalSeconds: number
  isEnded: boolean
}

/** What a launch of an item is seeded from. */
export async function selectSeed(
  attemptId: string,
  packageId: string,
  identifier: string,
): Promise<SeedRow | undefined> {
  return firstRow<SeedRow>(sql`
    select package.edition, package.strict as "isStrict", item.mastery_score as "masteryScore",
           item.scaled_passing_score as "scaledPassingScore",
           item.completion_threshold as "completionThreshold",
           item.max_time_allowed as "maxTimeAllowed", item.time_limit_action as "timeLimitAction",
           item.data_from_lms as "dataFromLms", item.sequencing,
           (select ${rulesOf(sql`attempt.rule_id`)}
              from attempt where attempt.id = ${attemptId}::uuid) as rules,
           case when state.elements is not null then json_build_object(
             'elements', state.elements, 'totalSeconds', state.total_seconds,
             'completion', state.completion, 'success', state.success,
             'isEnded', coalesce((
               select entry.final from commit_entry entry
                where entry.attempt_id = ${attemptId}::uuid
                  and entry.item_identifier = item.identifier
                order by entry.sequence desc limit 1),
               (select (base.state -> 'items' -> item.identifier ->> 'isEnded')::boolean
                  from trail_base base where base.attempt_id = ${attemptId}::uuid), false)
           ) end as held,
           case when package.learner_identity = 'name' then (
             select person.family_name || ', ' || person.given_name
               from attempt
               join registration on registration.id = attempt.registration_id
               join person on person.id = registration.person_id
              where attempt.id = ${attemptId}::uuid) end as "learnerName"
      from package_item item
      join content_package package on package.id = item.package_id
      left join item_state state
        on state.item_identifier = item.identifier and state.attempt_id = ${attemptId}::uuid
     where item.package_id = ${packageId}::uuid and item.identifier = ${identifier}`)
}

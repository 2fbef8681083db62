import { addDays, daysBetween, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { rows } from '~/platform/db/database.server.ts'
import { join, raw, sql } from '~/platform/db/sql.server.ts'
import type { Random } from './random.ts'
import type { SeededAffiliation } from './world-people.ts'

export interface SeededModule {
  slug: string
  moduleId: string
  versionId: string
  /** How likely a person is to have finished it by today. */
  reached: number
}

const completionColumns = [
  'id',
  'person_id',
  'module_id',
  'module_version_id',
  'completed_at',
  'completed_on',
  'score_scaled',
  'source',
]

const snapshotColumns = [
  'completion_id',
  'affiliation_id',
  'unit_id',
  'municipality_code',
  'profession_group',
  'affiliation_kind',
  'affiliation_status',
]

type Row = (string | number | null)[]

/** Two years of finished modules, spread over the days that each person has been there. */
export async function seedCompletions(
  random: Random,
  modules: SeededModule[],
  affiliations: SeededAffiliation[],
  today: Day,
): Promise<void> {
  const completions: Row[] = []
  const snapshots: Row[] = []
  const seen = new Set<string>()
  for (const [index, affiliation] of affiliations.entries()) {
    // A second workplace of the same person: the completion is there already.
    if (seen.has(affiliation.personId)) continue
    seen.add(affiliation.personId)
    for (const { moduleId, versionId, reached } of modules) {
      if (!random.chance(reached * eagerness(affiliation))) continue
      const until = affiliation.to ?? today
      const day = addDays(
        affiliation.from,
        random.whole(0, Math.max(0, daysBetween(affiliation.from, until) - 1)),
      )
      const id = seededId(Date.parse(day), random.bytes(10))
      const score = random.whole(8, 10) / 10
      completions.push([
        id,
        affiliation.personId,
        moduleId,
        versionId,
        `${day}T12:00:00Z`,
        day,
        score,
        'played',
      ])
      snapshots.push(
        ...snapshotOf(id, affiliations.slice(index, index + 2), affiliation.personId, day),
      )
    }
  }
  await bulkLoad('completion', completionColumns, completions)
  await bulkLoad('completion_affiliation', snapshotColumns, snapshots)
}

/** Somebody who has taken what a track asks for, a few days apart, the last of it on a day. */
export async function seedTakenTrack(
  random: Random,
  personEmail: string,
  trackSlug: string,
  day: Day,
): Promise<void> {
  const needed = await rows<{ personId: string; moduleId: string; versionId: string }>(sql`
    select person.id as "personId", version.module_id as "moduleId", version.id as "versionId"
      from track
      join track_module on track_module.track_id = track.id
      join module_version version
        on version.module_id = track_module.module_id and version.status = 'published'
      join person on person.email = ${personEmail}
     where track.slug = ${trackSlug} order by track_module.position`)
  const completions = needed.map(({ personId, moduleId, versionId }, index) => {
    const on = addDays(day, 3 * (index + 1 - needed.length))
    const id = seededId(Date.parse(on), random.bytes(10))
    return [id, personId, moduleId, versionId, `${on}T12:00:00Z`, on, 0.9, 'played']
  })
  await bulkLoad('completion', completionColumns, completions)
  await rows(sql`
    insert into completion_affiliation (${raw(snapshotColumns.join(', '))})
    select completion.id, affiliation.id, unit_id, municipality_code, profession_group, kind, status
      from completion join affiliation on affiliation.person_id = completion.person_id
     where completion.id in (${join(completions.map(([id]) => sql`${id}::uuid`))})
       and valid_from <= completed_on and (valid_to is null or valid_to > completed_on)`)
}

// Municipalities differ, and so do professions; the municipality's code decides, so that it stays the same.
function eagerness({ workplace }: SeededAffiliation): number {
  const place = Number(workplace.municipalityCode ?? workplace.countyCode) % 7
  const group =
    workplace.group === 'social-services' ? 1.15 : workplace.group === 'school' ? 0.85 : 1
  return group * (0.55 + place * 0.1)
}

// A person's second workplace stands right behind the first.
function snapshotOf(
  completionId: string,
  nearby: SeededAffiliation[],
  personId: string,
  day: Day,
): Row[] {
  return nearby
    .filter((found) => found.personId === personId)
    .filter(({ from, to }) => from <= day && (!to || day < to))
    .map(({ id, workplace, status }) => [
      completionId,
      id,
      workplace.unitId,
      workplace.municipalityCode,
      workplace.group,
      'employed',
      status,
    ])
}

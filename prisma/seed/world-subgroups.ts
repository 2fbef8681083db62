import { addDays, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { Random } from './random.ts'
import type { SeededOrganisation } from './world-organisation-rows.ts'

const kept = [
  ['social-services', 'Socialsekreterare barn och unga', '2661'],
  ['social-services', 'Familjebehandlare', '3411'],
  ['school', 'Elevhälsans kuratorer', '2662'],
] as const

/** The demo's own municipality tells some of its people apart more finely; most are in no sub-group. */
export async function seedSubGroups(
  random: Random,
  home: SeededOrganisation,
  today: Day,
): Promise<void> {
  const made = addDays(today, -90)
  const groups = kept.map(([group, name, ssyk]) => ({
    id: seededId(Date.parse(made), random.bytes(10)),
    ...{ group, name, ssyk },
  }))
  await bulkLoad(
    'sub_group',
    [
      ...['id', 'organisation_id', 'profession_group', 'name', 'ssyk_code'],
      ...['valid_from', 'recorded_at'],
    ],
    groups.map(({ id, group, name, ssyk }) => [
      ...[id, home.id, group, name, ssyk],
      ...[made, `${made}T08:00:00Z`],
    ]),
  )
  const unitIds = home.workplaces.map(({ unitId }) => unitId)
  for (const [place, { id, group }] of groups.entries()) {
    // By the last byte of the row's own id: some of each group, the same every time.
    await rows(sql`
      update affiliation set sub_group_id = ${id}::uuid
       where unit_id = any(${unitIds}::uuid[]) and profession_group = ${group}
         and get_byte(uuid_send(id), 15) % 4 = ${place}`)
  }
}

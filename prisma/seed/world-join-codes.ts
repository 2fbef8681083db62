import { joinCodeHash, lettersOf } from '~/domain/identity/join-code.server.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import type { Random } from './random.ts'
import type { SeededOrganisation } from './world-organisation-rows.ts'

/** Two codes of the demo's own municipality: one that is open, one that has expired. */
export async function seedJoinCodes(
  random: Random,
  home: SeededOrganisation,
  today: Day,
): Promise<void> {
  const rows = [
    { made: addDays(today, -70), lastDay: addDays(today, -10), most: 10 },
    { made: addDays(today, -5), lastDay: addDays(today, 55), most: 25 },
  ].map(({ made, lastDay, most }) => {
    const id = seededId(Date.parse(made), random.bytes(10))
    const { unitId } = home.workplaces[0]!
    const hash = joinCodeHash(lettersOf(id))
    return [id, unitId, hash, 'employed', true, most, lastDay, `${made}T08:00:00Z`]
  })
  await bulkLoad(
    'join_code',
    [
      'id',
      'unit_id',
      'code_hash',
      'kind',
      'needs_confirmation',
      'most_people',
      'last_day',
      'made_at',
    ],
    rows,
  )
}

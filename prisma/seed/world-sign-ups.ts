import { addDays, type Day } from '~/kernel/dates.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import type { Random } from './random.ts'

interface Seeded {
  activityId: string
  sessionId: string
  heldOn: Day
  /** How many came. */
  people: number
}

const places = 20
const names = ['Alex', 'Bo', 'Charlie', 'Dani', 'Eli', 'Frej', 'Kim', 'Lo', 'Mika', 'Noa', 'Robin']

/** A page with all places taken and a few in the line, and what those said who came to what has been. */
export async function seedSignUps(
  random: Random,
  id: () => string,
  {
    next,
    held,
    municipalityCode,
  }: { next: Seeded; held: Seeded[]; municipalityCode: string | null },
  now: Day,
): Promise<void> {
  const opened = `${addDays(now, -14)}T08:00:00Z`
  await bulkLoad(
    'sign_up_page',
    ['activity_id', 'key', 'places', 'closes_on', 'opened_at'],
    [[next.activityId, 'grundkurs', places, addDays(next.heldOn, -3), opened]],
  )
  const signUps = Array.from({ length: places + 3 }, (_, index) => {
    const name = `${names[index % names.length]!} Exempel ${index + 1}`
    const at = `${addDays(now, -12)}T08:${String(10 + index)}:00Z`
    const state = index < places ? 'placed' : 'waiting'
    const group = random.pick(professionGroups.slice(0, 4))
    const email = `anmald-${index + 1}@exempel.se`
    const placedAt = state === 'placed' ? at : null
    return [id(), next.activityId, name, email, 'sv', group, municipalityCode, state, at, placedAt]
  })
  await bulkLoad(
    'sign_up',
    [
      ...['id', 'activity_id', 'name', 'email', 'language', 'profession_group'],
      ...['municipality_code', 'state', 'signed_up_at', 'placed_at'],
    ],
    signUps,
  )
  const answers = held.flatMap(({ sessionId, heldOn, people }) =>
    Array.from({ length: Math.floor(people / 3) }, () => {
      const before = random.whole(1, 4)
      return [id(), sessionId, heldOn, before, Math.min(5, before + random.whole(0, 2))]
    }),
  )
  await bulkLoad('evaluation', ['id', 'session_id', 'answered_on', 'before', 'after'], answers)
}

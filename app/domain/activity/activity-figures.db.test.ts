import { afterAll, beforeAll, expect, test } from 'vitest'
import { savePlaces } from '~/domain/place/place.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeActivity } from '../../../tests/factories/activity.ts'
import { makeActor } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readActivityFigures, yearUpTo } from './activity-figures.server.ts'
import { saveCounts } from './attendance.server.ts'
import { countConsultations, readConsultations } from './consultation.server.ts'

useDatabase()

const today: Day = '2026-11-21'
const now = new Date('2026-11-21T09:00:00Z')

let organiserId: string
let trainer: PersonActor

beforeAll(async () => {
  holdClock(now)
  await savePlaces(
    [
      { code: '21', letter: 'X', name: 'Gävleborgs län', shortName: 'Gävleborg' },
      { code: '06', letter: 'F', name: 'Jönköpings län', shortName: 'Jönköping' },
    ],
    [
      { code: '2180', countyCode: '21', name: 'Gävle kommun', shortName: 'Gävle' },
      { code: '0680', countyCode: '06', name: 'Jönköpings kommun', shortName: 'Jönköping' },
    ],
  )
  organiserId = (await makeOrganisation()).organisationId
  trainer = await makeActor('trainer', { kind: 'county', ref: '21' })
})
afterAll(() => holdClock(undefined))

test('figures count what was held where it is at home, and people where they come from', async () => {
  const coordinator = await makeActor('coordinator', { kind: 'nation', ref: null })
  const count = async (made: { activityId: string; sessionId: string }, people: number) =>
    saveCounts({
      actor: coordinator,
      activityId: made.activityId,
      sessionId: made.sessionId,
      place: { municipalityCode: '0680' },
      counts: [{ professionGroup: 'school', sex: null, people }],
    })
  const day = addDays(today, -400)
  const at = { organiserId, type: 'study-visit' as const, days: [day] }
  const here = await makeActivity({ ...at, status: 'held' })
  const national = await makeActivity({ ...at, status: 'held', countyCode: null })
  const planned = await makeActivity(at)
  await count(here, 3)
  await count(national, 4)
  await count(planned, 5)
  const figures = await readActivityFigures({ actor: coordinator, ...yearUpTo(day) })
  // Two were held, one of them at home in no county; 3 + 4 came from county 06. What is planned does not count.
  expect(figures.rows).toEqual([
    { type: 'study-visit', countyCode: '06', activities: 0, participations: 7, known: 0 },
    { type: 'study-visit', countyCode: '21', activities: 1, participations: 0, known: 0 },
    { type: 'study-visit', countyCode: null, activities: 1, participations: 0, known: 0 },
  ])
  expect(figures).toMatchObject({ total: { activities: 2, participations: 7 }, takenOn: today })
  const mine = await readActivityFigures({ actor: trainer, countyCode: '21', ...yearUpTo(day) })
  expect(mine.total).toEqual({ activities: 1, participations: 0 })
  const others = readActivityFigures({ actor: trainer, countyCode: '06', ...yearUpTo(day) })
  await expect(others).rejects.toThrow('forbidden')
})

test('consultations are counted by month and group, and a number that was wrong stays in the trail', async () => {
  const count = (consultations: number, home = '21') =>
    countConsultations({
      actor: trainer,
      home,
      month: '2026-11',
      counts: [{ professionGroup: 'school', consultations }],
    })
  await count(4)
  await count(6)
  expect(await readConsultations(trainer, '21')).toEqual([
    { month: '2026-11-01', professionGroup: 'school', consultations: 6 },
  ])
  const kept = await prisma().consultationCount.findMany({ orderBy: { consultations: 'asc' } })
  expect(kept).toMatchObject([
    { consultations: 4, endedAt: now, endedBy: trainer.personId },
    { consultations: 6, endedAt: null, replacesId: kept[0]!.id },
  ])
  await count(0)
  expect(await readConsultations(trainer, '21')).toEqual([])
  await expect(count(1, '06')).rejects.toThrow('forbidden')
})

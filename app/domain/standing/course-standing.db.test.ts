import { beforeAll, describe, expect, test } from 'vitest'
import { addVersion, publishVersion } from '~/domain/catalogue/catalogue.server.ts'
import type { CoursePage } from '~/domain/catalogue/course-page.ts'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { newId, type CourseId, type ModuleId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeAttempt } from '../../../tests/factories/attempt.ts'
import {
  makeCourse,
  makeModule,
  makePackage,
  packageItem,
  type MadeModule,
} from '../../../tests/factories/catalogue.ts'
import { actingAs, makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readCourse } from './course-standing.server.ts'

useDatabase()

const slug = 'the-course'
const trackId = newId<never>()
let courseId: CourseId
let lesson: MadeModule
let exam: MadeModule

beforeAll(async () => {
  courseId = await makeCourse({ slug })
  lesson = await makeModule({ courseId })
  const packageId = await makePackage({ items: [packageItem({ masteryScore: 80 })] })
  exam = await makeModule({ courseId, packageId })
  await prisma().module.update({ where: { id: exam.moduleId }, data: { kind: 'test' } })
  await prisma().track.create({
    data: {
      id: trackId,
      courseId,
      slug: 'track',
      titleSv: 'Spår',
      titleEn: 'Track',
      descriptionSv: '',
      descriptionEn: '',
      professionGroups: [],
      position: 1,
      modules: { create: { moduleId: lesson.moduleId, position: 1 } },
    },
  })
})

const read = async (actor: PersonActor | null = null, language: 'sv' | 'en' = 'sv') =>
  readCourse(slug, { actor, language, today: today() })
const readPage = async () => (await read()).course

describe("a course's page", () => {
  test('is not read again while nothing has been written', async () => {
    expect(await readPage()).toBe(await readPage())
  })

  test('is kept in each language', async () => {
    await readPage()
    expect((await read(null, 'en')).course.tracks[0]!.title).toBe('Track')
    expect((await readPage()).tracks[0]!.title).toBe('Spår')
  })

  // By plain writing, as another process would.
  const db = prisma
  const place = () => ({ trackId, moduleId: exam.moduleId })
  const again = async () => {
    const packageId = await makePackage()
    const { moduleId } = lesson
    const versionId = await addVersion({ actor: systemActor, moduleId, packageId })
    await publishVersion({ actor: systemActor, versionId })
  }
  const inTrack = ({ tracks }: CoursePage) => tracks[0]!.moduleIds.map(nameOf)
  const published = ({ modules }: CoursePage) => modules.map(({ id }) => nameOf(id)).sort()
  const nameOf = (id: ModuleId) => (id === exam.moduleId ? 'exam' : 'lesson')

  type Case = [string, () => Promise<unknown>, (page: CoursePage) => unknown, unknown]
  test.each<Case>([
    [
      'the course’s title',
      () => db().course.update({ where: { slug }, data: { titleSv: 'Ny kurs' } }),
      ({ title }) => title,
      'Ny kurs',
    ],
    [
      'a module’s title',
      () => db().module.update({ where: { id: exam.moduleId }, data: { titleSv: 'Nytt prov' } }),
      ({ modules }) => modules.find(({ kind }) => kind === 'test')?.title,
      'Nytt prov',
    ],
    [
      'what passes the test',
      () =>
        db().packageItem.updateMany({ where: { masteryScore: 80 }, data: { masteryScore: 70 } }),
      ({ modules }) => modules.find(({ kind }) => kind === 'test')?.passMark,
      0.7,
    ],
    [
      'a track’s title',
      () => db().track.update({ where: { id: trackId }, data: { titleSv: 'Nytt spår' } }),
      ({ tracks }) => tracks[0]!.title,
      'Nytt spår',
    ],
    [
      'a module that a track gets',
      () => db().trackModule.create({ data: { ...place(), position: 2 } }),
      inTrack,
      ['lesson', 'exam'],
    ],
    [
      'the order of a track',
      () => db().trackModule.updateMany({ where: place(), data: { position: 0 } }),
      inTrack,
      ['exam', 'lesson'],
    ],
    [
      'a module that a track loses',
      () => db().trackModule.deleteMany({ where: place() }),
      inTrack,
      ['lesson'],
    ],
    [
      'a module that is withdrawn',
      () =>
        db().moduleVersion.update({
          where: { id: lesson.versionId },
          data: { status: 'withdrawn' },
        }),
      published,
      ['exam'],
    ],
    ['a module that is published', again, published, ['exam', 'lesson']],
  ])('tells %s as soon as it is written', async (_what, write, told, expected) => {
    expect(told(await readPage())).not.toEqual(expected)
    await write()
    expect(told(await readPage())).toEqual(expected)
  })

  test('is not there for what nobody has written, or nobody has published', async () => {
    await makeCourse({ slug: 'empty' })
    for (const missing of ['empty', 'nothing', undefined]) {
      const reading = readCourse(missing, { actor: null, language: 'sv', today: today() })
      await expect(reading).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('where a reader stands', () => {
  const worker = async () => {
    const { organisationId, rootUnitId: unitId } = await makeOrganisation()
    const { personId } = await makePerson()
    await makeAffiliation(personId, { unitId })
    return { actor: await actingAs(personId), organisationId }
  }

  test('is told of the course’s modules that were given, begun or done, and of no other’s', async () => {
    const [{ actor, organisationId }, other] = [await worker(), await worker()]
    await makeAssignment(organisationId, exam.moduleId)
    await makeAttempt(actor.personId, lesson)
    await makeAttempt(actor.personId, await makeModule())
    await makeCompletion(other.actor.personId, exam, '2026-01-15')
    expect((await read(actor)).states).toEqual({
      [lesson.moduleId]: { standing: 'begun', isBegun: true, completedOn: null },
      [exam.moduleId]: { standing: 'assigned', isBegun: false, completedOn: null },
    })
    expect((await read(other.actor)).states).toEqual({
      [exam.moduleId]: { standing: 'done', isBegun: false, completedOn: '2026-01-15' },
    })
  })

  test('is nothing for a visitor', async () => {
    expect((await read()).states).toBeNull()
  })
})

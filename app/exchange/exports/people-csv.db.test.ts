import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { exportOrganisationPeople } from '~/domain/standing/export-people.server.ts'
import { readOrganisationPeople } from '~/domain/standing/organisation-standing.server.ts'
import { peopleShape, type PersonStanding } from '~/domain/standing/organisation-standing.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { addDays, dateOf, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { database, prisma } from '~/platform/db/database.server.ts'
import { makeAssignment } from '../../../tests/factories/assignment.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { peopleCsv } from './people-csv.ts'

useDatabase()

/** Each run the same: any three of a text's pieces, among which are all that a file has to mind. */
const pieces = ['Åsa', 'de la Cruz', '=1+1', '-', '"', ';', ' ', '\t', '@x', 'é', '＝', ',', "'"]
const nameOf = (i: number) =>
  [i, i * 7 + 3, i * 11 + 5].map((at) => pieces[at % pieces.length]).join('') + i

async function makeSubGroup(organisationId: string, name: string, ssykCode: string | null) {
  const { id } = await prisma().subGroup.create({
    data: {
      ...{ id: newId(), organisationId, professionGroup: 'school', name, ssykCode },
      ...{ validFrom: dateOf('2024-01-08'), recordedAt: new Date() },
    },
  })
  return id
}

async function makeCrowd(people: number) {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const units = [rootUnitId, await makeUnit(rootUnitId), await makeUnit(rootUnitId)]
  const module = await makeModule()
  await makeAssignment(organisationId, module.moduleId, {
    professionGroups: ['school', 'health-care'],
    dueOn: addDays(today(), 30),
  })
  const subGroups = await Promise.all([
    makeSubGroup(organisationId, '=Fritids', '2342'),
    makeSubGroup(organisationId, 'Andra', null),
  ])
  const groupOf = (i: number) => professionGroups[i % professionGroups.length]!
  for (let i = 0; i < people; i++) {
    const work = { professionGroup: groupOf(i) }
    const personId = await makeEmployment(units[i % units.length]!, work)
    if (i % 4 === 0) {
      await makeEmployment(units[(i + 1) % units.length]!, { ...work, personId })
      await makeEmployment(units[i % units.length]!, { professionGroup: groupOf(i + 1), personId })
    }
    if (i % 5 === 0) {
      await prisma().affiliation.updateMany({
        where: { personId, professionGroup: 'school' },
        data: { subGroupId: subGroups[i % 2]! },
      })
    }
    if (i % 3 === 0) await makeCompletion(personId, module, '2026-01-15')
    await prisma().person.update({
      where: { id: personId },
      data: { givenName: nameOf(i), familyName: nameOf(i + 3) },
    })
  }
  const actor = actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } })
  return { actor, organisationId, moduleSlug: module.slug, module }
}

const onceEach = (texts: (string | null)[]) =>
  [...new Set(texts.filter((text) => text !== null))].join(', ')

/** The rows of all pages of the list, by a library and without any haste. */
async function plainly(
  asked: Omit<Parameters<typeof readOrganisationPeople>[0], 'query' | 'words'>,
  search: string,
): Promise<string> {
  const people: PersonStanding[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = { ...listQueryOf(search, peopleShape), page }
    const view = await readOrganisationPeople({ ...asked, query, words: '' })
    people.push(...view.people.rows)
    pages = view.people.pages
  }
  const { t } = i18nOf('sv')
  const safe = (cell: string | null) =>
    cell && /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : (cell ?? '')
  const titleSv = (await prisma().module.findFirstOrThrow({ where: { slug: asked.moduleSlug! } }))
    .titleSv
  const rows = people.map((person) =>
    [
      person.givenName,
      person.familyName,
      person.email,
      person.workplaces.map(({ unit }) => unit).join(', '),
      person.workplaces.map((work) => t(`profession.${work.professionGroup}`)).join(', '),
      onceEach(person.workplaces.map(({ subGroup }) => subGroup)),
      onceEach(person.workplaces.map(({ ssykCode }) => ssykCode)),
      titleSv,
      t(`standing.${person.standing}`),
      person.dueOn,
      person.completedOn,
      today(),
    ].map(safe),
  )
  return stringify(rows, { delimiter: ';', record_delimiter: 'windows' })
}

const linesAfterHeads = (file: string) => file.slice(file.indexOf('\r\n') + 2)

test('the file is to the letter what the pages of the list come to, however it is ordered', async () => {
  const { module: _, ...asked } = await makeCrowd(240)
  for (const search of ['', '?sort=-name', '?sort=completed', '?standing=done&sort=due']) {
    const query = listQueryOf(search, peopleShape)
    const file = await new Response(
      peopleCsv(await exportOrganisationPeople({ ...asked, query })),
    ).text()
    expect(linesAfterHeads(file), search).toBe(await plainly(asked, search))
  }
}, 60_000)

test('nobody’s slow line holds a connection, and who goes away leaves none behind', async () => {
  const { module: _, ...asked } = await makeCrowd(5)
  const query = listQueryOf('', peopleShape)
  const { pool } = database()
  const free = () => pool.totalCount - pool.idleCount
  const reader = peopleCsv(await exportOrganisationPeople({ ...asked, query })).getReader()
  expect((await reader.read()).done).toBe(false)
  // The rest is not read yet, and all has been asked for.
  expect(free()).toBe(0)
  await pool.query('select 1')
  await reader.cancel()
  expect(free()).toBe(0)
  // One whose file nobody ever begins to read takes none.
  peopleCsv(await exportOrganisationPeople({ ...asked, query }))
  expect(free()).toBe(0)
})

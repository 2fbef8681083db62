import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import JSONstat from 'jsonstat-toolkit'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { datasetGroups } from '~/domain/followup/coverage-dataset.ts'
import { readResetAddress } from '~/domain/identity/password.server.ts'
import { readServiceActor } from '~/domain/identity/service-key.server.ts'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeCompletion } from '../factories/assignment.ts'
import { makeModule } from '../factories/catalogue.ts'
import { actingAs } from '../factories/identity.ts'
import { makeEmployment, makeOrganisation } from '../factories/organisation.ts'
import { useCommandLine } from '../setup/command-line.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-cli-figures-'))
const file = path.join(folder, 'out')
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => {
  holdClock(undefined)
  rmSync(folder, { recursive: true })
})

const { run, out, err } = useCommandLine()
const answer = () => JSON.parse(out.at(-1)!) as Record<string, string>

/** A school of 3 in Gävle, where 1 has played it and 1 has it imported; a court nobody has counted, where 1 has played it. */
async function moduleWithFigures() {
  const module = await makeModule()
  const { rootUnitId } = await makeOrganisation()
  await declareHeadcount({
    actor: systemActor,
    unitId: rootUnitId,
    professionGroup: 'school',
    headcount: 3,
    asOf: '2026-01-01',
    source: 'estimate',
  })
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-10')
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-10', 'import')
  const court = { professionGroup: 'judiciary' } as const
  await makeCompletion(await makeEmployment(rootUnitId, court), module, '2026-11-10')
  return module
}

/** The columns of the CSV, the heads of the workbook and the codes of JSON-stat for the same numbers. */
const columns = [
  ['innehar', 'Innehar', 'held'],
  ['behover', 'Behöver', 'required'],
  ['tackning', 'Täckning (%)', 'share'],
  ['saknas', 'Saknas', 'gap'],
  ['raknat_utanfor', 'Räknat utanför', 'heldUncounted'],
  ['importerade', 'Därav importerade', 'heldImported'],
  ['raknat_utanfor_importerade', 'Räknat utanför, därav importerade', 'uncountedImported'],
  ['importerade_utanfor', 'Importerade utanför', 'importedLeftOut'],
  ['okanda_enheter', 'Okända enheter', 'unknownUnits'],
  ['personer', 'Personer', 'persons'],
] as const

test('the same export comes as CSV, JSON-stat and Excel', async () => {
  const { slug } = await moduleWithFigures()
  const words = ['followup', 'export', '--module', slug, '--as-of', '2026-11-20', '--out', file]
  expect(await run(...words, '--format', 'csv')).toBe(0)
  const records: Record<string, string>[] = parse(readFileSync(file), {
    bom: true,
    delimiter: ';',
    columns: true,
  })
  const told = out.at(-1)
  expect(await run(...words, '--format', 'json-stat')).toBe(0)
  const cube = JSONstat(JSON.parse(readFileSync(file, 'utf8'))).Dataset(0)
  expect(await run(...words, '--format', 'xlsx')).toBe(0)
  const [figures] = await readExcelFile(readFileSync(file))
  const [head, ...rows] = figures!.data
  expect(out).toEqual([told, told, told])
  expect(JSON.parse(told!)).toMatchObject({ modules: [{ held: 2, required: 3 }] })
  expect(cube.size).toEqual([1, 22, 9, 10, 1])
  const numberOf = (text: string) => (text === '' ? null : Number(text.replace(',', '.')))
  const inCsv = records.map((row) => columns.map(([column]) => numberOf(row[column]!)))
  const inWorkbook = rows.map((row) => columns.map(([, name]) => row[head!.indexOf(name)] ?? null))
  const inCube = cube
    .Dimension('place')
    .id.flatMap((place) =>
      datasetGroups.map((professionGroup) =>
        columns.map(
          ([, , measure]) =>
            cube.Data({ module: slug, place, professionGroup, measure, asOf: '2026-11-20' }).value,
        ),
      ),
    )
  expect(inCsv).toHaveLength(22 * 9)
  expect(inWorkbook).toEqual(inCsv)
  expect(inCube).toEqual(inCsv)
  const inGavleborg = (group: RegExp) =>
    inCsv[records.findIndex((row) => row.lanskod === '21' && group.test(row.yrkesgrupp!))]
  // 2 of 3 is 66.7 %, 1 is missing and 1 is imported; of the court it is known only that 1 is done.
  expect(inGavleborg(/skola/)).toEqual([2, 3, 66.7, 1, 0, 1, 0, 0, 0, null])
  expect(inGavleborg(/Alla/)).toEqual([2, 3, 66.7, 1, 1, 1, 0, 0, 1, 3])
  expect(inGavleborg(/Rätt/)).toEqual([null, null, null, null, 1, null, 0, 0, 1, null])
})

test('a county is not written as the nation', async () => {
  const { slug } = await moduleWithFigures()
  const words = ['followup', 'export', '--module', slug, '--out', path.join(folder, 'refused')]
  expect(await run(...words, '--level', 'nation', '--county', '21')).toBe(1)
  expect(err.join('')).toMatch(/level lies above the place/)
  expect(out).toEqual([])
  expect(existsSync(path.join(folder, 'refused'))).toBe(false)
})

test('a county comes with its municipalities, in the language asked for', async () => {
  const { slug } = await makeModule()
  const words = ['followup', 'export', '--module', slug, '--out', file, '--format', 'json-stat']
  const county = ['--level', 'municipality', '--county', '21', '--lang', 'en']
  expect(await run(...words, ...county)).toBe(0)
  const read = JSON.parse(readFileSync(file, 'utf8')) as { label: string; size: number[] }
  expect(read.label).toMatch(/^Coverage on/)
  expect(read.size[1]).toBe(11)
  expect(await run(...words, '--county', '02')).toBe(1)
  expect(err.join('')).toMatch(/no such county/)
})

test('a key is printed once, and opens what it says', async () => {
  const words = ['key', 'create', '--scope', 'followup:read', '--name', 'Statistik']
  expect(await run(...words, '--until', '2026-12-31')).toBe(0)
  const { key, keyId, until } = answer()
  expect(until).toBe('2026-12-31')
  expect(await readServiceActor(key)).toMatchObject({ keyId, scopes: ['followup:read'] })
  expect(await run(...words)).toBe(0)
  expect(answer().until).toBe('2027-11-21')
  expect(await run(...words, '--until', '2026-11-20')).toBe(1)
  expect(err.join('')).toMatch(/That day has gone/)
})

test('a person is made with a role, a confirmed workplace and a link to choose a password', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const names = ['--given-name', 'Robin', '--family-name', 'Prov']
  const role = ['--role', 'manager', '--scope', `organisation:${organisationId}`]
  const place = ['--organisation', organisationId, '--profession', 'school']
  const words = [
    'person',
    'create',
    ...names,
    '--email',
    'Robin.Prov@Exempel.se',
    ...role,
    ...place,
  ]
  expect(await run(...words, '--employer-number', '4711')).toBe(0)
  const { personId, link } = answer()
  expect(link).toMatch(/^https?:\/\/[^/]+\/reset-password\/[\w-]{43}$/)
  expect(await readResetAddress(link!.split('/').at(-1))).toBe('robin.prov@exempel.se')
  expect(await actingAs(personId!)).toMatchObject({
    givenName: 'Robin',
    emailConfirmed: true,
    grants: [{ role: 'manager', scope: { kind: 'organisation', organisationId } }],
  })
  expect(await prisma().affiliation.findMany({ where: { personId } })).toMatchObject([
    {
      unitId: rootUnitId,
      municipalityCode: '2180',
      professionGroup: 'school',
      employerNumber: '4711',
      kind: 'employed',
      status: 'confirmed',
      decidedAt: new Date('2026-11-21T10:00:00Z'),
    },
  ])
  const entries = await prisma().auditEntry.findMany({ where: { subjectId: personId } })
  const actions = entries.map(({ action }) => action).sort()
  expect(actions).toEqual(['one-time-link.made', 'person.created', 'role.granted'])
})

test('a person needs neither role nor workplace, and an address has one account', async () => {
  const words = ['person', 'create', '--given-name', 'Kim', '--family-name', 'Prov']
  const email = ['--email', 'kim.prov@exempel.se']
  expect(await run(...words, ...email)).toBe(0)
  expect(await run(...words, ...email)).toBe(1)
  expect(err.join('')).toMatch(/has an account already/)
  const elsewhere = ['--unit', newId(), '--profession', 'other', '--email', 'ny@exempel.se']
  expect(await run(...words, ...elsewhere)).toBe(1)
  // What failed midway left nothing.
  expect(await prisma().person.count({ where: { email: 'ny@exempel.se' } })).toBe(0)
})

test('what is said wrongly ends with 2 and a line that tells what', async () => {
  const { slug } = await makeModule()
  const person = ['person', 'create', '--given-name', 'A', '--family-name', 'B', '--email']
  const mail = [...person, 'a@exempel.se']
  const key = ['key', 'create', '--name', 'x', '--scope']
  const named = (name: string) => ['key', 'create', '--scope', 'followup:read', '--name', name]
  const figures = ['followup', 'export', '--out', file, '--module', slug]
  const wrong: [string[], RegExp][] = [
    [[...person, 'nobody'], /will not do: email/],
    [[...mail, '--role', 'manager'], /go together/],
    [[...mail, '--role', 'king', '--scope', 'nation'], /--role knows/],
    [[...mail, '--role', 'analyst', '--scope', 'planet'], /--scope wants/],
    [[...mail, '--profession', 'school'], /need --organisation or --unit/],
    [[...mail, '--unit', newId()], /--profession wants/],
    [[...mail, '--unit', newId(), '--organisation', newId()], /not both/],
    [[...key, 'people:read'], /--scope knows followup:read/],
    [[...key, 'followup:read', '--until', 'later'], /--until wants/],
    [[...named(' ')], /--name wants 1 to 100 characters on one line/],
    [[...named('x'.repeat(101))], /--name wants/],
    [[...named('two\nlines')], /--name wants/],
    [[...figures, '--level', 'street'], /--level knows/],
    [[...figures, '--lang', 'de'], /--lang knows sv and en/],
  ]
  for (const [words, says] of wrong) {
    err.length = 0
    expect(await run(...words), words.join(' ')).toBe(2)
    expect(err.join('\n')).toMatch(says)
  }
  expect(out).toEqual([])
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import JSONstat from 'jsonstat-toolkit'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readActor } from '~/domain/identity/actor.server.ts'
import { readResetAddress } from '~/domain/identity/password.server.ts'
import { readServiceActor } from '~/domain/identity/service-key.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { runCommand } from '../../scripts/cli.ts'
import { makeModule } from '../factories/catalogue.ts'
import { makeOrganisation } from '../factories/organisation.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-cli-figures-'))
const file = path.join(folder, 'out')
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => {
  holdClock(undefined)
  rmSync(folder, { recursive: true })
})

let out: string[] = []
let err: string[] = []
beforeEach(() => {
  out = []
  err = []
})

const run = (...words: string[]) =>
  runCommand(words, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    open: async () => async () => undefined,
  })
const answer = () => JSON.parse(out.at(-1)!) as Record<string, string>

test('the same export comes as CSV, JSON-stat and Excel', async () => {
  const { slug } = await makeModule()
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
  expect(out).toEqual([told, told, told])
  expect(cube.size).toEqual([1, 22, 9, 9, 1])
  expect([records.length, figures!.data.length - 1]).toEqual([22 * 9, 22 * 9])
  for (const { lanskod, yrkesgrupp, innehar } of records) {
    if (yrkesgrupp !== 'Alla') continue
    const where = { module: slug, place: lanskod!, professionGroup: 'total', asOf: '2026-11-20' }
    expect(cube.Data({ ...where, measure: 'held' }).value).toBe(Number(innehar))
  }
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
  expect(await readActor(personId!)).toMatchObject({
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
    [[...figures, '--level', 'street'], /--level knows/],
    [[...figures, '--lang', 'de'], /--lang knows sv and en/],
  ]
  for (const [words, says] of wrong) {
    err = []
    expect(await run(...words), words.join(' ')).toBe(2)
    expect(err.join('\n')).toMatch(says)
  }
  expect(out).toEqual([])
})

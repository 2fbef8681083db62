import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shownCoverage } from '~/components/coverage/figure-columns.tsx'
import { readNationalTable } from '~/domain/followup/followup.server.ts'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { makeCompletion } from '../factories/assignment.ts'
import { makeModule } from '../factories/catalogue.ts'
import { makeEmployment, makeOrganisation } from '../factories/organisation.ts'
import { useCommandLine } from '../setup/command-line.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-cli-'))
const file = path.join(folder, 'out.csv')
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => {
  holdClock(undefined)
  rmSync(folder, { recursive: true })
})

const { run, out, err } = useCommandLine()

test('the export writes the figures of the page, row by row, and tells of them in JSON', async () => {
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
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-20')
  const court = { professionGroup: 'judiciary' } as const
  await makeCompletion(await makeEmployment(rootUnitId, court), module, '2026-11-20')
  const words = ['--format', 'csv', '--as-of', '2026-11-20', '--module', module.slug]
  expect(await run('followup', 'export', ...words, '--out', file)).toBe(0)
  expect(JSON.parse(out.join(''))).toEqual({
    file,
    asOf: '2026-11-20',
    takenOn: '2026-11-21',
    modules: [{ module: module.slug, counties: 21, held: 1, required: 3 }],
  })
  expect(err).toEqual([])
  const records: Record<string, string>[] = parse(readFileSync(file), {
    bom: true,
    delimiter: ';',
    columns: true,
  })
  const page = await readNationalTable({
    actor: systemActor,
    moduleId: module.moduleId,
    asOf: '2026-11-20',
  })
  const told = [page.nation, ...page.counties].flatMap(({ code, coverage }) =>
    [coverage.total, ...coverage.groups].map((figure) => {
      const { held, required } = shownCoverage(figure)
      const { unknownUnits, heldUncounted } = figure
      // Where the page says "Okänt · 1 klar", the file has no figure, and the one who is done beside it.
      const numbers = required === null ? ['', '', held] : [held, required, heldUncounted]
      return [code, ...numbers, unknownUnits].join()
    }),
  )
  expect(
    records.map((row) =>
      [row.lanskod, row.innehar, row.behover, row.raknat_utanfor, row.okanda_enheter].join(),
    ),
  ).toEqual(told)
  // 1 of 3 is 33.3 %.
  expect(records.filter(({ tackning }) => tackning === '33,3')).toHaveLength(4)
})

test('without a module the export holds every published one', async () => {
  const slugs = [(await makeModule()).slug, (await makeModule()).slug]
  expect(await run('followup', 'export', '--out', file)).toBe(0)
  const { modules } = JSON.parse(out.join('')) as { modules: { module: string }[] }
  expect(modules.map(({ module }) => module)).toEqual(expect.arrayContaining(slugs))
  const lines = readFileSync(file, 'utf8').trim().split('\r\n')
  expect(lines.filter((line) => line.includes('lanskod'))).toHaveLength(1)
  // Each module has 22 places, each with a total and 8 profession groups.
  expect(lines).toHaveLength(1 + modules.length * 22 * 9)
})

test('what is said wrongly ends with 2, a line that tells what and nothing on stdout', async () => {
  const { slug } = await makeModule()
  const wrong: [string[], RegExp][] = [
    [[], /followup export --out/],
    [['followup', 'freeze'], /followup export --out/],
    [['followup', 'export', '--module', slug], /--out is missing/],
    [['followup', 'export', '--out', file, '--module', 'nothing'], /nothing is not published/],
    [['followup', 'export', '--out', file, '--module', slug, '--as-of', 'now'], /--as-of wants/],
    [['followup', 'export', '--out', file, '--module', slug, '--format', 'px'], /--format knows/],
    [['followup', 'export', '--colour', 'blue'], /colour/],
  ]
  for (const [words, says] of wrong) {
    err.length = 0
    expect(await run(...words)).toBe(2)
    expect(err.join('\n')).toMatch(says)
  }
  expect(out).toEqual([])
})

test('a refusal and a folder that cannot be written end with 1', async () => {
  const { slug } = await makeModule()
  const ahead = ['--module', slug, '--out', file, '--as-of', '2027-01-01']
  expect(await run('followup', 'export', ...ahead)).toBe(1)
  expect(err.join('')).toMatch(/has not come yet/)
  const nowhere = ['--module', slug, '--out', path.join(folder, 'none', 'out.csv')]
  expect(await run('followup', 'export', ...nowhere)).toBe(1)
  expect(out).toEqual([])
})

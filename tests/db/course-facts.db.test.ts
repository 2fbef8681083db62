import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCurrentFact } from '~/domain/catalogue/read-facts.server.ts'
import { reviseFact } from '~/domain/catalogue/revise-fact.server.ts'
import { importCourse } from '~/exchange/imports/courses/import-course.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { builtCourse } from '../../courses/toolkit/builder/built-course.ts'
import { sampleFolder } from '../../courses/toolkit/builder/sample-course.ts'
import { useCommandLine } from '../setup/command-line.ts'
import { useDatabase } from '../setup/use-database.ts'
import { runCourses } from '../../scripts/courses.ts'

const root = mkdtempSync(path.join(tmpdir(), 'samsyn-facts-'))
process.env.DATA_FOLDER = path.join(root, 'data')
const folder = path.join(root, 'sample')
const sheet = path.join(folder, 'facts/linje-arbetsmiljo.yaml')
useDatabase()
const line = useCommandLine()

async function take() {
  const course = builtCourse(folder)
  const zipFile = async (name: string) => {
    const file = path.join(root, name)
    writeFileSync(file, await course.zipOf(name))
    return file
  }
  const { outline } = course
  const taken = await importCourse({ actor: systemActor, outline, zipFile, publish: true })
  return taken.facts
}

const said: string[] = []
async function exported(...words: string[]) {
  said.length = 0
  const say = (text: string) => void said.push(text)
  return runCourses(['facts', 'export', ...words], say, say)
}

/** What the command line tells of edited sheets, in a file. */
async function listed(): Promise<string> {
  expect(await line.run('fact', 'list', '--edited')).toBe(0)
  const file = path.join(root, 'facts.json')
  writeFileSync(file, line.out.at(-1)!)
  return file
}

/** What `check` finds to mend in the course. */
async function checked(): Promise<unknown> {
  const out: string[] = []
  await runCourses(['check', folder, '--any-day', '--json'], (text) => void out.push(text), fail)
  return (JSON.parse(out.join('')) as { courses: { problems: unknown }[] }).courses[0]?.problems
}

const fail = (text: string) => expect.unreachable(text)

beforeAll(async () => {
  cpSync(sampleFolder, folder, { recursive: true })
  await take()
})
afterAll(() => rmSync(root, { recursive: true }))

test('what an editor has corrected comes to the text, and the text then says the same', async () => {
  const before = readFileSync(sheet, 'utf8')
  const found = await checked()
  const { id, kind, origin, ...fact } = await readCurrentFact('linje-arbetsmiljo')
  expect([kind, origin]).toEqual(['line', 'source'])
  const parts = { ...fact.parts, number: '010-111 22 33' }
  const revision = { ...fact, parts, lastReviewed: '2026-11-20', note: 'Nytt nummer.' }
  await reviseFact({ actor: systemActor, factId: id, ...revision })

  expect(await exported(folder, '--from', await listed())).toBe(0)
  expect(said[0]).toContain('facts/linje-arbetsmiljo.yaml är ändrad.')
  const after = readFileSync(sheet, 'utf8')
  const come = after.split('\n').filter((each) => !before.split('\n').includes(each))
  expect(come).toEqual(['  number: 010-111 22 33', "lastReviewed: '2026-11-20'"])
  expect(await checked()).toEqual(found)

  expect(await exported(folder, '--from', await listed())).toBe(0)
  expect(said).toEqual([
    expect.stringContaining('0 är skrivna till kursens filer, 1 stod redan så'),
  ])
  expect(await take()).toMatchObject({ unchanged: 2, follows: 0, kept: 0 })
  expect((await readCurrentFact(id)).parts.number).toBe('010-111 22 33')
})

test('a sheet that no course has is told, and written nowhere', async () => {
  const fact = { ...(await readCurrentFact('linje-arbetsmiljo')), id: 'annan', origin: 'editor' }
  const file = path.join(root, 'other.json')
  writeFileSync(file, JSON.stringify([fact]))
  expect(await exported(folder, '--from', file)).toBe(0)
  expect(said[0]).toContain('annan finns inte i någon av kurserna')
})

test('what cannot be understood is said, and nothing is written', async () => {
  const file = path.join(root, 'nonsense.json')
  for (const nonsense of ['{', '[{"id":"x"}]']) {
    writeFileSync(file, nonsense)
    expect(await exported(folder, '--from', file)).toBe(2)
    expect(said[0]).toContain('not what `fact list` prints')
  }
  expect(await exported(path.join(root, 'nowhere'))).toBe(2)
  expect(await exported(folder, '--from', path.join(root, 'nowhere'))).toBe(2)
  expect(await exported(folder, 'more')).toBe(2)
  expect(
    await runCourses(
      ['facts'],
      () => undefined,
      () => undefined,
    ),
  ).toBe(2)
})

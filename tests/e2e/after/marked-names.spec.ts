import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { marksIn } from '../setup/marks.ts'
import { runFolder } from '../setup/template.ts'
import { mark } from '../setup/world.ts'

const logs = () => readdirSync(runFolder).filter((name) => name.endsWith('.log'))

function subjects(): string[] {
  return readdirSync(runFolder)
    .map((name) => path.join(runFolder, name, 'mail'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(path.join(folder, name), 'utf8'))
        .map((text) => (JSON.parse(text) as { subject: string }).subject),
    )
}

test('no marked name stands in any log line of the whole run', () => {
  const lines = logs().flatMap((name) =>
    readFileSync(path.join(runFolder, name), 'utf8').split('\n'),
  )
  expect(lines.length).toBeGreaterThan(100)
  // The demo's greeting prints its sign-ins on purpose; it is no log line.
  const logLines = lines.filter((line) => line.startsWith('{'))
  expect(marksIn(logLines)).toEqual([])
})

test('no marked name stands in the subject of any mail of the whole run', () => {
  expect(subjects().length).toBeGreaterThan(0)
  expect(marksIn(subjects())).toEqual([])
})

test('a marked name is found, also when it is encoded or in capitals', () => {
  expect(
    marksIn([`/people?q=${mark.toUpperCase()}`, `%5A${mark.slice(1)}`, 'nothing']),
  ).toHaveLength(2)
})

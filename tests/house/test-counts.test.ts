import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  countCheck,
  countPlaywright,
  countPreparation,
  countVitest,
} from '../../scripts/test-counts.ts'
import { chooseParts, testParts } from '../../scripts/test-parts.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-counts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(report: unknown): string {
  const file = path.join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(report))
  return file
}

const vitestFile = (status: string, ...statuses: string[]) => ({
  name: 'some.test.ts',
  status,
  assertionResults: statuses.map((one, index) => ({ status: one, fullName: `test ${index}` })),
})

describe('counting a run of vitest', () => {
  it('adds up the files and names what was skipped', () => {
    const report = written({
      testResults: [
        vitestFile('passed', 'passed', 'skipped'),
        vitestFile('failed', 'failed', 'passed'),
      ],
    })
    expect(countVitest(false, report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['test 1'],
      flaky: [],
    })
  })

  it('counts a file that could not be loaded as one failure', () => {
    const report = written({ testResults: [vitestFile('passed', 'passed'), vitestFile('failed')] })
    expect(countVitest(false, report)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('counts an error outside the tests as one failure', () => {
    const report = written({ testResults: [vitestFile('passed', 'passed')] })
    expect(countVitest(false, report)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('takes a run of no tests for a failure', () => {
    expect(countVitest(true, written({ testResults: [] }))).toMatchObject({ passed: 0, failed: 1 })
  })

  it('takes a missing report for a failure even when the command said it went well', () => {
    expect(countVitest(true, path.join(folder, 'none.json'))).toMatchObject({
      passed: 0,
      failed: 1,
    })
  })
})

describe('counting a run of Playwright', () => {
  const test = (title: string, status: string) => ({ title, tests: [{ status }] })

  it('finds the tests within files and groups', () => {
    const report = written({
      errors: [],
      suites: [
        {
          title: 'road.test.ts',
          specs: [test('holds', 'expected'), test('breaks', 'unexpected')],
          suites: [{ title: 'later', specs: [test('waits', 'skipped'), test('wavers', 'flaky')] }],
        },
      ],
    })
    expect(countPlaywright(false, report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['road.test.ts › later › waits'],
      flaky: ['road.test.ts › later › wavers'],
    })
  })

  it('counts a server that did not start as one failure', () => {
    const report = written({ errors: [{ message: 'no server' }], suites: [] })
    expect(countPlaywright(false, report)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('counting the other parts', () => {
  it('counts a check as one', () => {
    expect(countCheck(true)).toMatchObject({ passed: 1, failed: 0 })
    expect(countCheck(false)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts a preparation only when it fails', () => {
    expect(countPreparation(true)).toMatchObject({ passed: 0, failed: 0 })
    expect(countPreparation(false)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('choosing parts', () => {
  const names = (...only: string[]) => chooseParts(testParts({}), only).map(({ name }) => name)

  it('adds what a part needs', () => {
    expect(names('e2e')).toEqual(['generate', 'chromium', 'build', 'e2e'])
  })

  it('knows groups', () => {
    expect(names('db')).toEqual(['generate', 'db-embedded', 'db-served'])
    expect(names('lint')).toEqual(['generate', 'format', 'eslint', 'imports', 'house', 'courses'])
  })

  it('refuses a name that is none', () => {
    expect(() => names('untit')).toThrow('There is no part "untit". There are: generate, chromium')
  })

  it('runs the served database only where one is given', () => {
    const served = (env: Record<string, string | undefined>) =>
      testParts(env).find(({ name }) => name === 'db-served')?.notRun
    expect(served({})).toContain('TEST_DATABASE_URL')
    expect(served({ TEST_DATABASE_URL: 'postgres://127.0.0.1/postgres' })).toBeUndefined()
  })
})

import { existsSync, readFileSync } from 'node:fs'

/** What a part of the tests came to; the names are of tests that were skipped or needed a second try. */
export interface Counts {
  passed: number
  failed: number
  skipped: string[]
  flaky: string[]
}

const none: Counts = { passed: 0, failed: 0, skipped: [], flaky: [] }

/** A part that is one check: it holds or it does not. */
export function countCheck(succeeded: boolean): Counts {
  return succeeded ? { ...none, passed: 1 } : { ...none, failed: 1 }
}

/** A part that only makes ready: nothing is proved when it succeeds. */
export function countPreparation(succeeded: boolean): Counts {
  return succeeded ? none : { ...none, failed: 1 }
}

interface VitestReport {
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/** Vitest's JSON report. A file that could not even be loaded is one failure. */
export function countVitest(succeeded: boolean, reportFile: string): Counts {
  const report = read<VitestReport>(reportFile)
  if (!report) return countCheck(false)
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(passed),
  )
  return settle(succeeded, {
    passed: tests.filter(passed).length,
    failed: tests.filter(({ status }) => status === 'failed').length + unloaded.length,
    skipped: tests.filter(isSkipped).map(({ fullName }) => fullName),
    flaky: [],
  })
}

const passed = (test: { status: string }) => test.status === 'passed'
const isSkipped = ({ status }: { status: string }) =>
  ['skipped', 'pending', 'todo', 'disabled'].includes(status)

interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs?: { title: string; tests: { status: string; projectName?: string }[] }[]
}
interface PlaywrightReport {
  suites: PlaywrightSuite[]
  errors: unknown[]
}

/** Playwright's JSON report. A test that held at the second try has passed, and is named. */
export function countPlaywright(succeeded: boolean, reportFile: string): Counts {
  const report = read<PlaywrightReport>(reportFile)
  if (!report) return countCheck(false)
  const tests = report.suites.flatMap((suite) => testsOf(suite, ''))
  const named = (status: string) =>
    tests.filter((test) => test.status === status).map(({ name }) => name)
  const flaky = named('flaky')
  return settle(succeeded, {
    passed: named('expected').length + flaky.length,
    failed: named('unexpected').length + report.errors.length,
    skipped: named('skipped'),
    flaky,
  })
}

function testsOf(suite: PlaywrightSuite, above: string): { name: string; status: string }[] {
  const name = `${above}${suite.title} › `
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, projectName }) => ({
      name: `${name}${spec.title}${projectName ? ` [${projectName}]` : ''}`,
      status,
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, name))]
}

/** A run that failed without a failed test (a crash, an error outside the tests) has one failure, as has a run of nothing. */
function settle(succeeded: boolean, counts: Counts): Counts {
  const nothing = counts.passed + counts.failed + counts.skipped.length === 0
  const unexplained = !succeeded && counts.failed === 0
  return nothing || unexplained ? { ...counts, failed: counts.failed + 1 } : counts
}

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
}

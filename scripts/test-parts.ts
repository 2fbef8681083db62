import path from 'node:path'
import { courseFolders } from '../courses/toolkit/source/course-files.ts'
import { findPostgres } from '../tests/faults/harness/cluster.ts'
import {
  countCheck,
  countPlaywright,
  countPreparation,
  countVitest,
  type Counts,
} from './test-counts.ts'

/** A part of `npm test`: one command, and what it came to. */
export interface Part {
  name: string
  title: string
  /** Names to ask for several at once: "lint", "db". */
  group?: string
  /** How many of the machine's two cores it keeps busy. */
  cores: 1 | 2
  needs: string[]
  command: string[]
  env?: Record<string, string>
  count: (succeeded: boolean) => Counts
  /** Whether a file name can be added to choose among its tests. */
  filtered?: boolean
  /** Why it cannot run here. */
  notRun?: string
}

export const reportFolder = path.join('.cache', 'test')

const bin = (name: string) => path.join('node_modules', '.bin', name)
const report = (name: string) => path.join(reportFolder, `${name}.json`)

const prepare = (name: string, title: string, needs: string[], command: string[]): Part => ({
  name,
  title,
  cores: 1,
  needs,
  command,
  count: countPreparation,
})

const check = (name: string, title: string, needs: string[], command: string[]): Part => ({
  name,
  title,
  cores: 1,
  needs,
  command,
  count: countCheck,
})

const lint = (...args: Parameters<typeof check>): Part => ({ ...check(...args), group: 'lint' })

const vitest = (project: string, title: string, cores: 1 | 2): Part => ({
  name: project,
  title,
  cores,
  needs: ['generate'],
  command: [
    bin('vitest'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
  filtered: true,
  count: (succeeded) => countVitest(succeeded, report(project)),
})

const servedMissing =
  'set TEST_DATABASE_URL to a PostgreSQL where the user may create databases ' +
  '(postgres://user:password@host:5432/postgres), or use .ci/run, which starts one'

const postgresMissing =
  'install PostgreSQL 15 or newer (Debian: postgresql), which these tests stop and start'

/** What a calendar alone turns into a fault is left out: the same commit comes to the same on any day. */
const courses = lint(
  'courses',
  'courses',
  [],
  [bin('tsx'), 'scripts/courses.ts', 'check', '--any-day'],
)

/** Play and its faults, each with a server and a PostgreSQL of its own. */
const faults: Part[] = [
  {
    name: 'faults-named',
    title: 'faults, one by one',
    group: 'faults',
    cores: 2,
    needs: ['build', 'chromium'],
    command: [
      bin('playwright'),
      'test',
      '--config=playwright.faults.config.ts',
      '--reporter=list,json',
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('faults-named') },
    filtered: true,
    count: (succeeded) => countPlaywright(succeeded, report('faults-named')),
  },
  {
    name: 'faults-random',
    title: 'faults, 40 at random',
    group: 'faults',
    cores: 2,
    needs: ['build', 'chromium'],
    command: [bin('tsx'), 'scripts/test-faults.ts', '--runs', '40'],
    count: countCheck,
  },
]

/** Everything `npm test` runs, in the order in which it is begun. */
export function testParts(env: Record<string, string | undefined>): Part[] {
  return [
    prepare('generate', 'database client', [], ['node', 'scripts/generate.mjs']),
    prepare('chromium', 'a browser', [], [bin('tsx'), 'scripts/find-chromium.ts']),
    prepare('build', 'build', ['generate'], ['node', 'scripts/build.mjs']),
    check('typecheck', 'types', ['generate'], [bin('tsc'), '-p', '.']),
    lint('format', 'format', [], [bin('prettier'), '--check', '.']),
    lint('eslint', 'lint', ['generate'], [bin('eslint'), '.', '--max-warnings', '0']),
    lint('imports', 'imports', [], [bin('tsx'), 'scripts/lint-imports.ts']),
    lint('house', 'house rules', [], [bin('tsx'), 'scripts/lint-house.ts']),
    ...(courseFolders('courses').length > 0 ? [courses] : []),
    vitest('unit', 'unit tests', 1),
    { ...vitest('db-embedded', 'database tests, embedded', 2), group: 'db' },
    {
      ...vitest('db-served', 'database tests, served', 2),
      group: 'db',
      notRun: env.TEST_DATABASE_URL ? undefined : servedMissing,
    },
    { ...vitest('matrix', 'permission matrix', 2), needs: ['build'] },
    {
      name: 'e2e',
      title: 'end-to-end tests',
      cores: 2,
      needs: ['build', 'chromium'],
      command: [bin('playwright'), 'test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') },
      filtered: true,
      count: (succeeded) => countPlaywright(succeeded, report('e2e')),
    },
    ...faults.map((part) => ({ ...part, notRun: findPostgres() ? undefined : postgresMissing })),
  ]
}

/**
 * The parts asked for by name or group, and those that they need.
 * @throws Error that lists the names when one is unknown
 */
export function chooseParts(parts: Part[], names: string[]): Part[] {
  const chosen = new Set<string>()
  const choose = (part: Part): void => {
    chosen.add(part.name)
    for (const need of part.needs) choose(parts.find(({ name }) => name === need)!)
  }
  for (const name of names) {
    const found = parts.filter((part) => part.name === name || part.group === name)
    if (found.length === 0) {
      const known = [...new Set(parts.flatMap((part) => [part.group ?? [], part.name].flat()))]
      throw new Error(`There is no part "${name}". There are: ${known.join(', ')}.`)
    }
    found.forEach(choose)
  }
  return parts.filter(({ name }) => chosen.has(name))
}

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import type { Counts } from './test-counts.ts'
import { chooseParts, reportFolder, testParts, type Part } from './test-parts.ts'

// `npm test`: runs every part whatever the others came to, two at a time where they leave a core
// free, and closes with the line "N passed, N failed".

const usage = `Usage: npm test [-- --only lint,unit,...] [FILE ...]
  --only   parts or groups of parts, with commas between; what they need is run, too
  FILE     chooses among the tests of the parts, by a piece of the file's name`

const cores = 2

interface Outcome extends Counts {
  part: Part
  succeeded: boolean
}

const children = new Set<ChildProcess>()

async function main(only: string[] | undefined, filters: string[]): Promise<number> {
  const all = testParts(process.env)
  const parts = only ? chooseParts(all, only) : all
  rmSync(reportFolder, { recursive: true, force: true })
  mkdirSync(reportFolder, { recursive: true })
  const begun = performance.now()
  const outcomes = await runAll(parts, filters)
  console.log(`\nAll parts ended after ${seconds(begun)}.`)
  return conclude(outcomes)
}

/** Begins each part as soon as what it needs has succeeded and enough cores are free. */
async function runAll(parts: Part[], filters: string[]): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>()
  const running = new Map<string, { part: Part; ended: Promise<void> }>()
  const waiting = parts.filter((part) => !part.notRun)
  for (const part of parts) {
    if (part.notRun) console.log(`– ${part.title}: not run here: ${part.notRun}.`)
  }
  while (waiting.length + running.size > 0) {
    const next = waiting.findIndex((part) => isReady(part, outcomes, running))
    if (next < 0) {
      await Promise.race([...running.values()].map(({ ended }) => ended))
      continue
    }
    const [part] = waiting.splice(next, 1) as [Part]
    const failedNeed = part.needs.find((need) => !outcomes.get(need)!.succeeded)
    if (failedNeed) {
      console.log(`✗ ${part.title}: not run, because "${failedNeed}" failed`)
      outcomes.set(part.name, { part, succeeded: false, ...part.count(false) })
      continue
    }
    const ended = run(part, filters).then((outcome) => {
      outcomes.set(part.name, outcome)
      running.delete(part.name)
    })
    running.set(part.name, { part, ended })
  }
  return [...outcomes.values()]
}

function isReady(
  part: Part,
  outcomes: Map<string, Outcome>,
  running: Map<string, { part: Part }>,
): boolean {
  const busy = [...running.values()].reduce((sum, one) => sum + one.part.cores, 0)
  return part.needs.every((need) => outcomes.has(need)) && busy + part.cores <= cores
}

async function run(part: Part, filters: string[]): Promise<Outcome> {
  console.log(`▸ ${part.title} …`)
  const begun = performance.now()
  const [command, ...words] = [...part.command, ...(part.filtered ? filters : [])]
  const { status, output } = await execute(command!, words, part.env)
  const counts = part.count(status === 0)
  const outcome = { part, succeeded: status === 0 && counts.failed === 0, ...counts }
  const sign = outcome.succeeded ? '✓' : '✗'
  console.log(`${sign} ${part.title.padEnd(28)} ${told(counts).padEnd(32)} ${seconds(begun)}`)
  for (const name of counts.skipped) console.log(`    skipped: ${name}`)
  for (const name of counts.flaky) console.log(`    held only at the second try: ${name}`)
  if (!outcome.succeeded || (part.filtered && filters.length > 0)) console.log(framed(part, output))
  return outcome
}

function execute(command: string, words: string[], env: Record<string, string> = {}) {
  return new Promise<{ status: number | null; output: string }>((resolve) => {
    const child = spawn(command, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const pieces: Buffer[] = []
    const end = (status: number | null, words = '') => {
      children.delete(child)
      resolve({ status, output: Buffer.concat(pieces).toString() + words })
    }
    children.add(child)
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', (error) => end(1, error.message))
    child.on('close', (status) => end(status))
  })
}

function framed(part: Part, output: string): string {
  const line = '─'.repeat(72)
  return `── ${part.title} ${line.slice(part.title.length)}\n${output.trimEnd()}\n───${line}─`
}

function told({ passed, failed, skipped }: Pick<Counts, 'passed' | 'failed' | 'skipped'>): string {
  const counted = passed + failed + skipped.length
  if (counted === 0) return ''
  return `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`
}

const seconds = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`

/** Nothing run is nothing proved: that is a failure, too. */
function conclude(outcomes: Outcome[]): number {
  const failures = outcomes.filter(({ succeeded }) => !succeeded)
  if (failures.length > 0) {
    console.log(`Failed: ${failures.map(({ part }) => part.title).join('; ')}.`)
  }
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0)
  const passed = sum((outcome) => outcome.passed)
  const failed = sum((outcome) => outcome.failed)
  if (passed + failed === 0) console.log('No test was run.')
  const skipped = outcomes.flatMap((outcome) => outcome.skipped)
  console.log(told({ passed, failed, skipped }) || '0 passed, 0 failed')
  return failures.length > 0 || failed > 0 || passed === 0 ? 1 : 0
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
    process.exit(1)
  })
}

try {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) console.log(usage)
  else process.exitCode = await main(values.only?.split(','), positionals)
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 2
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { buildPlanted, plantNames } from '../tests/faults/harness/plants.ts'
import { makeTemplate, Site } from '../tests/faults/harness/site.ts'
import type { Verification } from '~/domain/attempt/verify-attempts.server.ts'
import { toldVerification } from '../tests/setup/verify-attempts.ts'
import { toldVerdict } from '../tests/faults/harness/verdict.ts'
import { live } from '../tests/faults/random/run.ts'
import { planOf, toldPlan } from '../tests/faults/random/steps.ts'
import { wholeBrowser } from './find-chromium.ts'

// `npm run test:faults`: random sequences of play and faults in a real browser, against the built server
// on a PostgreSQL of their own. Closes with "N runs, 0 lost, 0 doubled, 0 misattributed", after what
// `attempt verify` says of all that they have left.

const usage = `Usage: npm run test:faults -- [--runs N] [--seed S] [--at-once K] [--plant NAME]
  --runs      how many; 40 unless told
  --seed      of the first run; the next has the next. 1 unless told
  --at-once   how many runs share the server and the browser at any time; 6 unless told
  --plant     runs a copy with a defect: ${plantNames.join(', ')}`

interface Sum {
  lost: number
  doubled: number
  misattributed: number
  changes: number
  owed: number
  failed: number
}

async function main(runs: number, seed: number, atOnce: number, plant?: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-faults-world-'))
  const root = plant ? await buildPlanted(plant, path.join(folder, 'planted')) : process.cwd()
  const site = await makeTemplate(folder).then((template) => Site.start(template, root))
  const browser = await chromium.launch(wholeBrowser())
  const sum: Sum = { lost: 0, doubled: 0, misattributed: 0, changes: 0, owed: 0, failed: 0 }
  const seeds = Array.from({ length: runs }, (_, index) => seed + index)
  const line = async () => {
    for (let next = seeds.shift(); next !== undefined; next = seeds.shift()) {
      await one(next, { site, browser }, sum)
    }
  }
  let verification: Verification
  try {
    await Promise.all(Array.from({ length: atOnce }, line))
    verification = await site.verifyAttempts()
  } finally {
    await browser.close()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const { lost, doubled, misattributed, failed } = sum
  console.log(`${sum.changes} changes, of which ${sum.owed} were acknowledged, shown or stored.`)
  if (failed > 0) console.log(`${failed} runs came to no end and prove nothing.`)
  console.log(toldVerification(verification))
  console.log(`${runs} runs, ${lost} lost, ${doubled} doubled, ${misattributed} misattributed`)
  const wrong = lost + doubled + misattributed + failed + verification.faultCount
  return wrong > 0 || sum.owed === 0 || verification.attempts === 0 ? 1 : 0
}

async function one(seed: number, place: Parameters<typeof live>[1], sum: Sum): Promise<void> {
  const plan = planOf(seed)
  try {
    const verdict = await live(plan, place)
    for (const kind of ['lost', 'doubled', 'misattributed'] as const) {
      sum[kind] += verdict[kind].length
    }
    sum.changes += verdict.changes
    sum.owed += verdict.owed
    const { lost, doubled, misattributed } = verdict
    if (lost.length + doubled.length + misattributed.length === 0) return
    console.log(`✗ ${toldPlan(plan)}\n  ${toldVerdict(verdict)}`)
  } catch (error) {
    sum.failed++
    console.log(`✗ ${toldPlan(plan)}\n  ${error instanceof Error ? error.stack : String(error)}`)
  }
}

try {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      'at-once': { type: 'string', default: '6' },
      plant: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const { runs, seed, plant } = values
  if (values.help) console.log(usage)
  else process.exitCode = await main(Number(runs), Number(seed), Number(values['at-once']), plant)
} catch (error) {
  console.error(error instanceof Error ? error.stack : String(error))
  process.exitCode = 2
}

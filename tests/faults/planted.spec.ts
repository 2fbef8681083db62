import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { buildPlanted } from './harness/plants.ts'
import { Site } from './harness/site.ts'
import { templateOf } from './harness/template.ts'
import type { Verdict } from './harness/verdict.ts'
import { live } from './random/run.ts'
import type { Step } from './random/steps.ts'

// Tests that cannot fail prove nothing: a line of the product is made wrong, and the same harness that
// finds nothing in the sound one says what has become of the changes.

// Each makes a server and a database of its own, and most build one.
test.describe.configure({ timeout: 180_000 })

const set: Step = { do: 'set', changes: 2, andThen: 'commit' }
const spoil = (kind: 'cut' | 'cut-after'): Step => ({ do: 'spoil', kind, times: 20, lasts: 0 })
const close: Step = { do: 'close', lastWords: 'none' }
const saved: Step = { do: 'wait-saved' }
const meanwhile: Step = { do: 'wait', ms: 1500 }

const planted: [plant: string, found: keyof Verdict, steps: Step[]][] = [
  ['released-before-the-answer', 'lost', [set, saved, spoil('cut'), set, meanwhile, close]],
  ['not-stored', 'lost', [set, saved, spoil('cut'), set, close, meanwhile]],
  ['held-ignored-at-launch', 'doubled', [set, saved, spoil('cut-after'), set, meanwhile, close]],
  [
    'attempt-of-the-first-launch',
    'misattributed',
    [set, saved, { do: 'other-person' }, set, saved],
  ],
]

test('a byte that is changed in what a run has left is found by attempt verify', async ({
  browser,
}) => {
  const site = await Site.start(templateOf())
  try {
    const steps = [set, saved, set, saved]
    await live({ seed: 0, edition: '1.2', onDisk: false, ailments: {}, steps }, { site, browser })
    const sound = await site.verifyAttempts()
    expect(sound).toMatchObject({ faultCount: 0, faults: [] })
    // A place that the next commit sets anew, so that the state does not show it.
    const { rows } = await site.database.query<{ id: string }>(
      `update commit_entry set elements = jsonb_set(elements, '{cmi.core.lesson_location}', '"?"')
        where sequence = 1 and writer <> 'seed' returning attempt_id as id`,
    )
    expect(rows).toHaveLength(1)
    expect(await site.verifyAttempts()).toMatchObject({
      attempts: sound.attempts,
      faultCount: 1,
      faults: [{ attemptId: rows[0]!.id, sequence: 1, fault: 'seal-broken' }],
    })
  } finally {
    await site.stop()
  }
})

for (const [plant, found, steps] of planted) {
  test(`the defect "${plant}" is seen: something is ${found}`, async ({ browser }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-faults-planted-'))
    const site = await Site.start(templateOf(), await buildPlanted(plant, folder))
    try {
      const plan = { seed: 0, edition: '1.2' as const, onDisk: false, ailments: {}, steps }
      const verdict = await live(plan, { site, browser })
      expect(verdict[found]).not.toEqual([])
    } finally {
      await site.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

import { expect, test } from '../harness/fault-test.ts'

for (const characters of [80_000, 900_000]) {
  test(`a final state of ${characters / 1000} kB outlives the closing of its tab`, async ({
    device,
    module,
    expectAllKept,
  }) => {
    const playing = await device().play('learner', module)
    expect(await playing.isReady(15_000)).toBe(true)
    await playing.set([{ suspendCharacters: characters }], 'commit')
    const last = await playing.planLastWords(true, { suspendCharacters: characters })
    await playing.close()
    await expectAllKept()
    expect(last.acknowledged, 'content could end as it went').toBe(true)
  })
}

test('200 commits a second become at most two requests a second, and nothing is lost', async ({
  device,
  module,
  ledger,
  site,
  expectAllKept,
}) => {
  const playing = await device().play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  expect(await playing.waitSaved(10_000)).toBe(true)
  const seconds = 4
  const before = site.proxy.commitsOf(playing.host!).length
  const begun = performance.now()
  await playing.storm(200, seconds)
  expect(await playing.waitSaved(15_000)).toBe(true)
  const lasted = (performance.now() - begun) / 1000
  const requests = site.proxy.commitsOf(playing.host!).length - before
  expect(ledger.changes.filter(({ acknowledged }) => acknowledged).length).toBeGreaterThan(200)
  expect(requests, `${requests} requests in ${lasted} s`).toBeLessThanOrEqual(2 * lasted + 1)
  await expectAllKept()
})

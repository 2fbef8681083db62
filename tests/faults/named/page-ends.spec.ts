import { expect, test } from '../harness/fault-test.ts'
import { pollUntil } from '../harness/poll.ts'

for (const edition of ['1.2', '2004'] as const) {
  test.describe(`in SCORM ${edition}`, () => {
    test.use({ edition })

    test('a tab that is closed keeps what content set up to its last moment', async ({
      device,
      module,
      expectAllKept,
    }) => {
      const playing = await device().play('learner', module)
      expect(await playing.isReady(15_000)).toBe(true)
      await playing.set([{}, {}], 'commit')
      await playing.set([{}])
      const lastWords = await playing.planLastWords(true)
      await playing.close()
      await expectAllKept()
      expect(lastWords?.acknowledged, 'content could speak as it went').toBe(true)
    })

    test('a tab that is closed without a network keeps it on the device', async ({
      device,
      module,
      expectAllKept,
    }) => {
      const computer = device()
      const playing = await computer.play('learner', module)
      expect(await playing.isReady(15_000)).toBe(true)
      await computer.setOffline(true)
      await playing.set([{}, { completes: true }], 'commit')
      await playing.planLastWords(true)
      await playing.close()
      await computer.setOffline(false)
      await expectAllKept()
    })
  })
}

test('a page that is left for another keeps everything, and goes on where it was', async ({
  device,
  module,
  site,
  expectAllKept,
}) => {
  const playing = await device().play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await playing.set([{}, {}])
  await playing.planLastWords(false)
  await playing.noteStorage()
  await playing.page.goto(`${site.origin}/home`)
  await expectAllKept()
})

test('a page that is loaded anew in mid-play keeps everything', async ({
  device,
  module,
  expectAllKept,
}) => {
  const playing = await device().play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  for (let turn = 0; turn < 3; turn++) {
    await playing.set([{}, {}], turn === 1 ? 'finish' : 'nothing')
    await playing.loadAnew(() => playing.page.reload())
    expect(await playing.isReady(15_000)).toBe(true)
  }
  expect(await playing.waitSaved(10_000)).toBe(true)
  await expectAllKept()
})

for (const how of ['in the same tab', 'by the browser’s memory of the page'] as const) {
  test(`the back button brings a player that saves, ${how}`, async ({
    device,
    module,
    site,
    expectAllKept,
  }) => {
    // Playwright's shared browser never keeps a page in memory; a browser of its own does.
    const isKept = how !== 'in the same tab'
    site.proxy.letsPagesBeKept = isKept
    const playing = await device('own', { onDisk: isKept }).play('learner', module)
    expect(await playing.isReady(15_000)).toBe(true)
    await playing.set([{}, {}], 'commit')
    await playing.set([{}])
    const { page } = playing
    // Listens in this very page: told only where the browser shows it again, which then loads itself anew.
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) =>
        sessionStorage.setItem('shown-again', String(persisted)),
      )
    })
    // Of another site, where the browser keeps the page of this one.
    const elsewhere = isKept ? `http://127.0.0.1:${site.port}/healthz` : `${site.origin}/home`
    await playing.loadAnew(async () => {
      await page.goto(elsewhere)
      await page.goBack()
    })
    // It loads anew as it is asked.
    const shownAgain = () =>
      page.evaluate(() => sessionStorage.getItem('shown-again')).catch(() => undefined)
    await expect.poll(shownAgain).toBe(isKept ? 'true' : null)
    site.proxy.letsPagesBeKept = false
    expect(await playing.isReady(15_000)).toBe(true)
    expect(await playing.waitSaved(10_000)).toBe(true)
    await expectAllKept()
  })
}

test('a browser that is killed keeps what the learner saw as saved, once and in order', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device('own', { onDisk: true })
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  // The browser writes its storage to the disk seconds later, with what was unsent at that moment.
  const begun = performance.now()
  await pollUntil('the disk has something', 12_000, async () => {
    await playing.set([{}])
    return performance.now() - begun > 7000
  })
  expect(await playing.waitSaved(10_000)).toBe(true)
  await computer.kill()
  await expectAllKept()
})

test('a browser that is killed without a network keeps what its disk held', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device('own', { onDisk: true })
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await computer.setOffline(true)
  await playing.set([{}, {}], 'commit')
  const begun = performance.now()
  await pollUntil('the disk has it', 12_000, async () => performance.now() - begun > 8000)
  await computer.kill()
  await expectAllKept()
})

import { expect, test } from '../harness/fault-test.ts'
import { emptyStorage, fillStorage, forbidStorage } from '../harness/storage-faults.ts'

const day = 86_400_000

test('without any storage a commit waits for the server, and is refused without it', async ({
  device,
  module,
  ledger,
  expectAllKept,
}) => {
  const computer = device('own', { withoutStorage: true })
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await playing.set([{}, {}], 'commit')
  expect(ledger.changes.every(({ acknowledged }) => acknowledged)).toBe(true)
  await expect(playing.page.getByText('Sparas bara medan du är uppkopplad')).toBeVisible()
  await computer.setOffline(true)
  await playing.set([{}], 'commit')
  expect(ledger.changes.at(-1)?.acknowledged, 'content is told that it is not safe').toBe(false)
  await computer.setOffline(false)
  expect(await playing.waitSaved(15_000)).toBe(true)
  await playing.close()
  // Its storage cannot be looked into: what came back has nothing to bring.
  computer.played.clear()
  await expectAllKept()
})

test('without storage and network the learner is asked before the page goes with what it holds', async ({
  device,
  module,
}) => {
  const computer = device('own', { withoutStorage: true })
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  const { page } = playing
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  // A browser asks only where the learner has done something.
  await page
    .locator('iframe')
    .first()
    .click({ position: { x: 200, y: 200 } })
  await computer.setOffline(true)
  await playing.set([{}], 'commit')
  await page.evaluate(() => location.assign('/home')).catch(() => undefined)
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await computer.setOffline(false)
  expect(await playing.waitSaved(15_000), 'the page has stayed').toBe(true)
  await page.evaluate(() => location.assign('/home')).catch(() => undefined)
  await page.waitForURL('**/home')
  expect(asked, 'what is saved needs no question').toHaveLength(1)
  computer.played.clear()
})

test('storage that is full during play loses nothing that content was promised', async ({
  device,
  module,
  ledger,
  expectAllKept,
}) => {
  const computer = device()
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await playing.set([{}], 'commit')
  await fillStorage(playing)
  await playing.set([{ suspendCharacters: 30_000 }, {}], 'commit')
  expect(ledger.changes.every(({ acknowledged }) => acknowledged)).toBe(true)
  await computer.setOffline(true)
  await playing.set([{ suspendCharacters: 30_000 }], 'commit')
  expect(ledger.changes.at(-1)?.acknowledged, 'content is told that it is not safe').toBe(false)
  await computer.setOffline(false)
  expect(await playing.waitSaved(15_000)).toBe(true)
  await expectAllKept()
})

test('storage that is forbidden during play loses nothing that content was promised', async ({
  device,
  module,
  ledger,
  expectAllKept,
}) => {
  const computer = device()
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await playing.set([{}], 'commit')
  await forbidStorage(playing)
  await playing.set([{}, {}], 'commit')
  expect(ledger.changes.every(({ acknowledged }) => acknowledged)).toBe(true)
  await computer.setOffline(true)
  await playing.set([{}], 'commit')
  expect(ledger.changes.at(-1)?.acknowledged, 'content is told that it is not safe').toBe(false)
  await computer.setOffline(false)
  expect(await playing.waitSaved(15_000)).toBe(true)
  await expectAllKept()
})

test('storage that is emptied during play loses nothing while the page is open', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await computer.setOffline(true)
  await playing.set([{}, {}], 'commit')
  await emptyStorage(playing)
  await playing.set([{}], 'commit')
  await computer.setOffline(false)
  expect(await playing.waitSaved(15_000)).toBe(true)
  await expectAllKept()
})

for (const [name, clockOff] of [
  ['fast', day],
  ['slow', -day],
] as const) {
  test(`a clock that is a day ${name} neither loses nor turns around anything`, async ({
    device,
    module,
    expectAllKept,
  }) => {
    const computer = device('wrong', { clockOff })
    const playing = await computer.play('learner', module)
    expect(await playing.isReady(15_000)).toBe(true)
    await playing.set([{}, {}], 'commit')
    expect(await playing.waitSaved(10_000)).toBe(true)
    await computer.setOffline(true)
    await playing.set([{}, {}], 'commit')
    await playing.close()
    await computer.setOffline(false)
    const other = await device('right').play('learner', module)
    expect(await other.isReady(15_000)).toBe(true)
    await other.set([{}], 'commit')
    await expectAllKept()
  })
}

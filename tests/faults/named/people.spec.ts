import { expect, test } from '../harness/fault-test.ts'

const takenOver = { name: 'Modulen är öppen i ett annat fönster' }

test('a sign-in that expires during play does not stop the saving', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await playing.set([{}], 'commit')
  await computer.signOut('learner')
  await playing.set([{}, {}], 'commit')
  expect(await playing.waitSaved(10_000)).toBe(true)
  await computer.setOffline(true)
  await playing.set([{}], 'finish')
  await playing.close()
  await computer.setOffline(false)
  await expectAllKept()
})

test('another person on the same computer gets nothing of the first one’s full outbox', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const first = await computer.play('learner', module)
  expect(await first.isReady(15_000)).toBe(true)
  await computer.setOffline(true)
  await first.set([{}, { suspendCharacters: 5000 }, { completes: true }], 'finish')
  await first.close()
  await computer.setOffline(false)
  await computer.signOut('learner')
  const second = await computer.play('trainer', module)
  expect(second.registration).not.toBe(first.registration)
  expect(await second.isReady(15_000)).toBe(true)
  await second.set([{}, {}], 'commit')
  expect(await second.waitSaved(10_000)).toBe(true)
  await expectAllKept()
})

test('a page that is open when another person signs in saves for the one it was opened for', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const first = await computer.play('learner', module)
  expect(await first.isReady(15_000)).toBe(true)
  await computer.setOffline(true)
  await first.set([{}, {}], 'commit')
  await computer.setOffline(false)
  const second = await computer.play('trainer', module)
  expect(await second.isReady(15_000)).toBe(true)
  await second.set([{}], 'commit')
  await first.set([{}], 'commit')
  expect(await second.waitSaved(10_000)).toBe(true)
  expect(await first.waitSaved(15_000)).toBe(true)
  await expectAllKept()
})

test('of two tabs the later takes over and the earlier says so; both keep what was done', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const first = await computer.play('learner', module)
  expect(await first.isReady(15_000)).toBe(true)
  await first.set([{}, {}], 'commit')
  await first.set([{}])
  const second = await computer.play('learner', module)
  await first.set([{}, {}], 'commit')
  expect(await second.isReady(15_000)).toBe(true)
  await expect(first.page.getByRole('heading', takenOver)).toBeVisible()
  await second.set([{}, {}], 'commit')
  expect(await second.waitSaved(10_000)).toBe(true)
  await expectAllKept()
})

test('a tab that is taken over in the middle of a storm keeps what was acknowledged, once', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const first = await computer.play('learner', module)
  expect(await first.isReady(15_000)).toBe(true)
  const storm = first.storm(40, 4)
  const second = await computer.play('learner', module)
  expect(await second.isReady(15_000)).toBe(true)
  await second.set([{}], 'commit')
  await storm.catch(() => undefined)
  await expectAllKept()
})

test('two tabs of one browser without a network keep what each has done', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const first = await computer.play('learner', module)
  expect(await first.isReady(15_000)).toBe(true)
  const second = await computer.play('learner', module)
  expect(await second.isReady(15_000)).toBe(true)
  await computer.setOffline(true)
  await first.set([{}, {}], 'commit')
  await second.set([{}, {}], 'commit')
  await first.close()
  await second.close()
  await computer.setOffline(false)
  await expectAllKept()
})

test('of two devices the second goes on, and what the first has left comes in later', async ({
  device,
  module,
  expectAllKept,
}) => {
  const [office, home] = [device('office'), device('home')]
  const there = await office.play('learner', module)
  expect(await there.isReady(15_000)).toBe(true)
  await there.set([{}, {}], 'commit')
  expect(await there.waitSaved(10_000)).toBe(true)
  await office.setOffline(true)
  await there.set([{}, { suspendCharacters: 4000 }], 'commit')
  const here = await home.play('learner', module)
  expect(await here.isReady(15_000)).toBe(true)
  await here.set([{}, { completes: true }], 'commit')
  expect(await here.waitSaved(10_000)).toBe(true)
  await office.setOffline(false)
  await there.set([{}], 'commit')
  await expect(there.page.getByRole('heading', takenOver)).toBeVisible({ timeout: 20_000 })
  await expectAllKept()
})

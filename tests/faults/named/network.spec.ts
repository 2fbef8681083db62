import type { Device, TestModule } from '../harness/device.ts'
import type { FaultKind } from '../harness/fault-proxy.ts'
import { expect, test } from '../harness/fault-test.ts'
import type { Playing } from '../harness/playing.ts'
import { pollUntil } from '../harness/poll.ts'

async function begin(computer: Device, module: TestModule): Promise<Playing> {
  const playing = await computer.play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  await playing.set([{}, {}], 'commit')
  return playing
}

const commitsMet = ({ device, host }: Playing, kind: FaultKind) =>
  device.site.proxy.commitsOf(host!).filter(({ fault }) => fault === kind).length

const answers: [FaultKind, string][] = [
  ['cut', 'a line that is cut before the server has heard'],
  ['cut-after', 'a line that is cut before the server’s answer'],
  ['error', 'a server that answers 500'],
  ['error-after', 'a proxy that answers 502 where the server has saved'],
  ['login-page', 'a network’s login page instead of an answer'],
  ['login-page-after', 'a network’s login page where the server has saved'],
  ['other-json', 'somebody else’s JSON instead of an answer'],
  ['truncated', 'an answer that ends in the middle'],
]

for (const [kind, name] of answers) {
  test(`${name} loses nothing and saves nothing twice`, async ({
    device,
    module,
    expectAllKept,
  }) => {
    const playing = await begin(device(), module)
    const { proxy } = playing.device.site
    proxy.spoil(playing.host!, { kind })
    await playing.set([{ suspendCharacters: 3000 }, {}], 'commit')
    await pollUntil('a commit has met the fault', 10_000, async () => commitsMet(playing, kind) > 0)
    await playing.set([{ completes: true }], 'commit')
    expect(await playing.saved(1500), 'nothing is told to be saved').toBe(false)
    proxy.heal(playing.host!)
    expect(await playing.waitSaved(20_000)).toBe(true)
    await expectAllKept()
  })
}

for (const [kind, name] of [
  ['stall', 'before the server has heard'],
  ['stall-after', 'before the server’s answer'],
] as const) {
  test(`a line that stalls for 30 s ${name} loses nothing`, async ({
    device,
    module,
    expectAllKept,
  }) => {
    const playing = await begin(device(), module)
    const { proxy } = playing.device.site
    proxy.spoil(playing.host!, { kind, lasts: 30_000, times: 1 })
    await playing.set([{}], 'commit')
    await pollUntil('a commit stalls', 10_000, async () => commitsMet(playing, kind) > 0)
    await playing.set([{}, {}], 'commit')
    // The frame gives up after 20 s, and sends again.
    expect(await playing.waitSaved(40_000)).toBe(true)
    await expectAllKept()
  })
}

test('an answer that comes late is taken, and what came meanwhile follows', async ({
  device,
  module,
  expectAllKept,
}) => {
  const playing = await begin(device(), module)
  playing.device.site.proxy.spoil(playing.host!, { kind: 'slow', lasts: 3000, times: 2 })
  for (let turn = 0; turn < 5; turn++) await playing.set([{}, {}], 'commit')
  await playing.planLastWords(true)
  await playing.close()
  await expectAllKept()
})

test('a browser that goes offline and comes back saves what was done meanwhile', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const playing = await begin(computer, module)
  for (let turn = 0; turn < 2; turn++) {
    await computer.setOffline(true)
    await playing.set([{}, { suspendCharacters: 20_000 }], 'commit')
    expect(await playing.saved(1200), 'nothing is told to be saved').toBe(false)
    await computer.setOffline(false)
    expect(await playing.waitSaved(10_000)).toBe(true)
  }
  await expectAllKept()
})

test('a launch over a bad line sends what an earlier one has left, once', async ({
  device,
  module,
  expectAllKept,
}) => {
  const computer = device()
  const first = await begin(computer, module)
  const host = first.host!
  const { proxy } = computer.site
  proxy.spoil(host, { kind: 'cut-after' })
  await first.set([{}, {}], 'commit')
  await pollUntil('a commit is unanswered', 10_000, async () => commitsMet(first, 'cut-after') > 0)
  await first.set([{}], 'finish')
  await first.close()
  for (const kind of ['truncated', 'error-after', 'cut-after'] as const) {
    proxy.spoil(host, { kind, times: 2 })
    const again = await computer.play('learner', module)
    expect(await again.isReady(20_000)).toBe(true)
    await again.set([{}, {}], 'commit')
    await again.close()
  }
  await expectAllKept()
})

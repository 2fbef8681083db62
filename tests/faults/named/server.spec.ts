import { expect, test } from '../harness/fault-test.ts'
import type { Site } from '../harness/site.ts'

test('a server that is killed in the middle of a commit has it once', async ({
  device,
  module,
  site,
  expectAllKept,
}) => {
  const playing = await device().play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  expect(await playing.waitSaved(10_000)).toBe(true)
  for (const isWritten of [true, false]) {
    // The commit's statement waits for the attempt's row: that is where the server dies.
    const release = await lockAttempt(site, playing.registration)
    try {
      const arrived = site.proxy.nextCommit(playing.host!)
      await playing.set([{}, {}], 'commit')
      await arrived
      await expect.poll(async () => (await waitingStatements(site)).length).toBeGreaterThan(0)
      await site.killServer()
      // The database may finish a statement whose server is gone; or it is ended as well.
      if (!isWritten) await cancelStatements(site)
    } finally {
      await release()
    }
    await playing.set([{ suspendCharacters: 2000 }], 'commit')
    await site.startServer()
    expect(await playing.waitSaved(20_000)).toBe(true)
  }
  await expectAllKept()
})

async function lockAttempt({ database }: Site, registration: string): Promise<() => Promise<void>> {
  const lock = await database.connect()
  await lock.query('begin')
  await lock.query('select id from attempt where registration_id = $1 for update', [registration])
  return async () => {
    await lock.query('rollback')
    lock.release()
  }
}

async function waitingStatements({ database }: Site): Promise<number[]> {
  const { rows } = await database.query<{ pid: number }>(
    `select pid from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%last_sequence%'`,
  )
  return rows.map(({ pid }) => pid)
}

async function cancelStatements(site: Site): Promise<void> {
  const pids = await waitingStatements(site)
  await site.database.query('select pg_cancel_backend(pid) from unnest($1::int[]) as pid', [pids])
}

test('a server that is killed again and again while content saves has everything once', async ({
  device,
  module,
  site,
  expectAllKept,
}) => {
  const playing = await device().play('learner', module)
  expect(await playing.isReady(15_000)).toBe(true)
  for (let turn = 0; turn < 3; turn++) {
    const arrived = site.proxy.nextCommit(playing.host!)
    await playing.set([{}, {}], 'commit')
    await arrived
    await site.restartServer()
    await playing.set([{}], 'commit')
  }
  expect(await playing.waitSaved(20_000)).toBe(true)
  await expectAllKept()
})

for (const how of ['fast', 'immediate'] as const) {
  test(`a database that is stopped (${how}) and started again has everything once`, async ({
    device,
    module,
    site,
    expectAllKept,
  }) => {
    const computer = device()
    const playing = await computer.play('learner', module)
    expect(await playing.isReady(15_000)).toBe(true)
    expect(await playing.waitSaved(10_000)).toBe(true)
    const arrived = site.proxy.nextCommit(playing.host!)
    await playing.set([{}, {}], 'commit')
    await arrived
    await site.cluster.stop(how)
    await playing.set([{ suspendCharacters: 3000 }, {}], 'commit')
    expect(await playing.saved(1500), 'nothing is told to be saved').toBe(false)
    await site.cluster.start()
    expect(await playing.waitSaved(30_000)).toBe(true)
    await expectAllKept()
  })
}

test('a new version published in mid-attempt leaves the learner where he is', async ({
  device,
  module,
  publishAgain,
  expectAllKept,
}) => {
  const computer = device()
  const first = await computer.play('learner', module)
  expect(await first.isReady(15_000)).toBe(true)
  await first.set([{}, {}], 'commit')
  await computer.setOffline(true)
  await first.set([{}, {}], 'commit')
  await publishAgain()
  await first.set([{}], 'commit')
  await first.close()
  await computer.setOffline(false)
  const second = await computer.play('learner', module)
  expect(second.registration, 'the version begun is the one that goes on').toBe(first.registration)
  expect(await second.isReady(15_000)).toBe(true)
  await second.set([{ completes: true }], 'finish')
  await expectAllKept()
})

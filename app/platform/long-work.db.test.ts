import { expect, test, vi } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { database } from './db/database.server.ts'
import { inTransaction } from './db/transaction.server.ts'
import { readWork, startWork, workHandler } from './long-work.server.ts'

useDatabase()

test('how far work has come is seen before its transaction has written anything', async () => {
  const work = { kind: 'count', subjectId: newId(), ownerId: null, total: 10 }
  const workId = await inTransaction(systemActor, (tx) => startWork(tx, work))
  // With one connection there is nobody to ask: the work goes on all the same.
  const isServed = database().kind === 'served'
  const handle = workHandler({
    count: {
      run: (_work, _report, glimpse) =>
        inTransaction(systemActor, async () => {
          glimpse(4, 10)
          if (isServed) await vi.waitFor(async () => expect((await readWork(workId))?.done).toBe(4))
        }),
      giveUp: () => Promise.resolve(),
    },
  })
  await handle({ workId })
  expect(await readWork(workId)).toMatchObject({ state: 'done', done: isServed ? 4 : 0, total: 10 })
})

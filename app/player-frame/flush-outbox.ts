import type { StateAnswer } from '~/kernel/player-protocol.ts'
import { ContentServer } from './content-server.ts'
import { Outbox } from './outbox.ts'
import { keysFrom, outboxPrefix, type Store } from './outbox-keys.ts'
import { whileNotPlayed } from './play-lock.ts'
import { Saver, type StockTaken } from './saver.ts'
import { takeStock } from './take-stock.ts'
import { Wire } from './wire.ts'

/** What is not sent by then stays for another page. */
const longestMs = 30_000

/**
 * Sends what earlier launches have left of an attempt in this browser, unless it is being played.
 * Failure is no news: everything stays where it is.
 */
export async function flushOutbox(store: Store, attemptId: string, token: string): Promise<void> {
  if (keysFrom(store, `${outboxPrefix}${attemptId}.`).length === 0) return
  await whileNotPlayed(attemptId, async () => {
    const outbox = new Outbox(store, attemptId)
    if (outbox.entries.length === 0) return
    const server = new ContentServer(token)
    const ask = () => takeStock(outbox, null, (request) => server.askState(request))
    const state = await ask()
    if (state?.outcome !== 'state') return
    const saver = new Saver(
      {
        outbox,
        wire: new Wire(),
        send: (request, keepalive) => server.send(request, keepalive),
        sendBlocking: () => null,
        takeStock: async () => stockOf(await ask()),
        report: () => undefined,
      },
      state.writer,
      state.lastSequence,
    )
    await saver.drained(longestMs)
    saver.stop()
  })
}

/** What a saver needs of an answer to the question where the attempt stands. */
export function stockOf(answer: StateAnswer | null): StockTaken {
  if (answer?.outcome === 'state') return answer.lastSequence
  const { outcome } = answer ?? {}
  return outcome === 'stale-writer' || outcome === 'token-refused' ? outcome : null
}

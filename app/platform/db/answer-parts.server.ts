import { database } from './database.server.ts'
import type { Sql } from './sql.server.ts'

/** So many rows of an answer lie in memory at a time. */
const rowsAtATime = 2_000

/**
 * The rows of a query, as it finds them at one moment, a part at a time, however many. A connection is held from the
 * first part to the last: whoever reads asks the database nothing else between them, for the embedded one has no
 * other connection, and waits for nobody (see set-aside.server.ts). A part is the reader's until the next is asked for.
 */
export async function* answerParts<Row>({ text, values }: Sql): AsyncGenerator<Row[]> {
  const client = await database().pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin read only')
    // All of the answer is wanted, so it is planned for all of it; and it is sorted in memory.
    await client.query(`
      select set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '32MB', true)`)
    await client.query({ text: `declare answer no scroll cursor for ${text}`, values })
    const fetch = async () =>
      (await client.query<Row & object>(`fetch ${rowsAtATime} from answer`)).rows as Row[]
    // The next part is fetched while the one before is worked on, for they are the work of two processes.
    for (let next = fetch(), isMore = true; isMore;) {
      const part = await next
      isMore = part.length === rowsAtATime
      if (isMore) {
        next = fetch()
        // Where the reader goes away, nobody hears of what went wrong with a part that is not wanted.
        next.catch(() => undefined)
      }
      if (part.length > 0) yield part
      // The client's old answers know each other: what they hold would be cleared away late, and all at once.
      part.length = 0
    }
  } finally {
    await client.query('rollback').catch((error: Error) => (broken = error))
    client.release(broken)
  }
}

import type { Tx } from '~/platform/db/sql.server.ts'
import { keepMore } from './planned-change.db.server.ts'
import type { PeopleTold } from './planned-change.ts'

/** Keeps what a planned change does to the people in the units, so that it can be taken back with the rest. */
export async function keepPeopleTold(tx: Tx, plannedId: string, people: PeopleTold): Promise<void> {
  await keepMore(tx, plannedId, { people })
}

import { systemActor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { refreshToday } from './reorganise.db.server.ts'

/** Lets what was planned for a day that has come stand where lists read it: today's names, kinds and numbers. */
export async function bringRegisterUpToDate(): Promise<void> {
  await inTransaction(systemActor, (tx) => refreshToday(tx, today()))
}

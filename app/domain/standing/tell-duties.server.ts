import { isMailDay } from '~/domain/notice/duty-notice.ts'
import { eachReaders, tellPeople } from '~/domain/notice/tell-people.server.ts'
import type { Day } from '~/kernel/dates.ts'
import { selectOpenDuties } from './open-duty.db.server.ts'

export interface ToldDuties {
  /** How many were looked at. */
  people: number
  mails: number
  /** After whom to go on; null: everybody has been looked at. */
  after: string | null
}

/**
 * Makes today's mails for everybody who is to have one, some hundred people at a time. Done again the same
 * day it makes none that there are.
 * @param limits.after after whom to go on
 * @param limits.ms after how long to stop, to go on in another job
 */
export async function tellDuties(
  today: Day,
  limits: { after?: string | null; ms?: number } = {},
): Promise<ToldDuties> {
  const { after = null, ms = Infinity } = limits
  const told: ToldDuties = { people: 0, mails: 0, after: null }
  if (!isMailDay(today)) return told
  const begun = performance.now()
  for await (const readers of eachReaders(today, after)) {
    const ids = readers.map(({ personId }) => personId)
    const { mails } = await tellPeople(readers, await selectOpenDuties(ids, today), today)
    told.people += readers.length
    told.mails += mails
    if (performance.now() - begun > ms) return { ...told, after: ids.at(-1)! }
  }
  return told
}

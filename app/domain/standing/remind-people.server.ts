import { recordAudit } from '~/domain/audit/audit.server.ts'
import { wantReminded } from '~/domain/notice/reminder.server.ts'
import { readersAmong, tellPeople } from '~/domain/notice/tell-people.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { countConfirmed, selectOpenDuties } from './open-duty.db.server.ts'

/** What came of reminding people; each of them is in one of the counts. */
export interface Reminded {
  /** Get a mail now. */
  mailed: number
  /** Get it in the next mail: they have had one this week, or it is a weekend or a holiday. */
  waiting: number
  /** Nobody asks it of them, or they have done it. */
  notAsked: number
  /** Have no confirmed address that takes mail, or do not want mail about what is recommended. */
  unreachable: number
}

/** As many as one page of a list, and more. */
export const mostReminded = 1000

/**
 * Has people reminded of a module, whoever assigned it to them. Nobody gets more than one mail a week: for
 * those who have had one, it stands in the next. Asked twice it is said once.
 * @param personIds people confirmed in the organisation, at most `mostReminded`
 * @throws Refusal forbidden; not-found (somebody does not work there); notice.too-many
 */
export async function remindPeople(
  actor: Actor,
  wanted: { organisationId: string; moduleId: string; personIds: readonly string[] },
): Promise<Reminded> {
  const { organisationId, moduleId } = wanted
  if (!may(actor, 'people:remind', { organisationId })) throw new Refusal('forbidden')
  const personIds = [...new Set(wanted.personIds)]
  if (![organisationId, moduleId, ...personIds].every(isId)) throw new Refusal('not-found')
  if (personIds.length > mostReminded) {
    throw new Refusal('notice.too-many', { most: mostReminded }, { field: 'personIds' })
  }
  const day = today()
  if ((await countConfirmed(organisationId, personIds, day)) < personIds.length) {
    throw new Refusal('not-found')
  }
  const asked = await selectOpenDuties(personIds, day, moduleId)
  const askedIds = asked.map(({ personId }) => personId)
  const isMandatory = new Set(
    asked.filter((duty) => duty.isMandatory).map(({ personId }) => personId),
  )
  const readers = (await readersAmong(askedIds)).filter(
    ({ personId, wantsRecommended }) => wantsRecommended || isMandatory.has(personId),
  )
  const readerIds = readers.map(({ personId }) => personId)
  await inTransaction(actor, async (tx) => {
    await wantReminded(tx, actor, { organisationId, moduleId, personIds: readerIds })
    const detail = { moduleId, people: readerIds.length }
    await recordAudit(tx, actor, { action: 'people.reminded', organisationId, detail })
  })
  // The mail gathers all that they have to do, not this module alone.
  const duties = await selectOpenDuties(readerIds, day)
  const { mails } = await tellPeople(readers, duties, day)
  return {
    mailed: mails,
    waiting: readers.length - mails,
    notAsked: personIds.length - asked.length,
    unreachable: asked.length - readers.length,
  }
}

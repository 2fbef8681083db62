import { recordAudit } from '~/domain/audit/audit.server.ts'
import {
  applyReorganisation,
  type Reorganise,
} from '~/domain/organisation/apply-reorganisation.server.ts'
import { keepPeopleTold } from '~/domain/organisation/planned-change.server.ts'
import type { PeopleTold } from '~/domain/organisation/planned-change.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { endAffiliations, moveAffiliations } from './reorganise.db.server.ts'

/**
 * Changes units from a day on, with the people in them: who works in a unit that goes into another works there
 * from the day; in a unit that closes, until it. Earlier days keep their people.
 * @returns how many affiliations went to another unit, and how many ended
 * @throws Refusal as applyReorganisation
 */
export async function reorganiseUnits(
  input: Reorganise,
): Promise<{ followed: number; ended: number }> {
  const { actor, day } = input
  return inTransaction(actor, async (tx) => {
    const { follows, plannedId } = await applyReorganisation(tx, input)
    const people = { followed: 0, ended: 0 }
    const told: PeopleTold = { copied: [], ended: [], turned: [] }
    for (const { from, to, group } of follows) {
      if (to) people.followed += await moveAffiliations(tx, { from, to, group, day }, told)
    }
    const closed = follows.filter(({ to }) => to === null).map(({ from }) => from)
    if (closed.length > 0) people.ended += await endAffiliations(tx, closed, day, told)
    if (plannedId) await keepPeopleTold(tx, plannedId, told)
    if (people.followed + people.ended > 0) {
      await recordAudit(tx, actor, {
        action: 'affiliation.reorganised',
        detail: { day, ...people },
      })
    }
    return people
  })
}

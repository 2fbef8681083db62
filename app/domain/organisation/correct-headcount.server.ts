import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertHeadcounts,
  lockHeadcount,
  saveHeadcountWithdrawn,
  type DeclaredRow,
} from './organisation.db.server.ts'
import { readOrganisation } from './organisation.server.ts'
import type { HeadcountSource } from './organisation.ts'

/** One declaration of a unit's. */
interface Correcting {
  actor: PersonActor
  organisationId: string
  headcountId: string
}

/**
 * Says that a declared number came from another source: the same number of the same day is declared once more, and
 * what was told before stays in the history.
 * @throws Refusal not-found, forbidden, headcount.is-withdrawn, headcount.nothing (it has that source)
 */
export async function correctHeadcountSource(
  input: Correcting & { source: HeadcountSource },
): Promise<void> {
  const { source } = input
  await correct(input, async (tx, told) => {
    if (told.isWithdrawn) throw new Refusal('headcount.is-withdrawn')
    if (told.source === source) throw new Refusal('headcount.nothing')
    const { unitId, professionGroup, headcount, asOf } = told
    const recorded = { recordedAt: now(), recordedBy: input.actor.personId }
    await insertHeadcounts(tx, [
      { ...{ unitId, professionGroup, headcount, asOf, source }, ...recorded },
    ])
    return { action: 'headcount.source-corrected', source }
  })
}

/**
 * Takes a declared number back: it counts on no day any more, and what was told before it counts in its place, or
 * nothing. It stays in the history. Taking it back again changes nothing.
 * @throws Refusal not-found, forbidden
 */
export async function withdrawHeadcount(input: Correcting): Promise<void> {
  await correct(input, async (tx, { isWithdrawn }) => {
    if (isWithdrawn) return null
    await saveHeadcountWithdrawn(tx, input.headcountId, {
      at: now(),
      personId: input.actor.personId,
    })
    return { action: 'headcount.withdrawn' }
  })
}

/**
 * Lets a number that was taken back count again.
 * @throws Refusal not-found, forbidden
 */
export async function restoreHeadcount(input: Correcting): Promise<void> {
  await correct(input, async (tx, { isWithdrawn }) => {
    if (!isWithdrawn) return null
    await saveHeadcountWithdrawn(tx, input.headcountId, null)
    return { action: 'headcount.restored' }
  })
}

type Told = DeclaredRow & { isWithdrawn: boolean }
interface Done {
  action: 'headcount.source-corrected' | 'headcount.withdrawn' | 'headcount.restored'
  source?: HeadcountSource
}

async function correct(
  { actor, organisationId, headcountId }: Correcting,
  change: (tx: Tx, told: Told) => Promise<Done | null>,
): Promise<void> {
  await readOrganisation(actor, 'headcount:declare', organisationId)
  await inTransaction(actor, async (tx) => {
    const told = isId(headcountId)
      ? await lockHeadcount(tx, organisationId, headcountId)
      : undefined
    if (!told) throw new Refusal('not-found')
    const done = await change(tx, told)
    if (done === null) return
    const { unitId, professionGroup, headcount, asOf, source } = told
    const before = { unit: unitId, group: professionGroup, headcount, asOf, source }
    await recordAudit(tx, actor, {
      action: done.action,
      subjectId: unitId,
      organisationId,
      detail: done.source ? { ...before, newSource: done.source } : before,
    })
  })
}

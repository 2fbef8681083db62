import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { deleteNumbers, saveToldNumbers } from './affiliation-number.db.server.ts'
import { longestEmployerNumber, type ToldNumber } from './affiliation.ts'

interface KeepNumbers {
  organisationId: string
  /** The id of what told them; it stands in the trail, the numbers do not. */
  toldBy: string
  /** Without anybody's personal identity number among them. */
  numbers: ToldNumber[]
}

/**
 * Keeps the numbers by which an organisation's file names people, on their affiliations there that have
 * none. Part of the transaction of a verb that has made sure that the actor may.
 * @returns which affiliation got one, and by which row
 */
export async function keepEmployerNumbers(
  tx: Tx,
  actor: Actor,
  { organisationId, toldBy, numbers }: KeepNumbers,
): Promise<{ rowNumber: number; affiliationId: string }[]> {
  const fitting = numbers.filter(
    ({ employerNumber }) => employerNumber.length <= longestEmployerNumber,
  )
  if (fitting.length === 0) return []
  const numbered = await saveToldNumbers(tx, organisationId, fitting)
  await recordAudit(tx, actor, {
    action: 'affiliation.numbered',
    subjectId: toldBy,
    organisationId,
    detail: { count: numbered.length },
  })
  return numbered
}

/** Takes back numbers that were told by something that was wrong; the same rules as for keeping them. */
export async function forgetEmployerNumbers(
  tx: Tx,
  actor: Actor,
  told: { organisationId: string; toldBy: string; affiliationIds: string[] },
): Promise<void> {
  const { organisationId, toldBy, affiliationIds } = told
  if (affiliationIds.length === 0) return
  await deleteNumbers(tx, affiliationIds)
  await recordAudit(tx, actor, {
    action: 'affiliation.number-forgotten',
    subjectId: toldBy,
    organisationId,
    detail: { count: affiliationIds.length },
  })
}

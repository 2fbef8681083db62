import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor, PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { shortCodesRead } from '~/kernel/short-code.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { countRate, readRate } from '~/platform/rate-limit.server.ts'
import { insertAffiliation } from './affiliation.db.server.ts'
import { affiliationClaimed, affiliationDecided } from './identity.events.ts'
import {
  confirmJoined,
  isAt,
  lockJoinCode,
  selectJoinCodeByHash,
  selectOwnAt,
  type JoinCodeRow,
} from './join-code.db.server.ts'
import { joinCodeHash, viewOf } from './join-code.server.ts'
import { joinStateOf, type JoinOffer } from './join-code.ts'

/** Codes that lead nowhere, from one address: a room that types wrong gets through, a script that guesses does not. */
const wrongCodes = { points: 30, seconds: 600 }

/**
 * What a code offers, and whether the reader is at the unit already.
 * @param ip where it was typed; a whole workplace may share one
 * @throws Refusal join.code-unknown (field code), rate.limited
 */
export async function readJoinOffer(
  written: string | undefined,
  actor: PersonActor | null,
  ip: string,
): Promise<JoinOffer> {
  const found = await findByLetters(written, ip)
  const own = actor ? await selectOwnAt(actor.personId, found.unitId) : undefined
  const { code, unitName, kind, needsConfirmation, state } = viewOf(found)
  const { organisationName } = found
  return { code, unitName, organisationName, kind, needsConfirmation, state, own: own ?? null }
}

async function findByLetters(written: string | undefined, ip: string): Promise<JoinCodeRow> {
  const { allowed, seconds } = await readRate('join-code', ip, wrongCodes)
  if (!allowed) throw new Refusal('rate.limited', { count: Math.max(1, Math.ceil(seconds / 60)) })
  const readings = shortCodesRead(written ?? '')
  const found =
    readings.length > 0 ? await selectJoinCodeByHash(readings.map(joinCodeHash)) : undefined
  if (found) return found
  await countRate('join-code', ip, wrongCodes)
  throw new Refusal('join.code-unknown', {}, { field: 'code' })
}

/**
 * The id of a code that takes people now.
 * @throws Refusal join.code-unknown, join.revoked, join.expired, join.full, rate.limited
 */
export async function findOpenCode(written: string | undefined, ip: string): Promise<string> {
  const found = await findByLetters(written, ip)
  refuseClosed(found)
  return found.id
}

function refuseClosed(code: JoinCodeRow): void {
  const state = joinStateOf(code, today())
  if (state !== 'open') throw new Refusal(`join.${state}`)
}

/**
 * Lets the person who is signed in join a unit by a code, from today. Who is there already stays as they are.
 * @throws Refusal join.code-unknown, join.revoked, join.expired, join.full, rate.limited
 */
export async function joinByCode(input: {
  actor: PersonActor
  code: string | undefined
  ip: string
  professionGroup: ProfessionGroup
}): Promise<void> {
  const { actor, code, ip, professionGroup } = input
  const { id: codeId } = await findByLetters(code, ip)
  const { personId } = actor
  await inTransaction(actor, async (tx) => {
    await joinUnit(tx, actor, { codeId, personId, professionGroup })
    await confirmByCode(tx, actor, personId)
  })
}

/**
 * Joins a person to a code's unit as one who claims to be there; part of the transaction that knows who it is.
 * @throws Refusal join.revoked, join.expired, join.full
 */
export async function joinUnit(
  tx: Tx,
  actor: Actor,
  joining: { codeId: string; personId: string; professionGroup: ProfessionGroup },
): Promise<void> {
  const { codeId, personId, professionGroup } = joining
  const code = await lockJoinCode(tx, codeId)
  if (!code) throw new Refusal('join.revoked')
  const { unitId, municipalityCode, kind, organisationId } = code
  if (await isAt(tx, personId, unitId)) return
  refuseClosed(code)
  const affiliationId = newId()
  await insertAffiliation(tx, {
    id: affiliationId,
    ...{ personId, unitId, municipalityCode, kind, professionGroup },
    statedWorkplace: null,
    validFrom: today(),
    joinCodeId: codeId,
  })
  await recordAudit(tx, actor, {
    action: 'affiliation.joined',
    subjectId: affiliationId,
    organisationId,
    detail: { code: codeId },
  })
  await emit(tx, affiliationClaimed({ affiliationId, personId, unitId }))
}

/** Where a code asks for no answer, who joined by it is confirmed as soon as the address is known to be theirs. */
export async function confirmByCode(tx: Tx, actor: Actor, personId: string): Promise<void> {
  for (const { affiliationId, unitId } of await confirmJoined(tx, personId, now())) {
    await recordAudit(tx, actor, {
      action: 'affiliation.confirmed',
      subjectId: affiliationId,
      detail: { by: 'join-code' },
    })
    await emit(tx, affiliationDecided({ affiliationId, personId, unitId }, 'confirmed'))
  }
}

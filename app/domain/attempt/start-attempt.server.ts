import { randomBytes } from 'node:crypto'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readModuleRuleWithin } from '~/domain/catalogue/module-rule.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId, type RegistrationId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertAttempt,
  insertRegistration,
  selectBegun,
  selectModuleToStart,
} from './attempt.db.server.ts'
import { attemptsLeft, isSettled, versionToPlay, type BegunVersion } from './attempt.ts'
import { hostLabelOf } from './host-label.ts'
import { shortCodeOf } from '~/kernel/short-code.ts'

interface StartAttempt {
  actor: PersonActor
  moduleSlug: string
  /** Begin anew where the latest attempt has come to an end, instead of opening it again. */
  again?: boolean
}

/**
 * Begins a module, or goes on where the learner left it. A learner who has begun stays with the
 * version begun; the first start takes the published one and gives it a content host of its own.
 * An attempt of several is made in the same registration.
 * @returns the registration, whose id is the player's address
 * @throws Refusal not-found (no such module), attempt.module-closed (nothing published, nothing begun),
 *   attempt.none-left (as many have been made as the module allows)
 */
export async function startAttempt({
  actor,
  moduleSlug,
  again = false,
}: StartAttempt): Promise<RegistrationId> {
  return inTransaction(actor, async (tx) => {
    const module = await selectModuleToStart(tx, moduleSlug)
    if (!module) throw new Refusal('not-found')
    const begun = await selectBegun(tx, actor.personId, module.moduleId)
    const choice = versionToPlay(begun, module.publishedVersionId)
    if (!choice) throw new Refusal('attempt.module-closed')
    if ('newVersionId' in choice) {
      return register(tx, actor, module.moduleId, choice.newVersionId)
    }
    const latest = begun.find(({ registrationId }) => registrationId === choice.registrationId)
    if (again && latest && isSettled(latest)) await addAttempt(tx, actor, module.moduleId, latest)
    return choice.registrationId
  })
}

async function addAttempt(
  tx: Tx,
  actor: PersonActor,
  moduleId: string,
  { registrationId, moduleVersionId, ...latest }: BegunVersion,
): Promise<void> {
  const rules = await readModuleRuleWithin(tx, moduleId)
  if (attemptsLeft(latest.number, rules) === 0) {
    throw new Refusal('attempt.none-left', { number: rules.attemptsAllowed ?? 0 })
  }
  const fresh = {
    registrationId,
    attemptId: newId(),
    number: latest.number + 1,
    supportCode: shortCodeOf(randomBytes(16)),
    at: now(),
  }
  // Pressed twice: the other press came first.
  if (!(await insertAttempt(tx, fresh))) return
  await recordAudit(tx, actor, {
    action: 'attempt.started',
    subjectId: fresh.attemptId,
    detail: { moduleId, moduleVersionId, number: fresh.number },
  })
}

async function register(
  tx: Tx,
  actor: PersonActor,
  moduleId: string,
  moduleVersionId: string,
): Promise<RegistrationId> {
  const fresh = {
    registrationId: newId<RegistrationId>(),
    attemptId: newId(),
    personId: actor.personId,
    moduleVersionId,
    hostLabel: hostLabelOf(randomBytes(26)),
    supportCode: shortCodeOf(randomBytes(16)),
    at: now(),
  }
  if (!(await insertRegistration(tx, fresh))) {
    // Pressed twice: the other press came first.
    const begun = await selectBegun(tx, actor.personId, moduleId)
    const same = begun.find((other) => other.moduleVersionId === moduleVersionId)
    invariant(same, 'a registration that stands in the way is there')
    return same.registrationId
  }
  await recordAudit(tx, actor, {
    action: 'attempt.started',
    subjectId: fresh.attemptId,
    detail: { moduleId, moduleVersionId },
  })
  return fresh.registrationId
}

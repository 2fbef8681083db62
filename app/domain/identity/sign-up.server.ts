import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Language } from '~/i18n/format.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { insertAffiliation } from './affiliation.db.server.ts'
import type { AffiliationKind, Workplace } from './affiliation.ts'
import { affiliationClaimed, personSignedUp, signUpRepeated } from './identity.events.ts'
import { confirmByCode, joinUnit } from './join.server.ts'
import { endLinks, useUpLink } from './one-time-link.server.ts'
import {
  insertPasswordIdentity,
  insertPerson,
  markEmailConfirmed,
  selectPersonIdByEmail,
} from './person.db.server.ts'
import type { Sex } from './person.ts'
import { hasAdministrator, insertGrant } from './role-grant.db.server.ts'
import { checkWorkplace } from './workplace.server.ts'

interface Account {
  givenName: string
  familyName: string
  /** Lower case. */
  email: string
  passwordHash: string
  language: Language
}

/** Where somebody is, and as what; a student by profession is a student there, too. */
interface FirstWorkplace extends Workplace {
  kind: AffiliationKind
}

interface SignUp extends Account, FirstWorkplace {
  sex: Sex | null
}

/**
 * Makes an account with a claimed workplace from today. For an address that has an account nothing
 * is made and nothing is answered; its owner is told by mail.
 * @throws Refusal workplace.unknown, municipality.unknown
 */
export async function registerPerson(signUp: SignUp): Promise<void> {
  await checkWorkplace(signUp)
  await register(signUp, (tx, personId) => claimFirstWorkplace(tx, personId, signUp))
}

/**
 * The same for one who joins a unit by a code. A known address joins nothing: its owner signs in and does.
 * @param codeId of a code that takes people now
 * @throws Refusal join.revoked, join.expired, join.full
 */
export async function registerByCode(
  signUp: Account & { sex: Sex | null; professionGroup: ProfessionGroup },
  codeId: string,
): Promise<void> {
  const { professionGroup } = signUp
  await register(signUp, (tx, personId) =>
    joinUnit(tx, systemActor, { codeId, personId, professionGroup }),
  )
}

/**
 * The same for one who takes an invitation. The link was sent to the address, so it counts as theirs, and they are
 * confirmed at the unit at once.
 * @throws Refusal invitation.has-account, join.revoked, join.expired, join.full
 */
export async function registerInvited(
  account: Account & { sex: Sex | null; professionGroup: ProfessionGroup },
  codeId: string,
): Promise<void> {
  const { professionGroup } = account
  await inTransaction(systemActor, async (tx) => {
    const personId = await addPerson(tx, { ...account, emailConfirmedAt: now() })
    if (!personId) throw new Refusal('invitation.has-account')
    await recordAudit(tx, systemActor, { action: 'person.signed-up', subjectId: personId })
    await joinUnit(tx, systemActor, { codeId, personId, professionGroup })
    await confirmByCode(tx, systemActor, personId)
  })
}

async function register(
  account: Account & { sex: Sex | null },
  takeWorkplace: (tx: Tx, personId: string) => Promise<void>,
): Promise<void> {
  await inTransaction(systemActor, async (tx) => {
    const personId = await addPerson(tx, { ...account, emailConfirmedAt: null })
    if (!personId) {
      const known = await selectPersonIdByEmail(tx, account.email)
      invariant(known, 'an address that could not be added is somebody else’s')
      await emit(tx, signUpRepeated(known))
      return
    }
    await takeWorkplace(tx, personId)
    await recordAudit(tx, systemActor, { action: 'person.signed-up', subjectId: personId })
    await emit(tx, personSignedUp(personId))
  })
}

/** @returns the new person's id; null, and nothing is written, for an address that is known */
async function addPerson(
  tx: Tx,
  account: Account & { sex: Sex | null; emailConfirmedAt: Date | null },
): Promise<string | null> {
  const { givenName, familyName, email, passwordHash, language, sex, emailConfirmedAt } = account
  const id = newId()
  const createdAt = now()
  const person = { id, givenName, familyName, email, emailConfirmedAt, sex, language, createdAt }
  if (!(await insertPerson(tx, person))) return null
  await insertPasswordIdentity(tx, {
    id: newId(),
    personId: id,
    subject: email,
    secretHash: passwordHash,
    createdAt,
  })
  return id
}

async function claimFirstWorkplace(
  tx: Tx,
  personId: string,
  workplace: FirstWorkplace,
): Promise<void> {
  const { municipalityCode, unitId, statedWorkplace, professionGroup, kind } = workplace
  const id = newId()
  await insertAffiliation(tx, {
    id,
    personId,
    kind: kind === 'employed' && professionGroup === 'student' ? 'student' : kind,
    municipalityCode,
    unitId,
    statedWorkplace,
    professionGroup,
    validFrom: today(),
  })
  await emit(tx, affiliationClaimed({ affiliationId: id, personId, unitId }))
}

/**
 * Confirms an address by a link that was sent to it; the person's other such links end.
 * @throws Refusal link.not-valid
 */
export async function confirmEmail(secret: string | undefined): Promise<void> {
  await inTransaction(systemActor, async (tx) => {
    const personId = await useUpLink(tx, 'confirm-email', secret)
    invariant(personId, 'a link to confirm an address is a person’s')
    await markEmailConfirmed(tx, personId, now())
    await confirmByCode(tx, systemActor, personId)
    await endLinks(tx, 'confirm-email', personId)
    await recordAudit(tx, systemActor, { action: 'email.confirmed', subjectId: personId })
  })
}

/**
 * Makes the installation's first administrator by the link that its start printed. Who can read
 * what the server prints owns it: the address counts as confirmed.
 * @returns the new person's id
 * @throws Refusal link.not-valid, administrator.exists, administrator.address-known (field email)
 */
export async function registerAdministrator(
  secret: string | undefined,
  account: Account,
): Promise<string> {
  return inTransaction(systemActor, async (tx) => {
    await useUpLink(tx, 'administrator', secret)
    if (await hasAdministrator(tx)) throw new Refusal('administrator.exists')
    const personId = await addPerson(tx, { ...account, sex: null, emailConfirmedAt: now() })
    if (!personId) throw new Refusal('administrator.address-known', {}, { field: 'email' })
    const id = newId()
    await insertGrant(tx, {
      id,
      personId,
      role: 'administrator',
      scope: { kind: 'nation', ref: null },
      validFrom: today(),
      grantedBy: null,
    })
    await recordAudit(tx, systemActor, {
      action: 'role.granted',
      subjectId: personId,
      detail: { role: 'administrator', scope: 'nation', grant: id },
    })
    return personId
  })
}

import type { Actor, PersonActor, Role } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  lockPerson,
  selectPeopleByEmail,
  selectPeopleByName,
  selectPerson,
  type FoundPerson,
} from './person.db.server.ts'
import { normaliseEmail } from './person.ts'
import {
  hasAdministrator,
  hasGrant,
  insertGrant,
  saveGrantEnd,
  scopeExists,
  selectAdministratorsForChange,
  selectCurrentGrant,
  selectGrants,
  selectScopeChoices,
  type GrantView,
  type ScopeChoice,
} from './role-grant.db.server.ts'
import { scopeKindsOf, scopeText, type ScopeKind, type ScopeRef } from './role-grant.ts'

const peopleAtOnce = 50

// Roles are given for the whole installation: their table row has the nation only.
function mustGrantRoles(actor: Actor): void {
  if (!may(actor, 'role:grant', {})) throw new Refusal('forbidden')
}

/**
 * Gives a person a role in a scope, from today.
 * @returns the grant's id
 * @throws Refusal forbidden, not-found, role.scope-not-allowed, role.scope-unknown, role.has-already
 */
export async function grantRole({ actor, personId, role, scope }: GrantRole): Promise<string> {
  if (!isId(personId)) throw new Refusal('not-found')
  return inTransaction(actor, async (tx) => {
    // Locked, so that the same role is not given twice at once.
    if (!(await lockPerson(tx, personId))) throw new Refusal('not-found')
    return addRole(tx, { actor, personId, role, scope })
  })
}

interface GrantRole {
  actor: Actor
  personId: string
  role: Role
  scope: ScopeRef
}

/**
 * Gives a role in the transaction of something larger; the person's row is locked or new.
 * @returns the grant's id
 * @throws Refusal forbidden, role.scope-not-allowed, role.scope-unknown, role.has-already
 */
export async function addRole(tx: Tx, input: GrantRole): Promise<string> {
  const { actor, personId, role, scope } = input
  mustGrantRoles(actor)
  if (!scopeKindsOf(role).includes(scope.kind)) {
    throw new Refusal('role.scope-not-allowed', {}, { field: 'scope' })
  }
  if (!(await scopeExists(tx, scope))) {
    throw new Refusal('role.scope-unknown', {}, { field: 'scope' })
  }
  if (await hasGrant(tx, personId, role, scope)) {
    throw new Refusal('role.has-already', {}, { field: 'scope' })
  }
  const id = newId()
  const grantedBy = actor.personId
  await insertGrant(tx, { id, personId, role, scope, validFrom: today(), grantedBy })
  await recordAudit(tx, actor, {
    action: 'role.granted',
    subjectId: personId,
    organisationId: organisationOf(scope),
    detail: { role, scope: scopeText(scope), grant: id },
  })
  return id
}

/**
 * Takes a role back, from today. The last administrator's stays: nobody could give it again.
 * @throws Refusal forbidden, not-found, role.last-administrator
 */
export async function endRole({
  actor,
  grantId,
}: {
  actor: Actor
  grantId: string
}): Promise<void> {
  mustGrantRoles(actor)
  await inTransaction(actor, async (tx) => {
    const administrators = await selectAdministratorsForChange(tx)
    const grant = isId(grantId) ? await selectCurrentGrant(tx, grantId) : undefined
    if (!grant) throw new Refusal('not-found')
    if (grant.role === 'administrator' && administrators.length === 1) {
      throw new Refusal('role.last-administrator')
    }
    const scope: ScopeRef = { kind: grant.scopeKind, ref: grant.scopeRef }
    await saveGrantEnd(tx, grantId, today())
    await recordAudit(tx, actor, {
      action: 'role.ended',
      subjectId: grant.personId,
      organisationId: organisationOf(scope),
      detail: { role: grant.role, scope: scopeText(scope), grant: grantId },
    })
  })
}

function organisationOf({ kind, ref }: ScopeRef): string | undefined {
  return (kind === 'organisation' || kind === 'catchment') && ref ? ref : undefined
}

/** Whether the installation has an administrator today. */
export async function administratorExists(actor: Actor): Promise<boolean> {
  return inTransaction(actor, hasAdministrator)
}

/**
 * People by exact e-mail address (a text with @) or by the beginning of a name, at most 50.
 * @throws Refusal forbidden
 */
export async function findPeople(actor: PersonActor, query: string): Promise<FoundPerson[]> {
  mustGrantRoles(actor)
  if (query.includes('@')) return selectPeopleByEmail(normaliseEmail(query))
  const prefix = query
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\%_]/g, String.raw`\$&`)
  return prefix === '' ? [] : selectPeopleByName(prefix, peopleAtOnce)
}

export interface PersonGrantsView {
  personId: string
  givenName: string
  familyName: string
  email: string
  emailConfirmed: boolean
  grants: GrantView[]
}

/**
 * A person with their roles, present and past.
 * @throws Refusal forbidden, not-found
 */
export async function readPersonGrants(
  actor: PersonActor,
  personId: string,
): Promise<PersonGrantsView> {
  mustGrantRoles(actor)
  const person = isId(personId) ? await selectPerson(personId) : undefined
  if (!person) throw new Refusal('not-found')
  const { givenName, familyName, email, emailConfirmedAt } = person
  return {
    personId,
    givenName,
    familyName,
    email,
    emailConfirmed: emailConfirmedAt !== null,
    grants: await selectGrants(personId),
  }
}

export type ScopeChoices = { kind: ScopeKind; choices: ScopeChoice[] }[]

/** Where a role can be given, by kind of scope. */
export async function listScopeChoices(role: Role): Promise<ScopeChoices> {
  const choices: ScopeChoices = []
  for (const kind of scopeKindsOf(role)) {
    choices.push({ kind, choices: await selectScopeChoices(kind) })
  }
  return choices
}

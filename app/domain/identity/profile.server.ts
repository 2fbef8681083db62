import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { invariant } from '~/kernel/invariant.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Language } from '~/i18n/format.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import type { AffiliationView } from './affiliation.ts'
import { selectAffiliations } from './affiliation.db.server.ts'
import {
  savePerson,
  selectPerson,
  selectStoredCounts,
  type PersonRow,
  type StoredCounts,
} from './person.db.server.ts'
import type { Sex } from './person.ts'
import { selectGrants, type GrantView } from './role-grant.db.server.ts'

export interface ProfileView extends PersonRow {
  affiliations: AffiliationView[]
}

/** The profile page: one's own row and workplaces. */
export async function readProfile(actor: PersonActor): Promise<ProfileView> {
  const person = await selectPerson(actor.personId)
  invariant(person, 'who is signed in is in the register')
  return { ...person, affiliations: await selectAffiliations(actor.personId) }
}

export interface StoredView extends ProfileView, StoredCounts {
  grants: GrantView[]
}

/** Everything that the register of people holds about oneself. Sessions and links are counted, not shown. */
export async function readStored(actor: PersonActor): Promise<StoredView> {
  const profile = await readProfile(actor)
  const counts = await selectStoredCounts(actor.personId, now())
  return { ...profile, ...counts, grants: await selectGrants(actor.personId) }
}

/** Changes one's own names, language and (voluntary) sex. */
export async function saveProfile(
  actor: PersonActor,
  change: { givenName: string; familyName: string; language: Language; sex: Sex | null },
): Promise<void> {
  const { givenName, familyName, language, sex } = change
  await inTransaction(actor, async (tx) => {
    await savePerson(tx, actor.personId, { givenName, familyName, language, sex })
    await recordAudit(tx, actor, { action: 'profile.changed', subjectId: actor.personId })
  })
}

/** Changes one's own language. */
export async function saveLanguage(actor: PersonActor, language: Language): Promise<void> {
  await inTransaction(actor, async (tx) => {
    await savePerson(tx, actor.personId, { language })
    await recordAudit(tx, actor, {
      action: 'language.changed',
      subjectId: actor.personId,
      detail: { language },
    })
  })
}

export interface Recipient {
  email: string
  language: Language
}

/** Where and in which language to write to a person; undefined when there is no such person. */
export async function readRecipient(personId: string): Promise<Recipient | undefined> {
  const person = await selectPerson(personId)
  return person && { email: person.email, language: person.language }
}

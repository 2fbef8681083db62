import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Language } from '~/i18n/format.ts'
import type { Sex } from './person.ts'

export interface NewPerson {
  id: string
  givenName: string
  familyName: string
  email: string
  emailConfirmedAt: Date | null
  sex: Sex | null
  language: Language
  createdAt: Date
}

/** @returns false, and nothing is written, when the address is somebody's already */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const { count } = await tx.person.createMany({ data: [person], skipDuplicates: true })
  return count === 1
}

/** Whose an address is; that of an account that went into another is the other's. */
export async function selectPersonIdByEmail(tx: Tx, email: string): Promise<string | null> {
  const person = await tx.person.findUnique({
    where: { email },
    select: { id: true, mergedIntoId: true },
  })
  return person && (person.mergedIntoId ?? person.id)
}

export async function insertPasswordIdentity(
  tx: Tx,
  identity: {
    id: string
    personId: string
    subject: string
    /** Null until the person has chosen a password. */
    secretHash: string | null
    createdAt: Date
  },
): Promise<void> {
  await tx.signInIdentity.create({ data: { ...identity, kind: 'password' } })
}

export interface PasswordIdentity {
  personId: string
  secretHash: string | null
  emailConfirmed: boolean
}

export async function selectPasswordIdentity(
  where: { email: string } | { personId: string },
): Promise<PasswordIdentity | undefined> {
  const condition =
    'email' in where
      ? sql`identity.subject = ${where.email}`
      : sql`identity.person_id = ${where.personId}::uuid`
  return firstRow<PasswordIdentity>(sql`
    select identity.person_id as "personId", identity.secret_hash as "secretHash",
           person.email_confirmed_at is not null as "emailConfirmed"
      from sign_in_identity identity
      join person on person.id = identity.person_id
     where identity.kind = 'password' and ${condition}`)
}

export async function savePasswordHash(
  tx: Tx,
  personId: string,
  secretHash: string,
): Promise<void> {
  await tx.signInIdentity.updateMany({
    where: { personId, kind: 'password' },
    data: { secretHash },
  })
}

/** Ends whatever sessions a person has, in the same transaction as a new password. */
export async function deleteSessions(tx: Tx, personId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId: personId } })
}

export async function deleteSessionsExpiredBefore(tx: Tx, moment: Date): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { expiresAt: { lt: moment } } })
  return count
}

/** The first confirmation stands. */
export async function markEmailConfirmed(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx.person.updateMany({
    where: { id: personId, emailConfirmedAt: null },
    data: { emailConfirmedAt: at },
  })
}

export async function savePerson(
  tx: Tx,
  id: string,
  change: Partial<Pick<NewPerson, 'givenName' | 'familyName' | 'language' | 'sex'>>,
): Promise<void> {
  await tx.person.update({ where: { id }, data: change })
}

export interface PersonRow {
  personId: string
  givenName: string
  familyName: string
  email: string
  emailConfirmedAt: Date | null
  sex: Sex | null
  language: Language
  createdAt: Date
}

const personColumns = sql`
  id as "personId", given_name as "givenName", family_name as "familyName", email,
  email_confirmed_at as "emailConfirmedAt", sex, language, created_at as "createdAt"`

export async function selectPerson(personId: string): Promise<PersonRow | undefined> {
  return firstRow<PersonRow>(sql`select ${personColumns} from person where id = ${personId}::uuid`)
}

export interface StoredCounts {
  signInKinds: string[]
  sessions: number
  openLinks: number
  auditEntries: number
  firstAuditAt: Date | null
}

/** What lies beside the person's own row, counted. */
export async function selectStoredCounts(personId: string, at: Date): Promise<StoredCounts> {
  const counts = await firstRow<StoredCounts>(sql`
    select (select coalesce(array_agg(kind order by kind), '{}') from sign_in_identity
             where person_id = ${personId}::uuid) as "signInKinds",
           (select count(*) from session
             where user_id = ${personId}::uuid and expires_at > ${at}) as sessions,
           (select count(*) from one_time_link
             where person_id = ${personId}::uuid and used_at is null and expires_at > ${at}) as "openLinks",
           (select count(*) from audit_entry
             where actor_person_id = ${personId}::uuid) as "auditEntries",
           (select min(at) from audit_entry
             where actor_person_id = ${personId}::uuid) as "firstAuditAt"`)
  return counts!
}

export interface FoundPerson {
  personId: string
  givenName: string
  familyName: string
  email: string
  emailConfirmed: boolean
}

const foundColumns = sql`
  id as "personId", given_name as "givenName", family_name as "familyName", email,
  email_confirmed_at is not null as "emailConfirmed"`

export async function selectPeopleByEmail(email: string): Promise<FoundPerson[]> {
  return rows<FoundPerson>(sql`
    select ${foundColumns} from person
     where id = (select coalesce(merged_into_id, id) from person where email = ${email})`)
}

/** @param prefix the beginning of a given name, a family name or both; LIKE's own signs escaped */
export async function selectPeopleByName(prefix: string, most: number): Promise<FoundPerson[]> {
  const pattern = `${prefix.toLowerCase()}%`
  return rows<FoundPerson>(sql`
    select ${foundColumns} from person
     where merged_into_id is null
       and (lower(given_name) like ${pattern} or lower(family_name) like ${pattern}
            or lower(given_name || ' ' || family_name) like ${pattern})
     order by lower(family_name), lower(given_name), id
     limit ${most}`)
}

export async function lockPerson(tx: Tx, personId: string): Promise<boolean> {
  const found = await txRows(tx, sql`select 1 from person where id = ${personId}::uuid for update`)
  return found.length > 0
}

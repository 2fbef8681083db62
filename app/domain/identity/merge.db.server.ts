import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { handOverWork } from '~/platform/long-work.server.ts'
import type { MergedAccounts, MergedCounts, OtherAccount } from './merge.ts'

/** Both accounts, locked in the order of their ids, as far as neither has gone into another. */
export async function lockAccounts(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
): Promise<{ id: string; isConfirmed: boolean }[]> {
  return txRows(
    tx,
    sql`select id::text, email_confirmed_at is not null as "isConfirmed" from person
         where id = any(${[keptId, closedId]}::uuid[]) and merged_into_id is null
         order by id for update`,
  )
}

/** The closed account's workplaces, roles and sex are the kept one's; nobody signs in to it any more. */
export async function moveAccount(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
  at: Date,
): Promise<MergedCounts> {
  const workplaces = await txRows(
    tx,
    sql`update affiliation set person_id = ${keptId}::uuid where person_id = ${closedId}::uuid returning 1`,
  )
  const roles = await txRows(
    tx,
    sql`update role_grant set person_id = ${keptId}::uuid where person_id = ${closedId}::uuid returning 1`,
  )
  await tx.peopleImport.updateMany({ where: { broughtBy: closedId }, data: { broughtBy: keptId } })
  await handOverWork(tx, closedId, keptId)
  await tx.session.deleteMany({ where: { userId: closedId } })
  await tx.oneTimeLink.deleteMany({ where: { personId: closedId } })
  await tx.signInIdentity.deleteMany({ where: { personId: closedId } })
  await tx.person.updateMany({
    where: { OR: [{ id: closedId }, { mergedIntoId: closedId }] },
    data: { mergedIntoId: keptId },
  })
  await tx.person.update({ where: { id: closedId }, data: { mergedAt: at } })
  return { workplaces: workplaces.length, roles: roles.length }
}

/** Whose a confirmed address is: the account that goes on, where that one has gone into another. */
export async function selectConfirmedIdByEmail(tx: Tx, email: string): Promise<string | null> {
  const [found] = await txRows<{ id: string }>(
    tx,
    sql`select coalesce(merged_into_id, id)::text as id from person
         where email = ${email} and email_confirmed_at is not null`,
  )
  return found?.id ?? null
}

/** An account that has not gone into another, with what identity keeps of it, counted. */
export async function selectOtherAccount(personId: string): Promise<OtherAccount | undefined> {
  const row = await firstRow<
    Omit<OtherAccount, 'counts'> & { workplaces: number; roles: number }
  >(sql`
    select id as "personId", email, given_name as "givenName", family_name as "familyName",
           (select count(*)::int from affiliation where person_id = person.id) as workplaces,
           (select count(*)::int from role_grant where person_id = person.id) as roles
      from person where id = ${personId}::uuid and merged_into_id is null`)
  if (!row) return undefined
  const { workplaces, roles, ...account } = row
  return { ...account, counts: { workplaces, roles } }
}

/**
 * Addresses of other accounts that are likely the person's own: the same name at one of the same units. Asked from
 * the units, whose people are few, and never from the names of the whole nation.
 */
export async function selectLikelyOwn(personId: string): Promise<{ email: string }[]> {
  return rows<{ email: string }>(sql`
    select distinct other.email
      from person own
      join affiliation on affiliation.person_id = own.id and affiliation.status <> 'declined'
      join affiliation there on there.unit_id = affiliation.unit_id
       and there.person_id <> own.id and there.status <> 'declined'
      join person other on other.id = there.person_id and other.merged_into_id is null
       and lower(other.given_name) = lower(own.given_name)
       and lower(other.family_name) = lower(own.family_name)
     where own.id = ${personId}::uuid
     order by other.email limit 5`)
}

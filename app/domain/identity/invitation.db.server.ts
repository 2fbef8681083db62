import { today, type Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { firstRow, prisma, rows } from '~/platform/db/database.server.ts'
import { holdsWords, isAmong, type ListSource } from '~/platform/db/list.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Language } from '~/i18n/format.ts'
import type { AffiliationKind } from './affiliation.ts'
import type { InvitationQuery, InvitationsAsked, InvitationState } from './invitation.ts'

export interface NewInvitation {
  /** Of its join code. */
  id: string
  email: string
  language: Language
  professionGroup: ProfessionGroup | null
  askedAt: Date
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx.invitation.create({ data: invitation })
}

// Who has been declined, or was corrected to another workplace, has not come.
const state = () => sql`
  case when exists (select 1 from affiliation where affiliation.join_code_id = invitation.id
                       and affiliation.status <> 'declined') then 'accepted'
       when join_code.revoked_at is not null then 'revoked'
       when join_code.last_day < ${today()}::date then 'expired'
       else 'waiting' end`

const whole = () => sql`
  from invitation join join_code on join_code.id = invitation.id
    join unit_placement placement on placement.unit_id = join_code.unit_id
     and ${holdsOn(sql`placement`, today())}
    join organisation on organisation.id = placement.organisation_id`

/**
 * An organisation's invitations to units that are its own today.
 * @param madeBy only those of this person; null for all
 */
export function invitationsListed(
  organisationId: string,
  { filters, words = '' }: Pick<InvitationsAsked, 'filters' | 'words'>,
  madeBy: string | null,
): ListSource<InvitationQuery['sort']> {
  const whose = madeBy === null ? sql`true` : sql`join_code.made_by = ${madeBy}::uuid`
  return {
    columns: sql`invitation.id::text, invitation.email, placement.name as "unitName", join_code.kind,
      invitation.profession_group as "professionGroup", ${state()} as state,
      join_code.last_day::text as "lastDay",
      (invitation.sent_at at time zone 'Europe/Stockholm')::date::text as "sentOn"`,
    from: sql`${whole()}
      where organisation.id = ${organisationId}::uuid and ${whose}
        and ${isAmong(filters.state, state())}
        and ${holdsWords(words, [sql`invitation.email`, sql`placement.name`])}`,
    key: sql`invitation.id`,
    order: {
      asked: sql`invitation.asked_at`,
      unit: sql`lower(placement.name)`,
      lastDay: sql`join_code.last_day`,
    },
  }
}

/** The ids of all that a list shows, or of some of them. */
export async function selectInvitationIds(
  { from }: ListSource,
  ids: string[] | null,
): Promise<string[]> {
  const among = ids === null ? sql`true` : sql`invitation.id = any(${ids}::uuid[])`
  const found = await rows<{ id: string }>(
    sql`select invitation.id::text ${from} and ${among} order by invitation.id`,
  )
  return found.map(({ id }) => id)
}

export interface InvitationRow {
  id: string
  email: string | null
  language: Language
  professionGroup: ProfessionGroup | null
  state: InvitationState
  unitId: string
  unitName: string
  organisationId: string
  organisationName: string
  kind: AffiliationKind
}

/** An invitation to a unit that is there today. */
export async function selectInvitation(id: string): Promise<InvitationRow | undefined> {
  return firstRow<InvitationRow>(sql`
    select invitation.id::text, invitation.email, invitation.language,
           invitation.profession_group as "professionGroup", ${state()} as state,
           join_code.unit_id::text as "unitId", placement.name as "unitName",
           organisation.id::text as "organisationId", organisation.name as "organisationName",
           join_code.kind
      ${whole()} where invitation.id = ${id}::uuid`)
}

export interface Invited {
  email: string
  /** The invitation that waits for an answer; null where the address is at the unit already. */
  waitingId: string | null
}

/** Those among some addresses who are at a unit today or from a later day, or have been invited to it. */
export async function selectInvited(tx: Tx, unitId: string, emails: string[]): Promise<Invited[]> {
  return txRows<Invited>(
    tx,
    sql`select person.email, null as "waitingId"
          from person join affiliation on affiliation.person_id = person.id
         where person.email = any(${emails}::text[]) and affiliation.unit_id = ${unitId}::uuid
           and affiliation.status <> 'declined'
           and (affiliation.valid_to is null or affiliation.valid_to > ${today()}::date)
         union
        select invitation.email, invitation.id::text
          from invitation join join_code on join_code.id = invitation.id
         where invitation.email = any(${emails}::text[]) and join_code.unit_id = ${unitId}::uuid
           and ${state()} = 'waiting'`,
  )
}

/**
 * Lets invitations be sent once more and be good from then on, also those that were too old or taken back. Those
 * that have been accepted, or whose address has been removed, stay as they are.
 * @returns the ids of those that are to be sent
 */
export async function saveAskedAgain(
  tx: Tx,
  ids: string[],
  { at, lastDay }: { at: Date; lastDay: Day },
): Promise<string[]> {
  const asked = await txRows<{ id: string }>(
    tx,
    sql`update invitation set asked_at = ${at}, sent_at = null
          from join_code
         where join_code.id = invitation.id and invitation.id = any(${ids}::uuid[])
           and invitation.email is not null and ${state()} <> 'accepted'
        returning invitation.id::text as id`,
  )
  const askedIds = asked.map(({ id }) => id)
  await txRows(
    tx,
    sql`update join_code set last_day = ${lastDay}::date, revoked_at = null, revoked_by = null
         where id = any(${askedIds}::uuid[])`,
  )
  return askedIds
}

/** Takes back those that wait for an answer. @returns how many */
export async function saveTakenBack(
  tx: Tx,
  ids: string[],
  by: { at: Date; personId: string },
): Promise<number> {
  const taken = await txRows(
    tx,
    sql`update join_code set revoked_at = ${by.at}, revoked_by = ${by.personId}::uuid
          from invitation
         where invitation.id = join_code.id and join_code.id = any(${ids}::uuid[])
           and ${state()} = 'waiting'
        returning join_code.id`,
  )
  return taken.length
}

export async function saveInvitationSent(id: string, at: Date): Promise<void> {
  await prisma().invitation.updateMany({ where: { id }, data: { sentAt: at } })
}

/** Whether an address is an account's. */
export async function hasAccount(email: string): Promise<boolean> {
  const [found] = await rows(sql`
    select 1 from person where email = ${email} limit 1`)
  return found !== undefined
}

/** Removes the addresses of invitations that were good until before a day. @returns how many */
export async function removeInvitedAddresses(tx: Tx, before: Day): Promise<number> {
  const removed = await txRows(
    tx,
    sql`update invitation set email = null
          from join_code
         where join_code.id = invitation.id and invitation.email is not null
           and join_code.last_day < ${before}::date
        returning invitation.id`,
  )
  return removed.length
}

import type { Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql } from '~/platform/db/sql.server.ts'

/** Somebody who looks after organisations' numbers. */
export interface Keeper {
  personId: string
  organisationIds: string[]
}

const keepers = (day: Day) => sql`
  select role_grant.person_id::text as "personId",
         array_agg(distinct role_grant.scope_ref) as "organisationIds"
    from role_grant
   where role_grant.role = 'manager' and role_grant.scope_kind = 'organisation'
     and ${holdsOn(sql`role_grant`, day)}`

/** Managers who have not been written to by a letter of a kind since a day. */
export async function selectKeepersNotTold(kind: string, since: Day, day: Day): Promise<Keeper[]> {
  return rows(sql`
    ${keepers(day)}
     and not exists (
       select 1 from notice_mail mail
        where mail.person_id = role_grant.person_id and mail.kind = ${kind}
          and mail.made_on > ${since}::date and mail.status not in ('given-up', 'dropped'))
   group by role_grant.person_id`)
}

/** The organisations whose numbers a person looks after. */
export async function selectKeptBy(personId: string, day: Day): Promise<string[]> {
  const found = await rows<Keeper>(sql`
    ${keepers(day)} and role_grant.person_id = ${personId}::uuid group by role_grant.person_id`)
  return found[0]?.organisationIds ?? []
}

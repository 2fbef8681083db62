import type { Actor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { DelegationView, OwnDelegation, TrainerChoice } from './delegation.ts'

const counts = () => sql`
  role_grant.valid_from <= ${today()}::date
  and (role_grant.valid_to is null or role_grant.valid_to > ${today()}::date)`

/**
 * What the trail says of one who acts as a delegate: by which grant, and who gave it; nothing of a manager.
 */
export async function onBehalfOf(
  tx: Tx,
  actor: Actor,
  organisationId: string,
): Promise<{ delegation?: string; onBehalfOf?: string }> {
  const [grant] = await txRows<{ role: string; id: string; grantedBy: string | null }>(
    tx,
    sql`
    select role, id::text, granted_by::text as "grantedBy" from role_grant
     where person_id = ${actor.personId}::uuid and role in ('manager', 'delegate')
       and scope_kind = 'organisation' and scope_ref = ${organisationId} and ${counts()}
     order by role desc limit 1`,
  )
  if (grant?.role !== 'delegate') return {}
  return { delegation: grant.id, ...(grant.grantedBy && { onBehalfOf: grant.grantedBy }) }
}

/** Trainers whose county or catchment the organisation lies in. */
export async function selectTrainers(organisationId: string): Promise<TrainerChoice[]> {
  return rows<TrainerChoice>(sql`
    select distinct person.id as "personId", person.given_name as "givenName",
           person.family_name as "familyName"
      from organisation, role_grant join person on person.id = role_grant.person_id
     where organisation.id = ${organisationId}::uuid and role_grant.role = 'trainer' and ${counts()}
       and ((role_grant.scope_kind = 'county' and role_grant.scope_ref = organisation.county_code)
         or (role_grant.scope_kind = 'catchment' and exists (
               select 1 from catchment_municipality
                where catchment_municipality.organisation_id::text = role_grant.scope_ref
                  and catchment_municipality.municipality_code = organisation.municipality_code)))
     order by "familyName", "givenName", "personId"`)
}

/** An organisation's delegations, those that count today first. */
export async function selectDelegations(organisationId: string): Promise<DelegationView[]> {
  return rows<DelegationView>(sql`
    select role_grant.id as "grantId", person.given_name as "givenName",
           person.family_name as "familyName", role_grant.valid_from as "validFrom",
           role_grant.valid_to as "validTo", (${counts()}) as "isCurrent"
      from role_grant join person on person.id = role_grant.person_id
     where role_grant.role = 'delegate' and role_grant.scope_kind = 'organisation'
       and role_grant.scope_ref = ${organisationId}
     order by "isCurrent" desc, role_grant.valid_from desc, role_grant.id desc
     limit 100`)
}

/** The organisation of a delegation that counts today. */
export async function selectDelegation(
  tx: Tx,
  grantId: string,
): Promise<{ organisationId: string; personId: string } | undefined> {
  const [found] = await txRows<{ organisationId: string; personId: string }>(
    tx,
    sql`select scope_ref as "organisationId", person_id::text as "personId" from role_grant
         where id = ${grantId}::uuid and role = 'delegate' and scope_kind = 'organisation'
           and ${counts()} for update`,
  )
  return found
}

/** The organisations that a person brings files in for as a delegate, today. */
export async function selectOwnDelegations(personId: string): Promise<OwnDelegation[]> {
  return rows<OwnDelegation>(sql`
    select organisation.id as "organisationId", organisation.name,
           max(role_grant.valid_to) as "validTo"
      from role_grant join organisation on organisation.id::text = role_grant.scope_ref
     where role_grant.person_id = ${personId}::uuid and role_grant.role = 'delegate'
       and role_grant.scope_kind = 'organisation' and ${counts()}
     group by organisation.id, organisation.name order by organisation.name`)
}

import type { Role } from '~/kernel/actor.ts'
import { dateOf, today, type Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ScopeKind, ScopeRef } from './role-grant.ts'

export interface NewGrant {
  id: string
  personId: string
  role: Role
  scope: ScopeRef
  validFrom: Day
  grantedBy: string | null
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<void> {
  const { scope, validFrom, ...rest } = grant
  await tx.roleGrant.create({
    data: { ...rest, scopeKind: scope.kind, scopeRef: scope.ref, validFrom: dateOf(validFrom) },
  })
}

export async function saveGrantEnd(tx: Tx, id: string, validTo: Day): Promise<void> {
  await tx.roleGrant.update({ where: { id }, data: { validTo: dateOf(validTo) } })
}

export interface GrantRow {
  id: string
  personId: string
  role: Role
  scopeKind: ScopeKind
  scopeRef: string | null
}

const isCurrent = () => sql`
  valid_from <= ${today()}::date and (valid_to is null or valid_to > ${today()}::date)`

export async function selectCurrentGrant(tx: Tx, id: string): Promise<GrantRow | undefined> {
  const [grant] = await txRows<GrantRow>(
    tx,
    sql`select id::text, person_id::text as "personId", role,
               scope_kind as "scopeKind", scope_ref as "scopeRef"
          from role_grant where id = ${id}::uuid and ${isCurrent()}`,
  )
  return grant
}

export async function hasGrant(
  tx: Tx,
  personId: string,
  role: Role,
  { kind, ref }: ScopeRef,
): Promise<boolean> {
  const found = await txRows(
    tx,
    sql`select 1 from role_grant
         where person_id = ${personId}::uuid and role = ${role} and scope_kind = ${kind}
           and scope_ref is not distinct from ${ref}::text and ${isCurrent()}`,
  )
  return found.length > 0
}

/** Today's administrators, each one's rows locked: two cannot take away one another's at once. */
export async function selectAdministratorsForChange(tx: Tx): Promise<string[]> {
  const found = await txRows<{ personId: string }>(
    tx,
    sql`select person_id::text as "personId" from role_grant
         where role = 'administrator' and ${isCurrent()} order by id for update`,
  )
  return [...new Set(found.map((row) => row.personId))]
}

export async function hasAdministrator(tx: Tx): Promise<boolean> {
  return (await selectAdministratorsForChange(tx)).length > 0
}

/** Whether what a scope refers to exists; a catchment is that of an organisation that has one. */
export async function scopeExists(tx: Tx, { kind, ref }: ScopeRef): Promise<boolean> {
  if (kind === 'nation') return true
  const found = await txRows(
    tx,
    kind === 'county'
      ? sql`select 1 from county where code = ${ref}`
      : kind === 'organisation'
        ? sql`select 1 from organisation where id = ${ref}::uuid`
        : sql`select 1 from catchment_municipality where organisation_id = ${ref}::uuid and ${isCurrent()} limit 1`,
  )
  return found.length > 0
}

export interface GrantView {
  grantId: string
  role: Role
  scopeKind: ScopeKind
  /** The county's or the organisation's name; null for the nation. */
  scopeName: string | null
  validFrom: Day
  validTo: Day | null
  isCurrent: boolean
}

/** A person's roles, those that count today first. */
export async function selectGrants(personId: string): Promise<GrantView[]> {
  return rows<GrantView>(sql`
    select role_grant.id as "grantId", role, scope_kind as "scopeKind",
           coalesce(county.name, organisation.name) as "scopeName",
           valid_from as "validFrom", valid_to as "validTo", (${isCurrent()}) as "isCurrent"
      from role_grant
      left join county on scope_kind = 'county' and county.code = scope_ref
      left join organisation on scope_kind in ('organisation', 'catchment')
       and organisation.id::text = scope_ref
     where person_id = ${personId}::uuid
     order by "isCurrent" desc, valid_from desc, role_grant.id desc`)
}

export interface ScopeChoice {
  ref: string
  name: string
  /** The county it lies in, to group a long list by; null for those of the whole nation. */
  countyName: string | null
}

/** What a scope of a kind can refer to, by name. */
export async function selectScopeChoices(kind: ScopeKind): Promise<ScopeChoice[]> {
  if (kind === 'nation') return []
  if (kind === 'county') {
    return rows<ScopeChoice>(
      sql`select code as ref, name, null as "countyName" from county order by code`,
    )
  }
  const withCatchment =
    kind === 'catchment'
      ? sql`and exists (select 1 from catchment_municipality where organisation_id = organisation.id and ${isCurrent()})`
      : sql``
  return rows<ScopeChoice>(sql`
    select organisation.id as ref, organisation.name, county.name as "countyName"
      from organisation left join county on county.code = organisation.county_code
     where (closed_on is null or closed_on > ${today()}::date) ${withCatchment}
     order by county.code nulls first, organisation.name`)
}

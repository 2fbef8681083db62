import type { Grant, PersonActor, Role } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import type { OrganisationId, PersonId } from '~/kernel/ids.ts'
import { firstRow, preparedRows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql } from '~/platform/db/sql.server.ts'

export interface SessionOfActor {
  actor: PersonActor
  expiresAt: Date
}

interface SessionRow {
  expires_at: Date
  person_id: string
  given_name: string
  family_name: string
  language: 'sv' | 'en'
  email_confirmed: boolean
  grants: GrantRow[]
}

interface GrantRow {
  role: Role
  scope_kind: 'nation' | 'county' | 'catchment' | 'organisation'
  scope_ref: string | null
  municipalities: string[] | null
}

const actorColumns = () => sql`
  person.id as person_id, person.given_name, person.family_name,
  person.language, person.email_confirmed_at is not null as email_confirmed,
  coalesce((
    select json_agg(json_build_object(
      'role', role_grant.role, 'scope_kind', role_grant.scope_kind,
      'scope_ref', role_grant.scope_ref, 'municipalities', (
        select json_agg(municipality_code) from catchment_municipality
         where role_grant.scope_kind = 'catchment'
           and organisation_id::text = role_grant.scope_ref
           and ${holdsOn(sql`catchment_municipality`, today())})))
      from role_grant
     where role_grant.person_id = person.id
       and role_grant.valid_from <= ${today()}::date
       and (role_grant.valid_to is null or role_grant.valid_to > ${today()}::date)
  ), '[]'::json) as grants`

/** A person as one who acts, for work that goes on when the session has been left. */
export async function selectActor(personId: string): Promise<PersonActor | null> {
  const row = await firstRow<Omit<SessionRow, 'expires_at'>>(
    sql`select ${actorColumns()} from person where person.id = ${personId}::uuid`,
  )
  return row ? actorOf(row) : null
}

/** Whose a session is, in one question to the database: each signed-in request asks it. */
export async function selectActorOfSession(sessionId: string): Promise<SessionOfActor | null> {
  const [row] = await preparedRows<SessionRow>(sql`
    select session.expires_at, ${actorColumns()}
      from session join person on person.id = session.user_id
     where session.id = ${sessionId}`)
  return row ? { actor: actorOf(row), expiresAt: row.expires_at } : null
}

const actorOf = (row: Omit<SessionRow, 'expires_at'>): PersonActor => ({
  kind: 'person',
  personId: row.person_id as PersonId,
  givenName: row.given_name,
  familyName: row.family_name,
  language: row.language,
  emailConfirmed: row.email_confirmed,
  grants: row.grants.map(grantOf),
})

function grantOf(row: GrantRow): Grant {
  const ref = row.scope_ref ?? ''
  switch (row.scope_kind) {
    case 'nation':
      return { role: row.role, scope: { kind: 'nation' } }
    case 'county':
      return { role: row.role, scope: { kind: 'county', countyCode: ref } }
    case 'organisation':
      return {
        role: row.role,
        scope: { kind: 'organisation', organisationId: ref as OrganisationId },
      }
    case 'catchment':
      return {
        role: row.role,
        scope: {
          kind: 'catchment',
          organisationId: ref as OrganisationId,
          municipalityCodes: row.municipalities ?? [],
        },
      }
  }
}

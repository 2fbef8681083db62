import { today, type Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { holdsWords, isAmong, type ListSource } from '~/platform/db/list.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Claim, ClaimQuery, ClaimsNarrowed, Decision } from './claim.ts'

const claims = () => sql`
  affiliation
  join person on person.id = affiliation.person_id
  join unit_placement placement on placement.unit_id = affiliation.unit_id
   and ${holdsOn(sql`placement`, today())}`

/** Those of whom nobody knows yet who they are, and those who have left, wait for nothing. */
const standsAt = (organisationId: string) => sql`
  placement.organisation_id = ${organisationId}::uuid
  and person.email_confirmed_at is not null
  and (affiliation.valid_to is null or affiliation.valid_to > ${today()}::date)`

/** The unit that a filter names, or one that lies below it today. */
function liesIn(units: readonly string[]): Sql {
  if (units.length === 0) return sql`true`
  return sql`affiliation.unit_id in (
    with recursive below as (
      select unnest(${[...units]}::uuid[]) as unit_id
      union
      select child.unit_id
        from unit_placement child join below on below.unit_id = child.parent_unit_id
       where ${holdsOn(sql`child`, today())})
    select unit_id from below)`
}

/** An organisation's claims that have no answer, or were declined. */
export function claimsListed(
  organisationId: string,
  { filters, words }: ClaimsNarrowed,
): ListSource<ClaimQuery['sort']> {
  const state = filters.state.length === 0 ? ['claimed'] : filters.state
  return {
    columns: sql`affiliation.id as "affiliationId", person.id as "personId",
      person.given_name as "givenName", person.family_name as "familyName", person.email,
      affiliation.unit_id as "unitId", placement.name as "unitName", affiliation.kind,
      affiliation.profession_group as "professionGroup", affiliation.valid_from as "validFrom",
      affiliation.status as state`,
    from: sql`from ${claims()}
      where ${standsAt(organisationId)} and ${isAmong(state, sql`affiliation.status`)}
        and ${isAmong(filters.kind, sql`affiliation.kind`)}
        and ${isAmong(filters.group, sql`affiliation.profession_group`)} and ${liesIn(filters.unit)}
        and ${holdsWords(words, [sql`person.given_name`, sql`person.family_name`, sql`person.email`])}`,
    key: sql`affiliation.id`,
    order: {
      since: sql`affiliation.valid_from`,
      name: sql`lower(person.family_name || ' ' || person.given_name)`,
      unit: sql`lower(placement.name)`,
    },
  }
}

/** One of them. */
export async function selectClaim(
  organisationId: string,
  affiliationId: string,
): Promise<Claim | undefined> {
  const filters = { state: ['claimed', 'declined'], unit: [], group: [], kind: [] }
  const { columns, from } = claimsListed(organisationId, { filters, words: '' })
  return firstRow<Claim>(sql`select ${columns} ${from} and affiliation.id = ${affiliationId}::uuid`)
}

/** The ids of all that a list shows. */
export async function selectClaimIds({ from }: ListSource): Promise<string[]> {
  const found = await rows<{ id: string }>(
    sql`select affiliation.id::text ${from} order by affiliation.id`,
  )
  return found.map(({ id }) => id)
}

/** How many claims wait at an organisation, and the first day of the oldest. */
export async function selectWaiting(
  organisationId: string,
): Promise<{ count: number; since: Day | null }> {
  const row = await firstRow<{ count: number; since: Day | null }>(sql`
    select count(*)::int as count, min(affiliation.valid_from) as since
      from ${claims()} where ${standsAt(organisationId)} and affiliation.status = 'claimed'`)
  return row!
}

/** Those of some claims that are at the organisation's units and have another answer, their rows locked. */
export async function selectToAnswer(
  tx: Tx,
  organisationId: string,
  { ids, decision }: { ids: readonly string[]; decision: Decision },
): Promise<{ id: string; personId: string; unitId: string }[]> {
  return txRows(
    tx,
    sql`select affiliation.id::text, affiliation.person_id::text as "personId",
               affiliation.unit_id::text as "unitId"
          from ${claims()}
         where affiliation.id = any(${[...ids]}::uuid[]) and ${standsAt(organisationId)}
           and affiliation.status in ('claimed', 'declined') and affiliation.status <> ${decision}
         order by affiliation.id for update of affiliation`,
  )
}

/** Answers them; who is declined keeps no number there. */
export async function saveDecisions(
  tx: Tx,
  ids: readonly string[],
  decision: { status: Decision; decidedAt: Date; decidedBy: string | null },
): Promise<void> {
  await tx.$executeRaw`
    update affiliation
       set status = ${decision.status}, decided_at = ${decision.decidedAt},
           decided_by = ${decision.decidedBy}::uuid,
           employer_number = case when ${decision.status} = 'declined' then null
                                  else employer_number end
     where affiliation.id = any(${[...ids]}::uuid[])`
}

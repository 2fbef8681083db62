import { dateOf, today, type Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { holdsWords, isAmong, type ListSource } from '~/platform/db/list.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { HangingUnit } from '~/domain/organisation/organisation.ts'
import type { AffiliationKind, AffiliationStatus } from './affiliation.ts'
import type { Joiner, JoinCodeQuery, JoinLimits } from './join-code.ts'

export interface NewJoinCode {
  id: string
  unitId: string
  codeHash: string
  kind: AffiliationKind
  needsConfirmation: boolean
  mostPeople: number
  lastDay: Day
  madeAt: Date
  madeBy: string | null
}

/** @returns false, and nothing is written, when another code has the same letters */
export async function insertJoinCode(tx: Tx, code: NewJoinCode): Promise<boolean> {
  const data = { ...code, lastDay: dateOf(code.lastDay) }
  const { count } = await tx.joinCode.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

export async function saveRevoked(tx: Tx, id: string, by: { at: Date; personId: string | null }) {
  await tx.joinCode.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: by.at, revokedBy: by.personId },
  })
}

export interface JoinCodeRow extends JoinLimits {
  id: string
  unitId: string
  unitName: string
  organisationId: string
  organisationName: string
  municipalityCode: string | null
  kind: AffiliationKind
  needsConfirmation: boolean
  madeAt: Date
}

// Who has been declined, or was corrected to another workplace, holds no place.
const joined = sql`
  (select count(distinct person_id)::int from affiliation
    where affiliation.join_code_id = join_code.id and affiliation.status <> 'declined')`

const columns = sql`
  join_code.id::text, join_code.unit_id::text as "unitId", placement.name as "unitName",
  organisation.id::text as "organisationId", organisation.name as "organisationName",
  unit.municipality_code as "municipalityCode", join_code.kind,
  join_code.needs_confirmation as "needsConfirmation", join_code.made_at as "madeAt",
  join_code.revoked_at is not null as "isRevoked", join_code.last_day::text as "lastDay",
  join_code.most_people as "mostPeople", ${joined} as joined`

const from = () => sql`
  from join_code
  join unit on unit.id = join_code.unit_id
  join unit_placement placement on placement.unit_id = unit.id
   and ${holdsOn(sql`placement`, today())}
  join organisation on organisation.id = placement.organisation_id`

const codes = () => sql`select ${columns} ${from()}`

/** As joinStateOf says it. */
const state = () => sql`
  case when join_code.revoked_at is not null then 'revoked'
       when join_code.last_day < ${today()}::date then 'expired'
       when ${joined} >= join_code.most_people then 'full' else 'open' end`

/** An organisation's codes for units that are its own today; not those of invitations. */
export function joinCodesListed(
  organisationId: string,
  { filters, search }: Pick<JoinCodeQuery, 'filters' | 'search'>,
): ListSource<JoinCodeQuery['sort']> {
  return {
    columns,
    from: sql`${from()}
      where organisation.id = ${organisationId}::uuid
        and not exists (select 1 from invitation where invitation.id = join_code.id)
        and ${isAmong(filters.state, state())} and ${holdsWords(search, [sql`placement.name`])}`,
    key: sql`join_code.id`,
    order: {
      made: sql`join_code.made_at`,
      unit: sql`lower(placement.name)`,
      lastDay: sql`join_code.last_day`,
    },
  }
}

/** A code of a unit that is there today. */
export async function selectJoinCode(id: string): Promise<JoinCodeRow | undefined> {
  return firstRow<JoinCodeRow>(sql`${codes()} where join_code.id = ${id}::uuid`)
}

/** The code that one of several readings of what was typed leads to. */
export async function selectJoinCodeByHash(hashes: string[]): Promise<JoinCodeRow | undefined> {
  return firstRow<JoinCodeRow>(sql`
    ${codes()} where join_code.code_hash = any(${hashes}::text[])
     order by array_position(${hashes}::text[], join_code.code_hash) limit 1`)
}

/** The same, with its row locked, so that those who join at the same time are counted one after another. */
export async function lockJoinCode(tx: Tx, id: string): Promise<JoinCodeRow | undefined> {
  await txRows(tx, sql`select 1 from join_code where id = ${id}::uuid for update`)
  const [row] = await txRows<JoinCodeRow>(tx, sql`${codes()} where join_code.id = ${id}::uuid`)
  return row
}

/** Everybody who has joined by a code, the latest first. */
export async function selectJoiners(codeId: string): Promise<Joiner[]> {
  return rows<Joiner>(sql`
    select affiliation.id as "affiliationId", person.given_name as "givenName",
           person.family_name as "familyName", affiliation.profession_group as "professionGroup",
           affiliation.status, affiliation.valid_from as "validFrom",
           affiliation.valid_to as "validTo",
           person.email_confirmed_at is not null as "emailConfirmed"
      from affiliation join person on person.id = affiliation.person_id
     where affiliation.join_code_id = ${codeId}::uuid
     order by affiliation.valid_from desc, affiliation.id desc`)
}

interface Own {
  status: AffiliationStatus
  professionGroup: ProfessionGroup
}

const ownAt = (personId: string, unitId: string) => sql`
  select status, profession_group as "professionGroup" from affiliation
   where person_id = ${personId}::uuid and unit_id = ${unitId}::uuid and status <> 'declined'
     and (valid_to is null or valid_to > ${today()}::date)
   order by status desc, valid_from limit 1`

/** What a person is at a unit today or from a later day. */
export async function selectOwnAt(personId: string, unitId: string): Promise<Own | undefined> {
  return firstRow<Own>(ownAt(personId, unitId))
}

/** Whether a person is at a unit today or from a later day. */
export async function isAt(tx: Tx, personId: string, unitId: string): Promise<boolean> {
  return (await txRows(tx, ownAt(personId, unitId))).length > 0
}

/** The units for which an organisation can make codes. */
export async function selectJoinUnits(organisationId: string): Promise<HangingUnit[]> {
  return rows<HangingUnit>(sql`
    select placement.unit_id as "unitId", placement.parent_unit_id as "parentUnitId", placement.name
      from unit_placement placement
     where placement.organisation_id = ${organisationId}::uuid and ${holdsOn(sql`placement`, today())}`)
}

export interface JoinedByCode {
  affiliationId: string
  personId: string
  unitId: string
  madeBy: string | null
}

/** Confirms what a person has joined by codes that ask for no answer, now that the address is theirs. */
export async function confirmJoined(tx: Tx, personId: string, at: Date): Promise<JoinedByCode[]> {
  return txRows<JoinedByCode>(
    tx,
    sql`update affiliation
           set status = 'confirmed', decided_at = ${at}, decided_by = join_code.made_by
          from join_code
         where join_code.id = affiliation.join_code_id and not join_code.needs_confirmation
           and affiliation.unit_id = join_code.unit_id
           and affiliation.person_id = ${personId}::uuid and affiliation.status = 'claimed'
        returning affiliation.id::text as "affiliationId", person_id::text as "personId",
                  affiliation.unit_id::text as "unitId", join_code.made_by::text as "madeBy"`,
  )
}

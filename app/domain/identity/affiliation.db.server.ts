import type { Day } from '~/kernel/dates.ts'
import { dateOf, today } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Place } from '~/kernel/permission.ts'
import type {
  AffiliationKind,
  AffiliationStatus,
  AffiliationView,
  Workplace,
} from './affiliation.ts'

export interface NewAffiliation extends Omit<Workplace, 'municipalityCode'> {
  id: string
  /** Null for a unit that lies in no municipality. */
  municipalityCode: string | null
  personId: string
  kind: AffiliationKind
  validFrom: Day
  /** The day after the last. */
  validTo?: Day | null
  /** The code by which the person joined. */
  joinCodeId?: string
}

export async function insertAffiliation(tx: Tx, affiliation: NewAffiliation): Promise<void> {
  await tx.affiliation.create({
    data: {
      ...affiliation,
      validFrom: dateOf(affiliation.validFrom),
      validTo: affiliation.validTo ? dateOf(affiliation.validTo) : null,
      status: 'claimed',
    },
  })
}

export async function rewriteAffiliation(
  tx: Tx,
  id: string,
  change: Workplace & {
    kind: AffiliationKind
    validFrom: Day
    validTo: Day | null
    subGroupId: string | null
  },
): Promise<void> {
  const { municipalityCode, unitId, statedWorkplace, professionGroup, kind } = change
  await tx.affiliation.update({
    where: { id },
    data: {
      municipalityCode,
      unitId,
      statedWorkplace,
      professionGroup,
      subGroupId: change.subGroupId,
      kind,
      validFrom: dateOf(change.validFrom),
      validTo: change.validTo ? dateOf(change.validTo) : null,
      status: 'claimed',
      decidedAt: null,
      decidedBy: null,
      // Another employer's number may be somebody else's here.
      employerNumber: null,
      joinCodeId: null,
    },
  })
}

export async function saveAffiliationEnd(tx: Tx, id: string, validTo: Day): Promise<void> {
  await tx.affiliation.update({ where: { id }, data: { validTo: dateOf(validTo) } })
}

/** What a person is at a workplace; another group forgets the sub-group of the one before. */
export async function saveWhat(
  tx: Tx,
  id: string,
  what: { kind: AffiliationKind; professionGroup: ProfessionGroup; isSameGroup: boolean },
): Promise<void> {
  const { kind, professionGroup, isSameGroup } = what
  const data = { kind, professionGroup, ...(isSameGroup ? {} : { subGroupId: null }) }
  await tx.affiliation.update({ where: { id }, data })
}

/** For SET: all that can be put back of an affiliation, as `before` has it; whose it is stays. */
export const asItWas = sql`
  unit_id = before.unit_id, municipality_code = before.municipality_code,
  profession_group = before.profession_group, sub_group_id = before.sub_group_id,
  kind = before.kind, valid_from = before.valid_from, valid_to = before.valid_to,
  employer_number = before.employer_number, status = before.status,
  decided_at = before.decided_at, decided_by = before.decided_by`

export interface AffiliationRow {
  id: string
  personId: string
  unitId: string | null
  kind: AffiliationKind
  professionGroup: ProfessionGroup
  subGroupId: string | null
  employerNumber: string | null
  status: AffiliationStatus
  validFrom: Day
  validTo: Day | null
}

/** An affiliation to change, its row locked. */
export async function selectAffiliationForChange(
  tx: Tx,
  id: string,
): Promise<AffiliationRow | undefined> {
  const [row] = await txRows<AffiliationRow>(
    tx,
    sql`select id::text, person_id::text as "personId", unit_id::text as "unitId", status, kind,
               profession_group as "professionGroup", sub_group_id::text as "subGroupId",
               employer_number as "employerNumber", valid_from::text as "validFrom", valid_to::text as "validTo"
          from affiliation where id = ${id}::uuid for update`,
  )
  return row
}

/** Whether a person already has that workplace, in that profession, today. */
export async function hasAffiliation(
  tx: Tx,
  personId: string,
  unitId: string,
  professionGroup: string,
): Promise<boolean> {
  const found = await txRows(
    tx,
    sql`select 1 from affiliation
         where person_id = ${personId}::uuid and unit_id = ${unitId}::uuid
           and profession_group = ${professionGroup} and status <> 'declined'
           and (valid_to is null or valid_to > ${today()}::date)`,
  )
  return found.length > 0
}

/** Whose a unit is today, as a place to hold a scope against. */
export async function selectPlaceOfUnit(tx: Tx, unitId: string): Promise<Place | undefined> {
  const [place] = await txRows<Place>(
    tx,
    sql`select placement.organisation_id::text as "organisationId",
               unit.county_code as "countyCode", unit.municipality_code as "municipalityCode"
          from unit
          join unit_placement placement on placement.unit_id = unit.id
           and placement.valid_from <= ${today()}::date
           and (placement.valid_to is null or placement.valid_to > ${today()}::date)
         where unit.id = ${unitId}::uuid`,
  )
  return place
}

/** A person's workplaces, those that last first, then the latest. */
export async function selectAffiliations(personId: string): Promise<AffiliationView[]> {
  return rows<AffiliationView>(sql`
    select affiliation.id as "affiliationId", affiliation.kind, affiliation.unit_id as "unitId",
           unit.name as "unitName", organisation.name as "organisationName",
           affiliation.stated_workplace as "statedWorkplace",
           affiliation.municipality_code as "municipalityCode",
           municipality.short_name as "municipalityName",
           affiliation.profession_group as "professionGroup",
           affiliation.employer_number as "employerNumber",
           affiliation.valid_from as "validFrom", affiliation.valid_to as "validTo",
           affiliation.status
      from affiliation
      left join unit on unit.id = affiliation.unit_id
      left join lateral (
        select organisation_id from unit_placement
         where unit_id = affiliation.unit_id and valid_from <= ${today()}::date
         order by valid_from desc limit 1) placement on true
      left join organisation on organisation.id = placement.organisation_id
      left join municipality on municipality.code = affiliation.municipality_code
     where affiliation.person_id = ${personId}::uuid
     order by affiliation.valid_to desc nulls first, affiliation.valid_from desc, affiliation.id`)
}

/** Whose an affiliation is. */
export async function selectOwner(id: string): Promise<string | undefined> {
  const [row] = await rows<{ personId: string }>(
    sql`select person_id as "personId" from affiliation where id = ${id}::uuid`,
  )
  return row?.personId
}

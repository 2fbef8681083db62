import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type {
  HeadcountSource,
  NewOrganisation,
  Organisation,
  OrganisationKind,
  PlacedUnit,
} from './organisation.ts'

const organisationColumns = sql`
  organisation.id, organisation.kind, organisation.name, organisation.county_code as "countyCode",
  organisation.municipality_code as "municipalityCode", organisation.root_unit_id as "rootUnitId"`

export interface OrganisationRow extends Organisation {
  kind: OrganisationKind
  countyName: string | null
  municipalityName: string | null
}

export async function selectOrganisation(id: string): Promise<OrganisationRow | undefined> {
  return firstRow<OrganisationRow>(sql`
    select ${organisationColumns}, county.name as "countyName",
           municipality.short_name as "municipalityName"
      from organisation
      left join county on county.code = organisation.county_code
      left join municipality on municipality.code = organisation.municipality_code
     where organisation.id = ${id}::uuid`)
}

/** The organisation that a unit hangs in on a day. */
export async function selectOrganisationOfUnit(
  tx: Tx,
  unitId: string,
  on: Day,
): Promise<Organisation | undefined> {
  const [found] = await txRows<Organisation>(
    tx,
    sql`
    select ${organisationColumns}
      from unit_placement placement join organisation on organisation.id = placement.organisation_id
     where placement.unit_id = ${unitId}::uuid
       and placement.valid_from <= ${on}::date
       and (placement.valid_to is null or placement.valid_to > ${on}::date)`,
  )
  return found
}

export async function insertOrganisation(
  tx: Tx,
  organisation: NewOrganisation & { id: string; rootUnitId: string },
): Promise<void> {
  const { id, kind, name, rootUnitId, countyCode, catchment = [] } = organisation
  const { organisationNumber = null, carrierId = null, phase = null } = organisation
  const municipalityCode = organisation.municipalityCode ?? null
  const openedOn = dateOf(organisation.openedOn)
  const { projectYearFrom } = organisation
  await tx.organisation.create({
    data: {
      id,
      kind,
      name,
      countyCode,
      municipalityCode,
      organisationNumber,
      rootUnitId,
      openedOn,
      catchment: {
        create: catchment.map((code) => ({ municipalityCode: code, validFrom: openedOn })),
      },
      states: {
        create: {
          id: newId(),
          kind,
          organisationNumber,
          carrierId,
          phase,
          projectYearFrom: projectYearFrom ? dateOf(projectYearFrom) : null,
          validFrom: openedOn,
        },
      },
    },
  })
  await insertUnit(tx, {
    id: rootUnitId,
    organisationId: id,
    parentUnitId: null,
    name,
    countyCode,
    municipalityCode,
    openedOn: organisation.openedOn,
  })
}

export interface UnitToInsert {
  id: string
  organisationId: string
  parentUnitId: string | null
  name: string
  countyCode: string
  municipalityCode: string | null
  openedOn: Day
}

/** A unit with its first placement. */
export async function insertUnit(tx: Tx, unit: UnitToInsert): Promise<void> {
  const { organisationId, parentUnitId, ...plain } = unit
  await insertPlainUnits(tx, [plain])
  await tx.unitPlacement.create({
    data: {
      id: newId(),
      unitId: unit.id,
      organisationId,
      parentUnitId,
      name: unit.name,
      validFrom: dateOf(unit.openedOn),
    },
  })
}

/** Units that hang nowhere yet. */
export async function insertPlainUnits(
  tx: Tx,
  units: Omit<UnitToInsert, 'organisationId' | 'parentUnitId'>[],
): Promise<void> {
  await tx.unit.createMany({
    data: units.map((unit) => ({ ...unit, openedOn: dateOf(unit.openedOn) })),
  })
}

export interface UnitPlace {
  countyCode: string
  municipalityCode: string | null
}

export async function selectUnitPlace(tx: Tx, unitId: string): Promise<UnitPlace | null> {
  return tx.unit.findUnique({
    where: { id: unitId },
    select: { countyCode: true, municipalityCode: true },
  })
}

export interface HeadcountToInsert {
  unitId: string
  professionGroup: ProfessionGroup
  headcount: number
  asOf: Day
  source: HeadcountSource
  recordedAt: Date
  recordedBy: string | null
  /** The file that tells it. */
  importId?: string
}

/** @returns their ids */
export async function insertHeadcounts(tx: Tx, headcounts: HeadcountToInsert[]): Promise<string[]> {
  const data = headcounts.map((headcount) => ({
    ...headcount,
    id: newId(),
    asOf: dateOf(headcount.asOf),
  }))
  await tx.headcount.createMany({ data })
  return data.map(({ id }) => id)
}

export interface DeclaredRow {
  unitId: string
  professionGroup: ProfessionGroup
  headcount: number
  asOf: Day
  source: HeadcountSource
}

/** For each unit of the organisation and group: the newest declaration not after the day. */
export async function selectHeadcounts(organisationId: string, on: Day): Promise<DeclaredRow[]> {
  return rows<DeclaredRow>(sql`
    select distinct on (headcount.unit_id, headcount.profession_group)
           headcount.unit_id as "unitId", headcount.profession_group as "professionGroup",
           headcount.headcount, headcount.as_of as "asOf", headcount.source
      from unit_placement placement join headcount on headcount.unit_id = placement.unit_id
     where placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${on}::date
       and (placement.valid_to is null or placement.valid_to > ${on}::date)
       and headcount.as_of <= ${on}::date and headcount.withdrawn_at is null
     order by headcount.unit_id, headcount.profession_group,
              headcount.as_of desc, headcount.recorded_at desc, headcount.id desc`)
}

/** The units of an organisation on a day. */
export async function selectUnits(organisationId: string, on: Day): Promise<PlacedUnit[]> {
  return rows<PlacedUnit>(sql`
    select placement.unit_id as "unitId", placement.parent_unit_id as "parentUnitId", placement.name,
           unit.county_code as "countyCode", unit.municipality_code as "municipalityCode",
           coalesce(municipality.short_name, county.name, '') as "placeName"
      from unit_placement placement
      join unit on unit.id = placement.unit_id
      left join county on county.code = unit.county_code
      left join municipality on municipality.code = unit.municipality_code
     where placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${on}::date
       and (placement.valid_to is null or placement.valid_to > ${on}::date)`)
}

/** What was told of a unit, as a line of its history. */
export interface HeadcountTold extends Omit<DeclaredRow, 'unitId'> {
  id: string
  /** The Swedish day on which it was told. */
  recordedOn: Day
  /** Has been taken back: it counts nowhere. */
  isWithdrawn: boolean
}

/** As many as a page shows. */
const longestHeadcountHistory = 200

/** Everything that a unit, which hangs or has hung in the organisation, has declared; the newest day first. */
export async function selectHeadcountHistory(
  organisationId: string,
  unitId: string,
): Promise<HeadcountTold[]> {
  return rows<HeadcountTold>(sql`
    select id, profession_group as "professionGroup", headcount, as_of as "asOf", source,
           (recorded_at at time zone 'Europe/Stockholm')::date as "recordedOn",
           withdrawn_at is not null as "isWithdrawn"
      from headcount
     where unit_id = ${unitId}::uuid
       and exists (select 1 from unit_placement
                    where unit_placement.unit_id = headcount.unit_id
                      and organisation_id = ${organisationId}::uuid)
     order by as_of desc, profession_group, recorded_at desc, id desc
     limit ${longestHeadcountHistory}`)
}

/** A declaration of a unit that hangs or has hung in the organisation, its row locked. */
export async function lockHeadcount(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<(DeclaredRow & { isWithdrawn: boolean }) | undefined> {
  const [found] = await txRows<DeclaredRow & { isWithdrawn: boolean }>(
    tx,
    sql`select unit_id::text as "unitId", profession_group as "professionGroup", headcount,
               as_of::text as "asOf", source, withdrawn_at is not null as "isWithdrawn"
          from headcount
         where id = ${id}::uuid
           and exists (select 1 from unit_placement
                        where unit_placement.unit_id = headcount.unit_id
                          and organisation_id = ${organisationId}::uuid)
           for update`,
  )
  return found
}

/** Takes a declaration back, or lets it count again where `by` is null. */
export async function saveHeadcountWithdrawn(
  tx: Tx,
  id: string,
  by: { at: Date; personId: string | null } | null,
): Promise<void> {
  const data = { withdrawnAt: by?.at ?? null, withdrawnBy: by?.personId ?? null }
  await tx.headcount.update({ where: { id }, data })
}

/** An organisation, and the day of the oldest of its numbers in force; null: none is declared. */
export interface OldHeadcounts {
  id: string
  name: string
  oldest: Day | null
}

/** Organisations that are there, of which nothing is declared or some number in force is of a day before `since`. */
export async function selectOldHeadcounts(
  organisationIds: string[],
  since: Day,
  on: Day,
): Promise<OldHeadcounts[]> {
  return rows(sql`
    select organisation.id, organisation.name, declared.oldest
      from organisation left join lateral (
        select min(newest.as_of) as oldest from (
          select max(headcount.as_of) as as_of
            from unit_placement placement join headcount on headcount.unit_id = placement.unit_id
           where placement.organisation_id = organisation.id
             and placement.valid_from <= ${on}::date
             and (placement.valid_to is null or placement.valid_to > ${on}::date)
             and headcount.as_of <= ${on}::date and headcount.withdrawn_at is null
           group by headcount.unit_id, headcount.profession_group) newest) declared on true
     where organisation.id = any(${organisationIds}::uuid[])
       and (organisation.closed_on is null or organisation.closed_on > ${on}::date)
       and (declared.oldest is null or declared.oldest < ${since}::date)
     order by organisation.name`)
}

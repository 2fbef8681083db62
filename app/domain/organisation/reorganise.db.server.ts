import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Declared } from './carried-headcounts.ts'
import type { Placement, PlacementDifference } from './organisation-tree.ts'
import type { Organisation } from './organisation.ts'
import type { UnitChange } from './reorganisation.ts'

/** The organisations that units hang in on a day; of one that is not there yet or no longer, the last it hung in. */
export async function selectOrganisationsOfUnits(
  tx: Tx,
  unitIds: string[],
  day: Day,
): Promise<{ unitId: string; organisationId: string }[]> {
  return txRows(
    tx,
    sql`
    select distinct on (unit_id) unit_id::text as "unitId", organisation_id::text as "organisationId"
      from unit_placement where unit_id = any(${unitIds}::uuid[])
     order by unit_id, (valid_from <= ${day}::date) desc, valid_from desc`,
  )
}

/** Locks organisations against other changes, in an order that all follow, and tells where they are. */
export async function lockOrganisations(tx: Tx, ids: string[]): Promise<Organisation[]> {
  return txRows<Organisation>(
    tx,
    sql`
    select id::text, kind, name, county_code as "countyCode", municipality_code as "municipalityCode",
           root_unit_id::text as "rootUnitId"
      from organisation where id = any(${ids}::uuid[]) order by id for update`,
  )
}

/** Every placement, of whatever day, of units that hang or have hung in these organisations. */
export async function selectPlacements(tx: Tx, organisationIds: string[]): Promise<Placement[]> {
  return txRows<Placement>(
    tx,
    sql`
    select id::text, unit_id::text as "unitId", organisation_id::text as "organisationId",
           parent_unit_id::text as "parentUnitId", name, valid_from::text as "validFrom",
           valid_to::text as "validTo"
      from unit_placement
     where unit_id in (select unit_id from unit_placement
                        where organisation_id = any(${organisationIds}::uuid[]))`,
  )
}

/** Takes rows away and ends others before new ones come: a unit has one placement that lasts. */
export async function savePlacements(tx: Tx, difference: PlacementDifference): Promise<void> {
  const { deleted, ended, inserted } = difference
  await tx.unitPlacement.deleteMany({ where: { id: { in: deleted } } })
  await txRows(
    tx,
    sql`
    update unit_placement set valid_to = told.valid_to
      from unnest(${ended.map(({ id }) => id)}::uuid[], ${ended.map(({ validTo }) => validTo)}::date[])
        as told (id, valid_to)
     where unit_placement.id = told.id`,
  )
  await tx.unitPlacement.createMany({
    data: inserted.map(({ validFrom, validTo, ...placement }) => ({
      ...placement,
      validFrom: dateOf(validFrom),
      validTo: validTo === null ? null : dateOf(validTo),
    })),
  })
}

export async function saveUnitEnds(tx: Tx, unitIds: string[], day: Day): Promise<void> {
  await tx.unit.updateMany({ where: { id: { in: unitIds } }, data: { closedOn: dateOf(day) } })
}

/** Ends organisations with what was told of them; what was planned for later days falls away. */
export async function saveOrganisationEnds(tx: Tx, ids: string[], day: Day): Promise<void> {
  const theirs = { organisationId: { in: ids } }
  const from = { gte: dateOf(day) }
  const lasting = { ...theirs, OR: [{ validTo: null }, { validTo: { gt: dateOf(day) } }] }
  const end = { data: { validTo: dateOf(day) } }
  await tx.organisation.updateMany({
    where: { id: { in: ids } },
    data: { closedOn: dateOf(day) },
  })
  await tx.organisationState.deleteMany({ where: { ...theirs, validFrom: from } })
  await tx.organisationState.updateMany({ where: lasting, ...end })
  await tx.catchmentMunicipality.deleteMany({ where: { ...theirs, validFrom: from } })
  await tx.catchmentMunicipality.updateMany({ where: lasting, ...end })
}

export async function insertChanges(
  tx: Tx,
  changes: UnitChange[],
  told: { day: Day; recordedAt: Date; recordedBy: string | null; plannedId: string | null },
): Promise<void> {
  const { day, ...recorded } = told
  await tx.unitChange.createMany({
    data: changes.map((change) => ({ ...change, ...recorded, id: newId(), onDay: dateOf(day) })),
  })
}

/** What units and everything below them have declared, the newest not after the day. */
export async function selectDeclared(tx: Tx, unitIds: string[], on: Day): Promise<Declared[]> {
  return txRows<Declared>(
    tx,
    sql`
    select distinct on (unit_id, profession_group)
           unit_id::text as "unitId", profession_group as "professionGroup", headcount, source
      from headcount
     where unit_id = any(${unitIds}::uuid[]) and as_of <= ${on}::date and withdrawn_at is null
     order by unit_id, profession_group, as_of desc, recorded_at desc, id desc`,
  )
}

/** Writes today's names and kinds where lists read them; of all organisations where none are named. */
export async function refreshToday(tx: Tx, today: Day, organisationIds?: string[]): Promise<void> {
  const all = organisationIds === undefined
  const ids = organisationIds ?? []
  await txRows(
    tx,
    sql`
    update unit set name = placement.name from unit_placement placement
     where placement.unit_id = unit.id and unit.name <> placement.name
       and (${all}::boolean or placement.organisation_id = any(${ids}::uuid[]))
       and placement.valid_from <= ${today}::date
       and (placement.valid_to is null or placement.valid_to > ${today}::date)`,
  )
  await txRows(
    tx,
    sql`
    update organisation
       set name = unit.name, kind = state.kind, organisation_number = state.organisation_number
      from unit, organisation_state state
     where unit.id = organisation.root_unit_id and state.organisation_id = organisation.id
       and (${all}::boolean or organisation.id = any(${ids}::uuid[]))
       and state.valid_from <= ${today}::date
       and (state.valid_to is null or state.valid_to > ${today}::date)
       and (organisation.closed_on is null or organisation.closed_on > ${today}::date)
       and (organisation.name, organisation.kind, organisation.organisation_number) is distinct from
           (unit.name, state.kind, state.organisation_number)`,
  )
}

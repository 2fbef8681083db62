import { Refusal } from '~/kernel/refusal.ts'
import type { Workplace, WorkplaceGroup } from './affiliation.ts'
import { municipalityExists, selectWorkplaces, type WorkplaceRow } from './workplace.db.server.ts'

const swedish = new Intl.Collator('sv')

/**
 * The register's workplaces in a municipality, by organisation: the units that lie in it, and those
 * of its county that lie in no municipality (a region's head office). Empty for an unknown code.
 */
export async function listWorkplaces(municipalityCode: string): Promise<WorkplaceGroup[]> {
  const groups = new Map<string, WorkplaceGroup>()
  for (const row of (await selectWorkplaces(municipalityCode)).sort(inListOrder)) {
    const { organisationId, organisationName, ...unit } = row
    const group = groups.get(organisationId) ?? { organisationId, organisationName, units: [] }
    group.units.push(unit)
    groups.set(organisationId, group)
  }
  return [...groups.values()]
}

const inListOrder = (a: WorkplaceRow, b: WorkplaceRow) =>
  swedish.compare(a.organisationName, b.organisationName) ||
  Number(b.isWhole) - Number(a.isWhole) ||
  swedish.compare(a.parentName ?? a.name, b.parentName ?? b.name) ||
  Number(a.parentName !== null) - Number(b.parentName !== null) ||
  swedish.compare(a.name, b.name)

/**
 * Holds a stated workplace against the register.
 * @throws Refusal workplace.unknown (field unitId) or municipality.unknown (field municipalityCode)
 */
export async function checkWorkplace({
  municipalityCode,
  unitId,
}: Pick<Workplace, 'municipalityCode' | 'unitId'>): Promise<void> {
  if (!(await municipalityExists(municipalityCode))) {
    throw new Refusal('municipality.unknown', {}, { field: 'municipalityCode' })
  }
  if (unitId === null) return
  const offered = await selectWorkplaces(municipalityCode)
  if (!offered.some((row) => row.unitId === unitId)) {
    throw new Refusal('workplace.unknown', {}, { field: 'unitId' })
  }
}

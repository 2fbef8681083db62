import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import { countedGroups, placeOf } from '~/domain/organisation/organisation.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import { may } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { selectCountsImported } from './coverage-rule.db.server.ts'
import { selectDeclarations, selectUnits } from './coverage.db.server.ts'
import { groupedBy, isSomething, type UnitOnDay } from './coverage.ts'
import { overviewRows, type OverviewRow } from './module-overview.ts'
import { selectAskedThings, selectHeldThings, selectSpokenTo } from './module-overview.db.server.ts'

/** Everything that is asked in a unit of an organisation, by profession group. */
export interface ModuleOverview {
  organisation: OrganisationView
  asOf: Day
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
  /** From the organisation's own unit down to the one that is opened. */
  path: Pick<UnitOnDay, 'unitId' | 'name'>[]
  /** Those right below the opened one, by name. */
  below: Pick<UnitOnDay, 'unitId' | 'name'>[]
  /** The groups of which there is anything to say, in the national order. */
  groups: ProfessionGroup[]
  rows: OverviewRow[]
  /** Whether the reader may see the people behind a figure. */
  mayPeople: boolean
}

/**
 * Coverage of all that is assigned or recommended in an organisation, or in a part of it, on a day. Figures, no
 * names.
 * @param input.unitId the opened unit; the whole organisation where it is left out or not there on the day
 * @throws Refusal not-found, forbidden
 */
export async function readModuleOverview(input: {
  actor: Actor
  organisationId: string
  unitId: string | null
  asOf: Day
}): Promise<ModuleOverview> {
  const { actor, organisationId, asOf } = input
  const organisation = await readOrganisation(actor, 'figures:read', organisationId)
  const area = { kind: 'organisations' as const, organisationIds: [organisationId] }
  const [units, declarations, spoken, countsImported] = await Promise.all([
    selectUnits(area, asOf),
    selectDeclarations(area, asOf),
    selectSpokenTo(area, asOf),
    selectCountsImported(asOf),
  ])
  const targets = new Map(spoken.map(({ target }) => [`${target.kind} ${target.id}`, target]))
  const things = await selectAskedThings([...targets.values()])
  const held = await selectHeldThings(area, things, asOf)
  const path = pathTo(units, input.unitId, organisation.rootUnitId)
  const opened = path.at(-1)?.unitId ?? organisation.rootUnitId
  const facts = { units, declarations, spoken, countsImported, ...held }
  const rows = overviewRows(things, facts, opened)
  return {
    organisation,
    asOf,
    countsImported,
    path,
    below: (groupedBy(units, ({ parentUnitId }) => parentUnitId).get(opened) ?? [])
      .map(({ unitId, name }) => ({ unitId, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    groups: countedGroups.filter((group) =>
      rows.some(({ coverage }) =>
        coverage.groups.some((figure) => figure.professionGroup === group && isSomething(figure)),
      ),
    ),
    rows,
    mayPeople: may(actor, 'people:read', placeOf(organisation)),
  }
}

function pathTo(units: UnitOnDay[], asked: string | null, root: string): ModuleOverview['path'] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const path: ModuleOverview['path'] = []
  let unit = byId.get(asked ?? '') ?? byId.get(root)
  for (; unit; unit = byId.get(unit.parentUnitId ?? '')) {
    path.unshift({ unitId: unit.unitId, name: unit.name })
  }
  return path
}

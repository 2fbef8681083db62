import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may, reachOf } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { selectUnits } from './organisation.db.server.ts'
import { readOrganisation, type OrganisationView } from './organisation.server.ts'
import { inTreeOrder, placeOf, type HangingUnit, type PlacedUnit } from './organisation.ts'
import { readAllPlaces, readRegisterChoices, type PlaceChoices } from './register-choices.server.ts'
import { earliestDay } from './register-day.ts'
import {
  selectOrganisationsLike,
  selectUnitLife,
  type OrganisationFound,
} from './unit-page.db.server.ts'

type TreeUnit = PlacedUnit & { depth: number }

export interface UnitPage {
  organisation: OrganisationView
  unit: PlacedUnit & { parentName: string | null }
  /** Where it may be said to lie. */
  places: PlaceChoices[]
  /** The day that the page speaks of: today, or the first of a unit that is to come. */
  day: Day
  /** The first day from which a change may be told. */
  earliest: Day
  /** The organisation's own tree, or that of another where one is chosen. */
  tree: TreeUnit[]
  /** The other organisation, to move to or merge with. */
  other: { id: string; name: string; rootUnitId: string } | null
  /** What a search for another organisation found. */
  found: OrganisationFound[]
  children: HangingUnit[]
  isRoot: boolean
  may: { register: boolean }
}

export interface ReadUnitPage {
  actor: Actor
  organisationId: string
  unitId: string
  /** Another organisation, whose units are to choose among. */
  otherId: string | null
  /** Part of another organisation's name. */
  find: string
}

/**
 * A unit that is to be changed, with what it may be moved to or merged with.
 * @throws Refusal not-found (also for a unit that has closed), forbidden
 */
export async function readUnitPage(input: ReadUnitPage): Promise<UnitPage> {
  const { actor, organisationId, unitId, otherId, find } = input
  const organisation = await readOrganisation(actor, 'unit:change', organisationId)
  const life = isId(unitId) ? await selectUnitLife(unitId, today()) : undefined
  if (life?.organisationId !== organisationId) throw new Refusal('not-found')
  const day = life.validFrom > today() ? life.validFrom : today()
  const own = await selectUnits(organisationId, day)
  const unit = own.find((each) => each.unitId === unitId)
  if (!unit) throw new Refusal('not-found')
  const other = otherId ? await readOrganisation(actor, 'unit:change', otherId) : null
  const parent = own.find((each) => each.unitId === unit.parentUnitId)
  const tree = other ? await selectUnits(other.id, day) : own
  return {
    organisation,
    unit: { ...unit, parentName: parent?.name ?? null },
    places:
      unit.parentUnitId === null
        ? (await readRegisterChoices(actor)).places
        : await readAllPlaces(),
    day,
    earliest: earliestDay(today()),
    tree: inTreeOrder(tree),
    other: other && { id: other.id, name: other.name, rootUnitId: other.rootUnitId },
    found: find.length < 2 ? [] : await findOthers(actor, organisationId, find),
    children: own.filter((each) => each.parentUnitId === unitId),
    isRoot: unit.parentUnitId === null,
    may: { register: may(actor, 'organisation:register', placeOf(organisation)) },
  }
}

async function findOthers(actor: Actor, ownId: string, find: string): Promise<OrganisationFound[]> {
  const found = await selectOrganisationsLike(reachOf(actor, 'unit:change'), find)
  return found.filter(({ id }) => id !== ownId)
}

import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { County, Municipality } from '~/domain/place/place.ts'
import { preschoolNames, schoolNames } from './names.ts'
import type { Random } from './random.ts'

/** A unit to be made, with what works there. */
export interface UnitPlan {
  name: string
  group: ProfessionGroup | null
  /** How many work there, when the unit holds people itself. */
  staff: number
  children: UnitPlan[]
}

export interface OrganisationPlan {
  kind: string
  name: string
  county: County
  municipality: Municipality | null
  root: UnitPlan
  /** Codes, for a resource centre. */
  catchment: string[]
}

/** Chance, with sizes that fit the world. */
interface Sized extends Random {
  staff: (least: number, most: number) => number
}

const leaf = (name: string, group: ProfessionGroup, staff: number): UnitPlan => ({
  name,
  group,
  staff,
  children: [],
})

const branch = (name: string, children: UnitPlan[]): UnitPlan => ({
  name,
  group: null,
  staff: 0,
  children,
})

/** How many work in a municipality's planned units and its share of the rest, on average. */
const staffOfMunicipality = 66

/**
 * The organisations of a world: every municipality of its counties, the regions, and some of the
 * other kinds; larger where the world has many people, so that most seats are taken.
 */
export function planOrganisations(
  chance: Random,
  counties: County[],
  municipalities: Municipality[],
  people: number,
): OrganisationPlan[] {
  const scale = Math.max(1, people / (municipalities.length * staffOfMunicipality * 0.85))
  const random: Sized = {
    ...chance,
    staff: (least, most) => Math.round(chance.whole(least, most) * scale),
  }
  const plans = municipalities.map((municipality) => {
    const county = counties.find((found) => found.code === municipality.countyCode)!
    return planMunicipality(random, county, municipality)
  })
  for (const county of counties) {
    plans.push(planRegion(random, county))
    const inCounty = municipalities.filter((found) => found.countyCode === county.code)
    plans.push(...planOthers(random, county, inCounty))
  }
  return plans
}

function planMunicipality(
  random: Sized,
  county: County,
  municipality: Municipality,
): OrganisationPlan {
  const size = random.whole(1, 4)
  const schools = Array.from({ length: size }, (_, index) =>
    leaf(
      schoolNames[(index * 5 + random.whole(0, 4)) % schoolNames.length]!,
      'school',
      random.staff(6, 20),
    ),
  )
  const preschool = `Förskolan ${random.pick(preschoolNames)}`
  const root = branch(municipality.name, [
    branch('Socialförvaltningen', [
      leaf('Barn och unga', 'social-services', random.staff(6, 16)),
      leaf('Vuxen och skyddat boende', 'social-services', random.staff(4, 10)),
    ]),
    branch('Utbildningsförvaltningen', [
      ...schools,
      leaf(preschool, 'school', random.staff(5, 12)),
    ]),
  ])
  return {
    kind: 'municipality',
    name: municipality.name,
    county,
    municipality,
    root,
    catchment: [],
  }
}

function planRegion(random: Sized, county: County): OrganisationPlan {
  const name = `Region ${county.shortName}`
  const root = branch(name, [
    leaf('Barn- och ungdomspsykiatrin', 'health-care', random.staff(10, 30)),
    leaf('Ungdomsmottagningen', 'health-care', random.staff(4, 10)),
    leaf('Folktandvården', 'health-care', random.staff(10, 24)),
  ])
  return { kind: 'region', name, county, municipality: null, root, catchment: [] }
}

function planOthers(
  random: Sized,
  county: County,
  municipalities: Municipality[],
): OrganisationPlan[] {
  const seat = random.pick(municipalities)
  const single = (
    kind: string,
    name: string,
    group: ProfessionGroup,
    catchment: string[] = [],
  ): OrganisationPlan => ({
    kind,
    name,
    county,
    municipality: seat,
    root: leaf(name, group, random.staff(5, 14)),
    catchment,
  })
  return [
    single(
      'resource-centre',
      `Resurscentrum ${county.shortName}`,
      'social-services',
      municipalities.map((municipality) => municipality.code),
    ),
    single(
      'private-provider',
      `Friskolan ${random.pick(preschoolNames)} i ${seat.shortName}`,
      'school',
    ),
  ]
}

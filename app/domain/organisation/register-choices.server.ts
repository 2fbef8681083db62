import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { reachOf } from '~/kernel/permission.ts'
import { selectCarriers } from './register-choices.db.server.ts'

interface Choice {
  value: string
  label: string
}

/** A county to choose or choose within; without a code, only some of its municipalities. */
export interface PlaceChoices {
  code: string | null
  name: string
  municipalities: Choice[]
}

export interface RegisterChoices {
  /** Where the actor may register: counties with their municipalities; `code` where the whole county is within reach. */
  places: PlaceChoices[]
  /** Every municipality by county, for a catchment. */
  municipalities: { label: string; choices: Choice[] }[]
  /** Bodies that may carry others. */
  carriers: Choice[]
}

/** Every county with its municipalities: a unit may lie in another county than its organisation. */
export async function readAllPlaces(): Promise<PlaceChoices[]> {
  const [counties, municipalities] = await Promise.all([listCounties(), listMunicipalities()])
  return counties.map(({ code, name }) => ({
    code,
    name,
    municipalities: municipalities
      .filter(({ countyCode }) => countyCode === code)
      .map((municipality) => ({ value: municipality.code, label: municipality.shortName })),
  }))
}

/** What the forms of the register let somebody choose among. */
export async function readRegisterChoices(actor: Actor): Promise<RegisterChoices> {
  const reach = reachOf(actor, 'organisation:register')
  const [all, carriers] = await Promise.all([readAllPlaces(), selectCarriers()])
  const isWhole = (code: string) => reach.everywhere || reach.countyCodes.includes(code)
  return {
    places: all
      .map(({ code, name, municipalities: within }) => ({
        code: code && isWhole(code) ? code : null,
        name,
        municipalities:
          code && isWhole(code)
            ? within
            : within.filter(({ value }) => reach.municipalityCodes.includes(value)),
      }))
      .filter(({ municipalities: within }) => within.length > 0),
    municipalities: all.map(({ name, municipalities: choices }) => ({ label: name, choices })),
    carriers,
  }
}

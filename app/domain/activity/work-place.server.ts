import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { Day } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { ActivityValues } from './activity.ts'
import type { PlaceChoice } from './attendance.ts'
import {
  selectEmployers,
  selectOrganisationPlace,
  type Employer,
  type WorkPlace,
} from './work-place.db.server.ts'

export type { WorkPlace } from './work-place.db.server.ts'

/** What participants choose among when they say where they work. */
export interface WorkPlaceChoices {
  /** Employers in the activity's area; of the nation only those that are no municipality's. */
  employers: Employer[]
  /** Municipalities by county, the activity's own counties first. */
  counties: {
    code: string
    name: string
    isNear: boolean
    municipalities: { code: string; name: string }[]
  }[]
}

type Area = Pick<
  ActivityValues,
  'countyCode' | 'municipalityCode' | 'countyCodes' | 'municipalityCodes'
>

/** Where those who come to an activity may work: first where it is for, then everywhere. */
export async function readWorkPlaces(activity: Area, day: Day): Promise<WorkPlaceChoices> {
  const area = areaOf(activity)
  const [employers, counties, municipalities] = await Promise.all([
    selectEmployers(area, day),
    listCounties(),
    listMunicipalities(),
  ])
  const near = new Set(area.countyCodes)
  return {
    employers,
    counties: counties
      .map(({ code, name }) => ({
        code,
        name,
        isNear: near.has(code),
        municipalities: municipalities
          .filter(({ countyCode }) => countyCode === code)
          .map(({ code, shortName }) => ({ code, name: shortName })),
      }))
      .sort((one, other) => Number(other.isNear) - Number(one.isNear)),
  }
}

function areaOf({ countyCode, municipalityCode, countyCodes, municipalityCodes }: Area) {
  const own = countyCode === null ? [] : [countyCode]
  const counties = countyCodes.length > 0 ? countyCodes : own
  const ofMunicipalities = municipalityCodes.map((code) => code.slice(0, 2))
  const places = countyCodes.length === 0 && municipalityCode ? [municipalityCode] : []
  return {
    countyCodes: [...new Set([...counties, ...ofMunicipalities])],
    municipalityCodes: municipalityCodes.length > 0 ? municipalityCodes : places,
  }
}

/**
 * Where somebody works who has chosen so.
 * @throws Refusal activity.place-unknown
 */
export async function readWorkPlace(choice: PlaceChoice): Promise<WorkPlace> {
  if (choice === null) return { organisationId: null, municipalityCode: null, countyCode: null }
  if ('organisationId' in choice) {
    const found = await selectOrganisationPlace(choice.organisationId)
    if (!found) throw new Refusal('activity.place-unknown', {}, { field: 'place' })
    return found
  }
  const { municipalityCode } = choice
  const known = await listMunicipalities(municipalityCode.slice(0, 2))
  const found = known.find(({ code }) => code === municipalityCode)
  if (!found) throw new Refusal('activity.place-unknown', {}, { field: 'place' })
  return { organisationId: null, municipalityCode, countyCode: found.countyCode }
}

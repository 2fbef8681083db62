import { Refusal } from '~/kernel/refusal.ts'
import { selectCounties, selectMunicipalities, upsertPlaces } from './place.db.server.ts'
import type { County, Municipality } from './place.ts'

/** Writes counties and municipalities; those known already get their new names. */
export async function savePlaces(
  counties: County[],
  municipalities: Municipality[],
): Promise<void> {
  await upsertPlaces(counties, municipalities)
}

/** All counties, by code. */
export async function listCounties(): Promise<County[]> {
  return selectCounties()
}

/** Municipalities by name in Swedish order; those of one county where a code is given. */
export async function listMunicipalities(countyCode?: string): Promise<Municipality[]> {
  return selectMunicipalities(countyCode)
}

/**
 * Where somebody lies who chose a municipality, or a county and none of its municipalities.
 * @param code of either
 * @throws Refusal place.unknown (field place)
 */
export async function readPlaceOf(
  code: string,
): Promise<{ countyCode: string; municipalityCode: string | null }> {
  const countyCode = code.slice(0, 2)
  const isCounty = code.length === 2
  const known = isCounty ? await listCounties() : await listMunicipalities(countyCode)
  if (!known.some((place) => place.code === code)) {
    throw new Refusal('place.unknown', {}, { field: 'place' })
  }
  return { countyCode, municipalityCode: isCounty ? null : code }
}

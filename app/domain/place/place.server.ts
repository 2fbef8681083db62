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

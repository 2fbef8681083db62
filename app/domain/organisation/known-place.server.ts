import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { checkPlace } from './organisation.ts'

/**
 * Whether there is such a municipality, in that county, or such a county: codes come from forms.
 * @throws Refusal organisation.municipality-elsewhere, register.place-unknown
 */
export async function checkKnownPlace(place: {
  countyCode: string
  municipalityCode: string | null
}): Promise<void> {
  const { countyCode, municipalityCode } = place
  checkPlace(countyCode, municipalityCode)
  const isKnown = municipalityCode
    ? (await listMunicipalities(countyCode)).some(({ code }) => code === municipalityCode)
    : (await listCounties()).some(({ code }) => code === countyCode)
  if (!isKnown) throw new Refusal('register.place-unknown', {}, { field: 'place' })
}

import {
  applyPlaceCorrection,
  type CorrectPlace,
} from '~/domain/organisation/correct-place.server.ts'
import { checkKnownPlace } from '~/domain/organisation/known-place.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { placeAffiliations } from './reorganise.db.server.ts'

/**
 * Puts right where a unit or an organisation lies, as if it had been told so from the beginning: every day's
 * figures count it there, and so do those who work or have worked there.
 * @throws Refusal register.place-unknown, organisation.municipality-elsewhere, and those of applyPlaceCorrection
 */
export async function correctPlace(input: CorrectPlace): Promise<void> {
  const { actor, place } = input
  await checkKnownPlace(place)
  await inTransaction(actor, async (tx) => {
    const unitIds = await applyPlaceCorrection(tx, input)
    await placeAffiliations(tx, unitIds, place.municipalityCode)
  })
}

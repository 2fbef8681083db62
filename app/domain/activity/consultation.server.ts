import { recordAudit } from '~/domain/audit/audit.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addMonths, today, type Day } from '~/kernel/dates.ts'
import { may } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { homeOf, placeOfHome } from './activity.ts'
import {
  replaceConsultations,
  selectConsultations,
  selectForCounting,
  type ConsultationCount,
  type ConsultationPlace,
} from './consultation.db.server.ts'

export type { ConsultationCount } from './consultation.db.server.ts'

/**
 * The twelve months that end with this one, of a county or a municipality where the actor counts.
 * @throws Refusal forbidden, activity.place-unknown
 */
export async function readConsultations(
  actor: PersonActor,
  home: string,
): Promise<ConsultationCount[]> {
  const place = await requirePlace(actor, home)
  const to = `${today().slice(0, 7)}-01`
  return selectConsultations(place, addMonths(to, -11), to)
}

async function requirePlace(actor: PersonActor, home: string): Promise<ConsultationPlace> {
  const { countyCode, municipalityCode } = homeOf(home)
  const place = placeOfHome({ countyCode, municipalityCode })
  if (countyCode === null || !may(actor, 'activity:manage', place)) throw new Refusal('forbidden')
  const [counties, municipalities] = await Promise.all([
    listCounties(),
    listMunicipalities(countyCode),
  ])
  const known = [...counties, ...municipalities].some(({ code }) => code === home)
  if (!known) throw new Refusal('activity.place-unknown', {}, { field: 'home' })
  return { countyCode, municipalityCode }
}

interface CountConsultations {
  actor: PersonActor
  /** "2026-11" */
  month: string
  home: string
  counts: { professionGroup: ProfessionGroup; consultations: number }[]
}

/**
 * Says how many consultations there were in a month with each group. A number that was another before is
 * corrected, and what was stays in the trail.
 * @throws Refusal forbidden, activity.place-unknown, activity.month-ahead
 */
export async function countConsultations(input: CountConsultations): Promise<void> {
  const { actor, home, counts } = input
  const place = await requirePlace(actor, home)
  const month: Day = `${input.month}-01`
  if (month > today()) throw new Refusal('activity.month-ahead', {}, { field: 'month' })
  await inTransaction(actor, async (tx) => {
    const before = await selectForCounting(tx, place, month)
    let changed = 0
    for (const { professionGroup, consultations } of counts) {
      const old = before.find((row) => row.professionGroup === professionGroup)
      if ((old?.consultations ?? 0) === consultations) continue
      changed++
      const replacesId = old?.id ?? null
      const kind = { ...place, month, professionGroup, consultations }
      await replaceConsultations(tx, { ...kind, replacesId, at: now(), by: actor.personId })
    }
    if (changed === 0) return
    await recordAudit(tx, actor, {
      action: 'consultation.counted',
      detail: { month: input.month, place: home, changed },
    })
  })
}

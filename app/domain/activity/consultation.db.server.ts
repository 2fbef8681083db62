import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** Where consultations are counted: a county, or one municipality of it. */
export interface ConsultationPlace {
  countyCode: string
  municipalityCode: string | null
}

/** Consultations of a month with a group. */
export interface ConsultationCount {
  /** Its first day. */
  month: Day
  professionGroup: ProfessionGroup
  consultations: number
}

/** What is counted in a place in a span of months; in the whole county where no municipality is named. */
export async function selectConsultations(
  { countyCode, municipalityCode }: ConsultationPlace,
  from: Day,
  to: Day,
): Promise<ConsultationCount[]> {
  return rows<ConsultationCount>(sql`
    select month, profession_group as "professionGroup", consultations
      from consultation_count
     where county_code = ${countyCode}
       and municipality_code is not distinct from ${municipalityCode}::text
       and month between ${from}::date and ${to}::date and ended_at is null
     order by month desc, profession_group`)
}

/** Holds what is counted in a place and month for a change. Two who save at once come one after the other. */
export async function selectForCounting(
  tx: Tx,
  { countyCode, municipalityCode }: ConsultationPlace,
  month: Day,
): Promise<{ id: string; professionGroup: ProfessionGroup; consultations: number }[]> {
  const place = municipalityCode ?? countyCode
  await txRows(
    tx,
    sql`select pg_advisory_xact_lock(hashtext(${`consultation ${place} ${month}`}))::text as held`,
  )
  return txRows(
    tx,
    sql`
    select id::text, profession_group as "professionGroup", consultations
      from consultation_count
     where county_code = ${countyCode}
       and municipality_code is not distinct from ${municipalityCode}::text
       and month = ${month}::date and ended_at is null`,
  )
}

interface CountToWrite extends ConsultationPlace, ConsultationCount {
  /** The row that it takes the place of. */
  replacesId: string | null
  at: Date
  by: string | null
}

/** Ends the count that stood, where there was one, and puts the new one there; a nought is no row. */
export async function replaceConsultations(tx: Tx, count: CountToWrite): Promise<void> {
  const { replacesId, at, by, month, consultations, ...kind } = count
  if (replacesId !== null) {
    const data = { endedAt: at, endedBy: by }
    await tx.consultationCount.update({ where: { id: replacesId }, data })
  }
  if (consultations === 0) return
  const made = { id: newId(), month: dateOf(month), recordedAt: at, recordedBy: by, replacesId }
  await tx.consultationCount.create({ data: { ...kind, ...made, consultations } })
}

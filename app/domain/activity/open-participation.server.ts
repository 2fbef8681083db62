import { readOpenModule } from '~/domain/attempt/read-open-module.server.ts'
import { listCounties } from '~/domain/place/place.server.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { insertOpenParticipation, selectOpenCounts } from './open-participation.db.server.ts'
import type { OpenParticipation } from './open-participation.schema.ts'
import type { OpenCount } from './open-participation.ts'

/** A class behind one address gets through, in several modules; a script that makes figures does not. */
const mostAnHour = { points: 60, seconds: 3600 }

interface StateOpenParticipation extends OpenParticipation {
  moduleSlug: string | undefined
}

/**
 * Takes down that somebody who was not signed in has taken a module. The same id counts once. Nothing of
 * who it was is kept, nor the moment: the trail of changes would tell it, so there is none here.
 * @param ip where the form came from; only counted, as a keyed hash
 * @throws Refusal not-found (no such open module), open.county-unknown, rate.limited
 */
export async function stateOpenParticipation(
  { moduleSlug, id, countyCode, professionGroup }: StateOpenParticipation,
  ip: string,
): Promise<void> {
  await limitRate('open-participation', ip, mostAnHour)
  const module = await readOpenModule(moduleSlug)
  if (countyCode !== null) {
    const counties = await listCounties()
    if (!counties.some(({ code }) => code === countyCode)) {
      throw new Refusal('open.county-unknown', {}, { field: 'countyCode' })
    }
  }
  await insertOpenParticipation({
    id,
    moduleId: module.moduleId,
    moduleVersionId: module.versionId,
    statedOn: today(),
    countyCode,
    professionGroup,
  })
}

/**
 * What has been stated up to and with a day: statements, not persons, and never part of coverage.
 * @param only one module's or one county's
 */
export async function readOpenCounts(
  asOf: Day,
  only: { moduleId?: string; countyCode?: string } = {},
): Promise<OpenCount[]> {
  return selectOpenCounts(asOf, {
    moduleId: only.moduleId ?? null,
    countyCode: only.countyCode ?? null,
  })
}

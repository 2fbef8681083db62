import { checkCompletions } from '~/domain/attempt/completion-check.server.ts'
import { applyImport } from '~/domain/attempt/completion-import.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { SeededModule } from './world-completions.ts'
import type { SeededOrganisation } from './world-organisation-rows.ts'
import type { SeededAffiliation } from './world-people.ts'

/** So many people of the organisation had taken the last module elsewhere. */
const people = 12

/** A file that the home municipality has read in: some of its people by their number there, and one row that is wrong. */
export async function seedEarlierCompletions(
  home: SeededOrganisation,
  modules: SeededModule[],
  affiliations: SeededAffiliation[],
  opened: Day,
): Promise<void> {
  const units = new Set(home.workplaces.map(({ unitId }) => unitId))
  const there = affiliations.filter(
    ({ workplace, from, employerNumber }) =>
      units.has(workplace.unitId) && from === opened && employerNumber,
  )
  const moduleId = modules.at(-1)?.moduleId
  const module = await firstRow<{ slug: string }>(
    sql`select slug from module where id = ${moduleId}::uuid`,
  )
  const rows = there.slice(0, people).map(({ employerNumber }, index) => ({
    rowNumber: index + 2,
    email: '',
    employerNumber: employerNumber ?? '',
    module: module?.slug ?? '',
    day: addDays(opened, 30 + index),
    evidence: 'Intyg från tidigare webbkurs',
  }))
  if (rows.length === 0) return
  const wrong = { ...rows[0]!, rowNumber: rows.length + 2, employerNumber: '0' }
  const importId = await checkCompletions({
    actor: systemActor,
    organisationId: home.id,
    file: { name: 'tidigare-genomforanden.csv', sha256: '0'.repeat(64) },
    rows: [...rows, wrong],
  })
  await applyImport({ actor: systemActor, organisationId: home.id, importId })
}

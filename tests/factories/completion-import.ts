import { checkCompletions } from '~/domain/attempt/completion-check.server.ts'
import type { FileRow, GivenRow } from '~/domain/attempt/completion-import.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import type { OrganisationId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeModule } from './catalogue.ts'
import { makeActor, makeAffiliation, makePerson } from './identity.ts'
import { makeOrganisation } from './organisation.ts'

/** An organisation with a manager, and a module that has been published. */
export async function makeImportWorld() {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const made = await makeModule()
  const actor = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  const colleague = async (values: Partial<Parameters<typeof makeAffiliation>[1]> = {}) => {
    const person = await makePerson()
    const affiliationId = await makeAffiliation(person.personId, {
      unitId: rootUnitId,
      status: 'confirmed',
      ...values,
    })
    return { ...person, affiliationId }
  }
  return { organisationId, rootUnitId, module: made, actor, colleague }
}

/** A row by address, of the last of March 2025, unless told otherwise. */
export const rowOf = (email: string, slug: string, change: Partial<GivenRow> = {}): GivenRow => ({
  rowNumber: 2,
  email,
  employerNumber: '',
  module: slug,
  day: '2025-03-31',
  evidence: 'Intyg, webbkurs',
  ...change,
})

let files = 0
/** Tries a file of these rows. @returns what `applyImport` and its like take */
export async function checkRows(
  actor: PersonActor,
  organisationId: OrganisationId,
  given: FileRow[],
) {
  const numbered = given.map((row, index) => ({ ...row, rowNumber: index + 2 }))
  const file = { name: 'fil.csv', sha256: String(++files) }
  const importId = await checkCompletions({ actor, organisationId, file, rows: numbered })
  return { actor, organisationId, importId }
}

/** What each row gives: its outcome, or why it gives nothing. */
export const outcomesOf = async ({ importId }: { importId: string }) => {
  const kept = await prisma().completionImportRow.findMany({
    where: { importId },
    orderBy: { rowNumber: 'asc' },
  })
  return kept.map(({ outcome, reason }) => reason ?? outcome)
}

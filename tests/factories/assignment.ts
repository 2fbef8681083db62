import { assignModule } from '~/domain/assignment/assignment.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { addDays, dateOf, today, type Day } from '~/kernel/dates.ts'
import { newId, type AssignmentId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { prisma } from '~/platform/db/database.server.ts'
import type { MadeModule } from './catalogue.ts'

/** A module for everybody in an organisation, due in thirty days unless told otherwise. */
export async function makeAssignment(
  organisationId: string,
  moduleId: string,
  values: { professionGroups?: ProfessionGroup[]; dueOn?: Day; message?: string } = {},
): Promise<AssignmentId> {
  const dueOn = addDays(today(), 30)
  const plain = { professionGroups: [], dueOn, message: null }
  return assignModule({ actor: systemActor, organisationId, moduleId, ...plain, ...values })
}

/** Lets a person have completed a module on a day, with the places where they worked then. */
export async function makeCompletion(
  personId: string,
  module: MadeModule,
  completedOn: Day,
  source: 'played' | 'import' = 'played',
): Promise<void> {
  const worked = await prisma().affiliation.findMany({
    where: { personId, validFrom: { lte: dateOf(completedOn) } },
  })
  await prisma().completion.create({
    data: {
      id: newId(),
      personId,
      moduleId: module.moduleId,
      moduleVersionId: module.versionId,
      completedAt: new Date(`${completedOn}T11:00:00Z`),
      completedOn: dateOf(completedOn),
      source,
      affiliations: {
        create: worked.map((affiliation) => ({
          affiliationId: affiliation.id,
          unitId: affiliation.unitId,
          municipalityCode: affiliation.municipalityCode,
          professionGroup: affiliation.professionGroup,
          affiliationKind: affiliation.kind,
          affiliationStatus: affiliation.status,
        })),
      },
    },
  })
}

import { assign } from '~/domain/assignment/assignment.server.ts'
import type { Audience, AudiencePlace, Target, Terms } from '~/domain/assignment/assignment.ts'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { addDays, dateOf, today, type Day } from '~/kernel/dates.ts'
import { newId, type AssignmentId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { prisma } from '~/platform/db/database.server.ts'
import type { MadeModule } from './catalogue.ts'

/** What is assigned, to everybody at the places and once, due in thirty days, unless told otherwise. */
export async function makeAssignmentTo(
  places: AudiencePlace[],
  target: Target,
  values: Partial<Audience & Terms & { message: string; actor: Actor }> = {},
): Promise<AssignmentId> {
  const { professionGroups = [], onlyNew = false, personIds = [], ...rest } = values
  const { actor = systemActor, message = null, ...terms } = rest
  return assign({
    actor,
    target,
    audience: { places, professionGroups, onlyNew, personIds },
    terms: {
      isMandatory: true,
      dueOn: terms.dueDays === undefined ? addDays(today(), 30) : null,
      dueDays: null,
      repeatMonths: null,
      windowDays: null,
      ...terms,
    },
    message,
  })
}

/** A module for everybody in an organisation, due in thirty days unless told otherwise. */
export async function makeAssignment(
  organisationId: string,
  moduleId: string,
  values: { professionGroups?: ProfessionGroup[]; dueOn?: Day; message?: string } = {},
): Promise<AssignmentId> {
  const places = [{ kind: 'organisation' as const, ref: organisationId }]
  return makeAssignmentTo(places, { kind: 'module', id: moduleId }, values)
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

import { dateOf, dayOf, type Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Organisation } from '~/domain/organisation/organisation.ts'
import type { Assignment, ModuleChoice } from './assignment.ts'

/** Modules that are or have been published, in the order of the courses. */
export async function selectModuleChoices(): Promise<ModuleChoice[]> {
  return rows<ModuleChoice>(sql`
    select module.id, module.slug, module.title_sv as "titleSv", module.title_en as "titleEn",
           course.title_sv as "courseTitleSv", course.title_en as "courseTitleEn",
           bool_or(version.status = 'published') as published
      from module
      join course on course.id = module.course_id
      join module_version version
        on version.module_id = module.id and version.published_at is not null
     group by module.id, course.id
     order by course.position, module.position, module.slug`)
}

interface AssignmentRow extends Omit<Assignment, 'assignedOn'> {
  assignedAt: Date
}

/** What the organisation has under way, the earliest due first. */
export async function selectAssignments(organisationId: string): Promise<Assignment[]> {
  const found = await rows<AssignmentRow>(sql`
    select assignment.id, assignment.organisation_id as "organisationId",
           assignment.module_id as "moduleId", module.slug as "moduleSlug",
           module.title_sv as "titleSv", module.title_en as "titleEn",
           assignment.profession_groups as "professionGroups", assignment.due_on as "dueOn",
           assignment.message, assignment.assigned_at as "assignedAt"
      from assignment join module on module.id = assignment.module_id
     where assignment.organisation_id = ${organisationId}::uuid and assignment.withdrawn_at is null
     order by assignment.due_on, assignment.id`)
  return found.map(({ assignedAt, ...assignment }) => ({
    ...assignment,
    assignedOn: dayOf(assignedAt),
  }))
}

export async function selectOrganisationPlace(
  tx: Tx,
  organisationId: string,
): Promise<Organisation | undefined> {
  const [found] = await txRows<Organisation>(
    tx,
    sql`
    select id, kind, name, county_code as "countyCode", municipality_code as "municipalityCode",
           root_unit_id as "rootUnitId"
      from organisation where id = ${organisationId}::uuid`,
  )
  return found
}

export async function isPublished(tx: Tx, moduleId: string): Promise<boolean> {
  return (await tx.moduleVersion.count({ where: { moduleId, status: 'published' } })) > 0
}

/** Whom the module is assigned to already in the organisation. */
export async function selectGroupsAssigned(
  tx: Tx,
  organisationId: string,
  moduleId: string,
): Promise<ProfessionGroup[][]> {
  const found = await tx.assignment.findMany({
    where: { organisationId, moduleId, withdrawnAt: null },
    select: { professionGroups: true },
  })
  return found.map((row) => row.professionGroups as ProfessionGroup[])
}

export interface AssignmentToInsert {
  id: string
  moduleId: string
  organisationId: string
  professionGroups: ProfessionGroup[]
  dueOn: Day
  message: string | null
  assignedAt: Date
  assignedBy: string | null
}

export async function insertAssignment(tx: Tx, assignment: AssignmentToInsert): Promise<void> {
  await tx.assignment.create({ data: { ...assignment, dueOn: dateOf(assignment.dueOn) } })
}

export interface FoundAssignment {
  id: string
  organisationId: string
  moduleId: string
  withdrawnAt: Date | null
}

export async function selectAssignment(tx: Tx, id: string): Promise<FoundAssignment | null> {
  return tx.assignment.findUnique({
    where: { id },
    select: { id: true, organisationId: true, moduleId: true, withdrawnAt: true },
  })
}

export async function updateWithdrawn(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.assignment.update({ where: { id }, data: { withdrawnAt: at } })
}

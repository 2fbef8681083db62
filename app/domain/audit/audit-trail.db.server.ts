import type { Actor } from '~/kernel/actor.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'

export interface AuditLine {
  id: string
  at: Date
  actorKind: Actor['kind']
  actorPersonId: string | null
  action: string
  subjectId: string | null
  organisationId: string | null
  detail: Record<string, string | number | boolean | null> | null
}

function isAbout(id: string | null): Sql {
  if (id === null) return sql`true`
  return sql`(subject_id = ${id} or actor_person_id = ${id}::uuid or organisation_id = ${id}::uuid)`
}

export async function countAuditLines(about: string | null): Promise<number> {
  const counted = await firstRow<{ count: number }>(
    sql`select count(*) as count from audit_entry where ${isAbout(about)}`,
  )
  return counted!.count
}

export async function selectAuditLines(
  about: string | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<AuditLine[]> {
  return rows<AuditLine>(sql`
    select id, at, actor_kind as "actorKind", actor_person_id as "actorPersonId", action,
           subject_id as "subjectId", organisation_id as "organisationId", detail
      from audit_entry where ${isAbout(about)}
     order by at desc, id desc limit ${limit} offset ${offset}`)
}

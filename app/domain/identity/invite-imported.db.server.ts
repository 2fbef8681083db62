import { now } from '~/kernel/clock.ts'
import { firstRow, prisma } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'

/** One of those whom a file has made an account for, marked as invited; undefined when there are no more. */
export async function takeUninvited(importId: string): Promise<string | undefined> {
  const taken = await firstRow<{ id: string }>(sql`
    update person set invited_at = ${now()}
     where id = (
       select person.id from people_import_change change
         join person on person.id = change.subject_id
        where change.import_id = ${importId}::uuid and change.kind = 'person-added'
          and person.invited_at is null and person.email_confirmed_at is null
        order by person.id limit 1 for update of person skip locked)
    returning id`)
  return taken?.id
}

export async function saveInvited(personId: string, at: Date | null): Promise<void> {
  await prisma().person.updateMany({ where: { id: personId }, data: { invitedAt: at } })
}

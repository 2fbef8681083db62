import { readersAmong, tellPeople } from '~/domain/notice/tell-people.server.ts'
import { today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { makePerson } from './identity.ts'
import { prisma } from '~/platform/db/database.server.ts'

/** People who each have one mail waiting to be sent, about something that must be done unless told otherwise. */
export async function makeWaitingMails(
  count: number,
  { isMandatory = true } = {},
): Promise<{ personId: string; email: string }[]> {
  const people = []
  for (let at = 0; at < count; at++) {
    const person = await makePerson({ email: `post-${newId()}@exempel.se` })
    const { personId, email: subject } = person
    const createdAt = new Date('2024-01-08T08:00:00Z')
    await prisma().signInIdentity.create({
      data: { id: newId(), personId, kind: 'password', subject, createdAt },
    })
    people.push(person)
  }
  const moduleId = newId()
  const readers = await readersAmong(people.map(({ personId }) => personId))
  const duties = readers.map(({ personId }) => ({
    personId,
    moduleId,
    dueOn: null,
    isMandatory,
    slug: 'modul',
    titleSv: 'Modul',
    titleEn: 'Module',
    minutes: 10,
    isAgain: false,
    issuer: { kind: 'nation' as const, name: null },
  }))
  await tellPeople(readers, duties, today())
  return people
}

import { usualWindow, type ActivityType } from '~/domain/activity/activity.ts'
import { now } from '~/kernel/clock.ts'
import { dateOf, today, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { tellSignUps } from '~/domain/activity/sign-up-letters.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { makeOrganisation } from './organisation.ts'

let made = 0

interface ActivityMade {
  organiserId: string
  leaderId?: string
  countyCode?: string | null
  municipalityCode?: string | null
  type?: ActivityType
  moduleId?: string | null
  status?: 'planned' | 'held' | 'cancelled'
  /** Days of its sessions; today when left out. */
  days?: Day[]
  startsAt?: number
  endsAt?: number
}

export interface MadeActivity {
  activityId: string
  sessionId: string
  code: string
  sessions: { id: string; code: string; heldOn: Day }[]
}

/** A lecture that goes on all of today, in Gävleborg, unless told otherwise. */
export async function makeActivity(values: ActivityMade): Promise<MadeActivity> {
  const activityId = newId()
  const status = values.status ?? 'planned'
  const sessions = (values.days ?? [today()]).map((heldOn) => ({
    id: newId(),
    code: String(100_000 + ++made),
    heldOn,
  }))
  await prisma().activity.create({
    data: {
      id: activityId,
      type: values.type ?? 'lecture',
      form: 'on-site',
      level: 'basic',
      title: `Föreläsning ${made}`,
      place: 'Stadshuset',
      organiserId: values.organiserId,
      leaderId: values.leaderId ?? newId(),
      countyCode: values.countyCode === undefined ? '21' : values.countyCode,
      municipalityCode: values.municipalityCode ?? null,
      moduleId: values.moduleId ?? null,
      countyCodes: [],
      municipalityCodes: [],
      targetGroups: [],
      rcPurposes: [],
      strategyGoals: [],
      status,
      statusOn: status === 'planned' ? null : dateOf(today()),
      ...usualWindow,
      createdAt: now(),
      sessions: {
        create: sessions.map(({ heldOn, ...session }) => ({
          ...session,
          heldOn: dateOf(heldOn),
          startsAt: values.startsAt ?? 0,
          endsAt: values.endsAt ?? 24 * 60 - 1,
        })),
      },
    },
  })
  const [first] = sessions
  return { activityId, sessionId: first!.id, code: first!.code, sessions }
}

/** Writes a person down at a session by their address, from nowhere. */
export async function registerAt(sessionId: string, email: string): Promise<string> {
  const { id: personId } = await prisma().person.findUniqueOrThrow({ where: { email } })
  const id = newId()
  await prisma().attendance.create({
    data: {
      id,
      sessionId,
      personId,
      way: 'registered',
      people: 1,
      professionGroup: 'school',
      recordedAt: now(),
    },
  })
  return id
}

/** Opens the page on which people sign up, until the end of today unless told otherwise. @returns its key */
export async function openSignUp(
  activityId: string,
  { places = null, closesOn = today() }: { places?: number | null; closesOn?: Day } = {},
): Promise<string> {
  const key = activityId.slice(-8)
  const days = { closesOn: dateOf(closesOn), openedAt: now() }
  await prisma().signUpPage.create({ data: { activityId, key, places, ...days } })
  return key
}

/** Signs up somebody who has no account, with a place. @returns the sign-up's id */
export async function signUpUnnamed(activityId: string): Promise<string> {
  const id = newId()
  await prisma().signUp.create({
    data: {
      id,
      activityId,
      name: 'Kim Ek',
      email: `${id}@exempel.se`,
      language: 'sv',
      professionGroup: 'school',
      state: 'placed',
      signedUpAt: now(),
      placedAt: now(),
    },
  })
  return id
}

/** So many who have signed up without an account, each with a letter that waits. @returns their addresses */
export async function makeWaitingLetters(count: number): Promise<string[]> {
  const { organisationId } = await makeOrganisation()
  const { activityId } = await makeActivity({ organiserId: organisationId })
  await openSignUp(activityId)
  const ids: string[] = []
  for (let at = 0; at < count; at++) ids.push(await signUpUnnamed(activityId))
  await inTransaction(systemActor, (tx) => tellSignUps(tx, ids, 'placed'))
  return ids.map((id) => `${id}@exempel.se`)
}

import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  actingAs,
  makeActor,
  makeAffiliation,
  makePerson,
} from '../../../tests/factories/identity.ts'
import { makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { dateOf } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import {
  acceptInvitation,
  readInvitationOffer,
  readOpenInvitation,
} from './accept-invitation.server.ts'
import { removeExpired } from './clean-up.server.ts'
import {
  decideInvitations,
  inviteByAddress,
  listInvitations,
  noteInvitationSent,
  readInvitationLetter,
  type InvitationLink,
} from './invitation.server.ts'
import { invitationQueryOf, type InvitationState } from './invitation.ts'
import { listJoinCodes } from './join-code.server.ts'
import { joinCodeQueryOf } from './join-code.ts'
import { registerInvited } from './sign-up.server.ts'

useDatabase()

let manager: PersonActor
let organisationId: string
let unitId: string
beforeAll(async () => {
  const made = await makeOrganisation({ municipalityCode: '2180' })
  organisationId = made.organisationId
  unitId = await makeUnit(made.rootUnitId, { name: 'Barn och unga' })
  manager = await makeActor('manager', { kind: 'organisation', ref: organisationId })
})
beforeEach(() => holdClock(new Date('2026-11-22T10:00:00Z')))
afterEach(() => holdClock(undefined))

let addresses = 0
const newAddress = () => `inbjuden-${++addresses}@exempel.se`
const query = invitationQueryOf('/invitations')

const invite = (emails: string[], actor = manager) =>
  inviteByAddress({
    ...{ actor, organisationId, unitId, emails },
    ...{ kind: 'employed', professionGroup: 'school', language: 'sv' },
  })

async function invitationOf(email: string, actor = manager) {
  const { invitations } = await listInvitations(actor, organisationId, query)
  return invitations.rows.find((row) => row.email === email)
}

/** Invites an address, and takes the link from the letter. */
async function linkFor(email = newAddress()): Promise<Required<InvitationLink> & { id: string }> {
  await invite([email])
  const { id } = (await invitationOf(email))!
  const letter = await readInvitationLetter(id)
  const [, , invitationId, proof] = letter!.path.split('/')
  return { id, invitationId, proof }
}

const somebody = async () => actingAs((await makePerson()).personId)
const affiliationsOf = (personId: string) => prisma().affiliation.findMany({ where: { personId } })
const statesOf = async (...ids: string[]): Promise<(InvitationState | undefined)[]> => {
  const { invitations } = await listInvitations(manager, organisationId, query)
  return ids.map((id) => invitations.rows.find((row) => row.id === id)?.state)
}

test('who is invited is at the unit at once, as what the manager said and the person chose', async () => {
  const link = await linkFor()
  const actor = await somebody()
  expect(await readInvitationOffer(link, actor)).toMatchObject({
    offer: { unitName: 'Barn och unga', state: 'waiting', hasAccount: false },
    own: null,
  })
  await acceptInvitation(link, actor, 'social-services')
  expect(await affiliationsOf(actor.personId)).toMatchObject([
    {
      unitId,
      status: 'confirmed',
      kind: 'employed',
      professionGroup: 'social-services',
      validFrom: dateOf('2026-11-22'),
      decidedBy: manager.personId,
    },
  ])
  expect(await statesOf(link.id)).toEqual(['accepted'])
})

test('an invitation is for one, also when two come at the same time', async () => {
  const link = await linkFor()
  const people = await Promise.all([somebody(), somebody(), somebody()])
  const answers = await Promise.allSettled(
    people.map((actor) => acceptInvitation(link, actor, 'school')),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(acceptInvitation(link, await somebody(), 'school')).rejects.toThrow(
    'invitation.accepted',
  )
})

test('who makes an account by the link has proved the address, and needs no other letter', async () => {
  const email = newAddress()
  const link = await linkFor(email)
  const { id } = await readOpenInvitation(link)
  const account = { givenName: 'Nova', familyName: 'Ek', email, passwordHash: 'x', sex: null }
  const taking = { ...account, language: 'sv', professionGroup: 'school' } as const
  await registerInvited(taking, id)
  const person = await prisma().person.findUniqueOrThrow({ where: { email } })
  expect(person.emailConfirmedAt).toEqual(new Date('2026-11-22T10:00:00Z'))
  expect(await affiliationsOf(person.id)).toMatchObject([{ status: 'confirmed', unitId }])
  await expect(registerInvited(taking, id)).rejects.toThrow('invitation.has-account')
})

test('a link that is not ours opens nothing, nor does another’s proof', async () => {
  const [link, other] = [await linkFor(), await linkFor()]
  for (const proof of [undefined, '', 'x'.repeat(43), other.proof]) {
    expect(await readInvitationOffer({ ...link, proof }, null)).toBeNull()
  }
  await expect(readOpenInvitation({ ...link, proof: other.proof })).rejects.toThrow('not-valid')
  expect(await readInvitationOffer({ invitationId: 'none', proof: 'none' }, null)).toBeNull()
})

test('who waits gets the same invitation once more; who is there gets none', async () => {
  const [waiting, there] = [newAddress(), newAddress()]
  const { personId } = await makePerson({ email: there })
  await makeAffiliation(personId, { unitId, status: 'confirmed' })
  expect(await invite([waiting, there])).toEqual({ sent: 1, there: 1 })
  const first = await invitationOf(waiting)
  holdClock(new Date('2026-11-25T10:00:00Z'))
  expect(await invite([waiting])).toEqual({ sent: 1, there: 0 })
  const second = await invitationOf(waiting)
  expect(second).toMatchObject({ id: first?.id, lastDay: '2026-12-09', sentOn: null })
})

test('an invitation is good for fourteen days, and once more when it is sent again', async () => {
  const link = await linkFor()
  const actor = await somebody()
  holdClock(new Date('2026-12-06T10:00:00Z'))
  expect(await statesOf(link.id)).toEqual(['waiting'])
  holdClock(new Date('2026-12-07T10:00:00Z'))
  expect(await statesOf(link.id)).toEqual(['expired'])
  expect(await readInvitationLetter(link.id)).toBeUndefined()
  await expect(acceptInvitation(link, actor, 'school')).rejects.toThrow('invitation.expired')
  const deed = { actor: manager, organisationId, query }
  expect(await decideInvitations({ ...deed, deed: 'send-again', invitationIds: [link.id] })).toBe(1)
  await acceptInvitation(link, actor, 'school')
})

test('what is taken back opens nothing, until it is sent again; what is accepted stays', async () => {
  const [open, taken] = [await linkFor(), await linkFor()]
  await acceptInvitation(taken, await somebody(), 'school')
  const both = { actor: manager, organisationId, query, invitationIds: [open.id, taken.id] }
  expect(await decideInvitations({ ...both, deed: 'revoke' })).toBe(1)
  expect(await statesOf(open.id, taken.id)).toEqual(['revoked', 'accepted'])
  await expect(readOpenInvitation(open)).rejects.toThrow('invitation.revoked')
  expect(await decideInvitations({ ...both, deed: 'send-again' })).toBe(1)
  expect(await statesOf(open.id, taken.id)).toEqual(['waiting', 'accepted'])
})

test('all that the list shows is what it shows, and nobody else’s', async () => {
  const other = await makeOrganisation({ municipalityCode: '2180' })
  const stranger = await makeActor('manager', { kind: 'organisation', ref: other.organisationId })
  const { id } = await linkFor()
  const deed = { deed: 'revoke', organisationId: other.organisationId, query } as const
  expect(await decideInvitations({ ...deed, actor: stranger, invitationIds: [id] })).toBe(0)
  await expect(invite([newAddress()], stranger)).rejects.toThrow('forbidden')
  const accepted = invitationQueryOf('/invitations?state=accepted')
  const all = { actor: manager, organisationId, deed: 'revoke', invitationIds: null } as const
  expect(await decideInvitations({ ...all, query: accepted })).toBe(0)
  expect(await statesOf(id)).toEqual(['waiting'])
})

test('a trainer with a delegation sees whom they invited, not whom others did', async () => {
  const trainer = await makeActor('delegate', { kind: 'organisation', ref: organisationId })
  const [own, others] = [newAddress(), newAddress()]
  await invite([others])
  await invite([own], trainer)
  expect(await invitationOf(own, trainer)).toBeDefined()
  expect(await invitationOf(others, trainer)).toBeUndefined()
  expect(await invitationOf(own)).toBeDefined()
})

test('invitations are found by address or unit, and only those found are decided about', async () => {
  const [one, other] = ['sokt.adress@exempel.se', newAddress()]
  await invite([one, other])
  const found = await listInvitations(manager, organisationId, { ...query, words: 'SOKT.adress' })
  expect(found.invitations.rows.map(({ email }) => email)).toEqual([one])
  const { unitName } = found.invitations.rows[0]!
  const atUnit = await listInvitations(manager, organisationId, { ...query, words: unitName })
  expect(atUnit.invitations.count).toBeGreaterThan(1)
  const which = { invitationIds: null, query: { ...query, words: 'sokt' } }
  const deed = { actor: manager, organisationId, deed: 'revoke' } as const
  expect(await decideInvitations({ ...deed, ...which })).toBe(1)
  expect(await invitationOf(other)).toMatchObject({ state: 'waiting' })
})

test('the codes of invitations are not among the codes to read aloud', async () => {
  const { id } = await linkFor()
  const { codes } = await listJoinCodes(manager, organisationId, joinCodeQueryOf(''))
  expect(codes.rows.map((code) => code.id)).not.toContain(id)
})

test('an address is removed ninety days after the invitation’s end', async () => {
  const link = await linkFor()
  await noteInvitationSent(link.id)
  holdClock(new Date('2027-03-06T10:00:00Z'))
  await removeExpired()
  expect(await readInvitationOffer(link, null)).not.toBeNull()
  holdClock(new Date('2027-03-07T10:00:00Z'))
  await removeExpired()
  expect(await readInvitationOffer(link, null)).toBeNull()
  const { email } = await prisma().invitation.findUniqueOrThrow({ where: { id: link.id } })
  expect(email).toBeNull()
})

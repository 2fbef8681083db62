import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, today } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import {
  actingAs,
  makeAffiliation,
  makeGrant,
  makePerson,
} from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import {
  applied,
  bring,
  countsOf,
  givenBy,
  makePeopleWorld,
  tried,
  undone,
  work,
} from '../../../tests/factories/people-import.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { inviteEach } from './invite-imported.server.ts'
import { makeLink } from './one-time-link.server.ts'
import { endDelegation, giveDelegation } from './delegation.server.ts'
import { resetPassword } from './password.server.ts'
import { applyPeople } from './people-import.server.ts'
import { readPeopleImport } from './people-view.server.ts'

useDatabase()

const heads = 'Förnamn;Efternamn;E-post;Anställningsnummer;Enhet;Yrkesgrupp;Från;Till'
let made = 0
/** Where the random files begin: another number tries others, the same one tries the same again. */
const seed = Number(process.env.PROPERTY_SEED ?? 20261122)
const nobody = () => `ny${++made}@exempel.se`

/** All rows that an import touches, as they are. */
async function stored() {
  const byId = { orderBy: { id: 'asc' } } as const
  return {
    people: await prisma().person.findMany(byId),
    signIns: await prisma().signInIdentity.findMany(byId),
    affiliations: await prisma().affiliation.findMany(byId),
  }
}

test('new people get an account nobody has claimed and a confirmed workplace; again it changes nothing', async () => {
  const { organisationId, actor, care } = await makePeopleWorld()
  const [kim, alex] = [nobody(), nobody()]
  const lines = [
    heads,
    `Kim;Ek;${kim};A1;Omsorgen;Socialsekreterare;2025-01-01;`,
    `Alex;Al;${alex};A2;;;;`,
  ]
  const file = await tried(await bring({ actor, organisationId }, lines))
  expect(await givenBy(file)).toEqual(['new', 'new'])
  expect(await prisma().person.findUnique({ where: { email: kim } })).toBeNull()
  await applied(file)
  const person = await prisma().person.findUniqueOrThrow({
    where: { email: kim },
    include: { affiliations: true, signInIdentities: true },
  })
  expect(person).toMatchObject({
    givenName: 'Kim',
    emailConfirmedAt: null,
    signInIdentities: [{ kind: 'password', subject: kim, secretHash: null }],
    affiliations: [
      {
        unitId: care,
        employerNumber: 'A1',
        professionGroup: 'social-services',
        status: 'confirmed',
        validFrom: new Date('2025-01-01'),
        validTo: null,
        decidedBy: actor.personId,
      },
    ],
  })
  const before = await stored()
  const again = await tried(await bring({ actor, organisationId }, lines), { isComplete: true })
  expect(await givenBy(again)).toEqual(['unchanged', 'unchanged'])
  expect(await countsOf(again)).toMatchObject({ ended: 0, present: 2 })
  expect(await stored()).toEqual(before)
})

test('who moves has history; who is not in a complete file ends; and undoing puts all of it back', async () => {
  const { organisationId, actor, care, school } = await makePeopleWorld()
  const { email, personId } = await makePerson()
  const old = await makeAffiliation(personId, { unitId: care, status: 'confirmed' })
  const left = await makePerson()
  const ended = await makeAffiliation(left.personId, { unitId: school, status: 'confirmed' })
  const before = await stored()
  const lines = [heads, `X;Y;${email};;Skolan;;;`, `Ny;Nysson;${nobody()};;Skolan;;;`]
  const file = await tried(await bring({ actor, organisationId }, lines), { isComplete: true })
  expect(await givenBy(file)).toEqual(['unit', 'new'])
  expect(await countsOf(file)).toMatchObject({ new: 1, changed: 1, ended: 1, present: 2 })
  await applied(file)
  const places = await prisma().affiliation.findMany({
    where: { personId },
    orderBy: { validFrom: 'asc' },
  })
  const day = new Date(today())
  expect(places).toMatchObject([
    { id: old, unitId: care, validTo: day },
    { unitId: school, validFrom: day, validTo: null, professionGroup: 'social-services' },
  ])
  expect(await prisma().affiliation.findUnique({ where: { id: ended } })).toMatchObject({
    validTo: day,
  })
  await undone(file)
  expect(await stored()).toEqual(before)
})

test('who a row is about: address, number, both, or nobody known', async () => {
  const { organisationId, actor, care, school } = await makePeopleWorld()
  const { rootUnitId: elsewhere } = await makeOrganisation()
  const numbered = await makePerson()
  const id = await makeAffiliation(numbered.personId, { unitId: care, status: 'confirmed' })
  await prisma().affiliation.update({ where: { id }, data: { employerNumber: 'A1' } })
  const claimer = await makePerson({ givenName: 'Eget', familyName: 'Namn' })
  await makeAffiliation(claimer.personId, { unitId: school, professionGroup: 'school' })
  const stranger = await makePerson()
  await makeAffiliation(stranger.personId, { unitId: elsewhere, status: 'confirmed' })
  const file = await tried(
    await bring({ actor, organisationId }, [
      heads,
      ';;;a1;;;;',
      `Annat;Annan;${claimer.email};;Skolan;skola;;`,
      `X;Y;${stranger.email};;;;;`,
      `X;Y;${stranger.email};A1;Skolan;;;`,
      ';;;B9;;;;',
      `;;${nobody()};;;;;`,
      `X;Y;${nobody()};C1;;;;`,
      `X;Y;${nobody()};c1;;;;`,
      `X;Y;${stranger.email};;;;;`,
      `X;Y;${nobody()};;;;;2020-01-01`,
      `Kim;811218-9876;${nobody()};;;;;`,
    ]),
  )
  expect(await givenBy(file)).toEqual([
    'unchanged',
    'confirmed',
    'new',
    'person-differs',
    'email-missing',
    'name-missing',
    'number-shared',
    'number-shared',
    'row-twice',
    'ends-before-start',
    'personal-number',
  ])
  const kept = await prisma().peopleImportRow.findMany({ where: { importId: file.importId } })
  expect(JSON.stringify(kept)).not.toContain('811218')
})

test('a refused row keeps its person, and where one tells of nobody, nobody is ended', async () => {
  const { organisationId, actor, care } = await makePeopleWorld()
  const [kept, gone] = [await makePerson(), await makePerson()]
  for (const { personId } of [kept, gone]) {
    await makeAffiliation(personId, { unitId: care, status: 'confirmed' })
  }
  const lines = [heads, `X;Y;${kept.email};;Ingenstans;;;`]
  const file = await tried(await bring({ actor, organisationId }, lines), { isComplete: true })
  expect(await countsOf(file)).toMatchObject({ refused: 1, ended: 1, unidentified: 0 })
  const withheld = await tried(
    await bring({ actor, organisationId }, [...lines, 'Kim;811218-9876;;;;;;']),
    { isComplete: true },
  )
  expect(await countsOf(withheld)).toMatchObject({ refused: 2, ended: 0, unidentified: 1 })
})

test('many endings are not taken without their number', async () => {
  const { organisationId, actor, care } = await makePeopleWorld()
  const { personId } = await makePerson()
  await makeAffiliation(personId, { unitId: care, status: 'confirmed' })
  const lines = [heads, `Ny;Nysson;${nobody()};;;;;`]
  const file = await tried(await bring({ actor, organisationId }, lines), { isComplete: true })
  const unmeant = applyPeople({ ...file, confirmedEnds: null })
  await expect(unmeant).rejects.toMatchObject({ code: 'people.ends-not-confirmed' })
})

test('an account that nobody has claimed follows its employer’s file; a claimed one is its owner’s', async () => {
  const { organisationId, actor } = await makePeopleWorld()
  const [unclaimed, corrected] = [nobody(), nobody()]
  await applied(
    await tried(await bring({ actor, organisationId }, [heads, `Kim;Fel;${unclaimed};K1;;;;`])),
  )
  const before = await stored()
  const lines = [heads, `Kim;Rätt;${corrected};K1;;;;`]
  const file = await applied(await tried(await bring({ actor, organisationId }, lines)))
  const person = await prisma().person.findUniqueOrThrow({
    where: { email: corrected },
    include: { signInIdentities: true },
  })
  expect(person).toMatchObject({ familyName: 'Rätt', signInIdentities: [{ subject: corrected }] })
  await undone(file)
  expect(await stored()).toEqual(before)
  await prisma().person.update({
    where: { email: unclaimed },
    data: { emailConfirmedAt: new Date() },
  })
  const again = await tried(await bring({ actor, organisationId }, lines))
  expect(await givenBy(again)).toEqual(['unchanged'])
})

test('what has changed since the check is counted anew, and nothing is applied', async () => {
  const { organisationId, actor, care } = await makePeopleWorld()
  const email = nobody()
  const lines = [heads, `Kim;Ek;${email};;Omsorgen;;;`]
  const file = await tried(await bring({ actor, organisationId }, lines))
  const { personId } = await makePerson({ email })
  await makeAffiliation(personId, { unitId: care, status: 'confirmed' })
  const before = await stored()
  await applied(file)
  expect(await stored()).toEqual(before)
  const found = await prisma().peopleImport.findUniqueOrThrow({ where: { id: file.importId } })
  expect(found).toMatchObject({ status: 'checked', isRecounted: true })
  expect(await givenBy(file)).toEqual(['unchanged'])
})

test('undoing leaves what people have done since, and names it', async () => {
  const { organisationId, actor, school } = await makePeopleWorld()
  const [claimed, moved, quiet] = [nobody(), nobody(), nobody()]
  const rowsOf = [claimed, moved, quiet].map((email) => `Kim;Ek;${email};;Omsorgen;;;`)
  const file = await applied(
    await tried(await bring({ actor, organisationId }, [heads, ...rowsOf])),
  )
  await prisma().person.update({
    where: { email: claimed },
    data: { emailConfirmedAt: new Date() },
  })
  await prisma().affiliation.updateMany({
    where: { person: { email: moved } },
    data: { unitId: school },
  })
  await undone(file)
  const view = await readPeopleImport(file)
  expect(view.import.undone).toEqual({
    people: 1,
    affiliations: 2,
    restored: 0,
    keptPeople: 2,
    keptAffiliations: 1,
  })
  expect(view.kept.map(({ kind }) => kind).sort()).toEqual([
    'affiliation-added',
    'person-added',
    'person-added',
  ])
  expect(await prisma().person.findUnique({ where: { email: quiet } })).toBeNull()
})

test('who is new is invited once, and claims the account by the link', async () => {
  const { organisationId, actor } = await makePeopleWorld()
  const known = await makePerson()
  const email = nobody()
  const lines = [heads, `Kim;Ek;${email};;;;;`, `X;Y;${known.email};;;;;`]
  const file = await applied(await tried(await bring({ actor, organisationId }, lines)))
  const invited: string[] = []
  const invite = (personId: string) => Promise.resolve(void invited.push(personId))
  const unsent = inviteEach(file.importId, () => Promise.reject(new Error('no mail today')))
  await expect(unsent).rejects.toThrow('no mail today')
  await inviteEach(file.importId, invite)
  await inviteEach(file.importId, invite)
  const { id } = await prisma().person.findUniqueOrThrow({ where: { email } })
  expect(invited).toEqual([id])
  const secret = (await makeLink('invitation', id)).split('/').at(-1)
  await resetPassword(secret, 'hash', 'invitation')
  const person = await prisma().person.findUniqueOrThrow({ where: { email } })
  expect(person.emailConfirmedAt).not.toBeNull()
  const again = resetPassword(secret, 'another', 'invitation')
  await expect(again).rejects.toMatchObject({ code: 'link.not-valid' })
})

test('only who manages the organisation, and a delegate for as long as it lasts', async () => {
  const { organisationId, actor } = await makePeopleWorld()
  const { personId } = await makePerson()
  const lines = [heads, `Kim;Ek;${nobody()};;;;;`]
  const byTrainer = async () => bring({ actor: await actingAs(personId), organisationId }, lines)
  await makeGrant(personId, 'trainer', { kind: 'county', ref: '21' })
  await expect(byTrainer()).rejects.toMatchObject({ status: 403 })
  const lastDay = addDays(today(), 30)
  const grantId = await giveDelegation({ actor, organisationId, personId, lastDay })
  const file = await tried(await byTrainer())
  const trail = await prisma().auditEntry.findFirstOrThrow({
    where: { subjectId: file.importId, action: 'people-import.checked' },
  })
  expect(trail).toMatchObject({
    actorPersonId: personId,
    organisationId,
    detail: { delegation: grantId, onBehalfOf: actor.personId },
  })
  await applyPeople({ ...file, confirmedEnds: 0 })
  await endDelegation({ actor, organisationId, grantId })
  await work(file)
  const { status, workId } = await prisma().peopleImport.findUniqueOrThrow({
    where: { id: file.importId },
  })
  expect(status).toBe('checked')
  const failed = await prisma().longWork.findUniqueOrThrow({ where: { id: workId! } })
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'forbidden' } })
  await expect(byTrainer()).rejects.toMatchObject({ status: 403 })
})

test('a delegation is for a trainer of the place, once, and a year at most', async () => {
  const { organisationId, actor } = await makePeopleWorld()
  const [near, far] = [await makePerson(), await makePerson()]
  await makeGrant(near.personId, 'trainer', { kind: 'county', ref: '21' })
  await makeGrant(far.personId, 'trainer', { kind: 'county', ref: '06' })
  const give = (personId: string, lastDay = addDays(today(), 30)) =>
    giveDelegation({ actor, organisationId, personId, lastDay })
  await expect(give(far.personId)).rejects.toMatchObject({ code: 'delegation.not-a-trainer' })
  const tooLate = give(near.personId, addDays(today(), 400))
  await expect(tooLate).rejects.toMatchObject({ code: 'delegation.too-long' })
  await give(near.personId)
  await expect(give(near.personId)).rejects.toMatchObject({ code: 'delegation.has-already' })
})

test('two addresses for one person are refused: nobody can tell which is right', async () => {
  const at = await makePeopleWorld()
  const [one, other] = [nobody(), nobody()]
  const number = `n-${made++}`
  await applied(await tried(await bring(at, [heads, `Kim;Ek;${one};${number};;;;`])))
  const lines = [heads, `Kim;Ek;${other};${number};;;;`, `Kim;Ek;${one};;Omsorgen;;;`]
  const file = await tried(await bring(at, lines))
  expect(await countsOf(file)).toMatchObject({ new: 0, changed: 0, refused: 2 })
})

test('who is found by number gets the address also with a workplace that has ended', async () => {
  const at = await makePeopleWorld()
  const [before, after] = [nobody(), nobody()]
  const number = `n-${made++}`
  await applied(await tried(await bring(at, [heads, `Kim;Ek;${before};${number};;;;`])))
  const lines = [heads, `Kim;Ek;${after};${number};Omsorgen;;2020-01-01;2025-06-01`]
  await applied(await tried(await bring(at, lines)))
  expect(await prisma().person.count({ where: { email: after } })).toBe(1)
  expect(await countsOf(await tried(await bring(at, lines)))).toMatchObject({ new: 0, changed: 0 })
})

test('any file twice is as once, and undone is as if it had never been', async () => {
  const groups = fc.constantFrom('', 'skola', 'socialtjänst', 'Trollkarl')
  const person = fc.integer({ min: 0, max: 5 })
  const day = fc.constantFrom('', '2020-01-01', '2025-06-01', today(), addDays(today(), 20))
  const fileRow = fc.tuple(
    person,
    person,
    fc.constantFrom('', 'Omsorgen', 'Skolan'),
    groups,
    day,
    day,
  )
  const file = fc.array(fileRow, { minLength: 1, maxLength: 8 })
  let world = 0
  await fc.assert(
    fc.asyncProperty(file, file, fc.boolean(), async (first, second, isComplete) => {
      const at = await makePeopleWorld()
      const run = `w${++world}-${made++}`
      const lineOf = ([who, number, unit, group, from, to]: (typeof first)[number]) =>
        `Kim;Ek${who};${run}-${who}@exempel.se;${number ? `${run}-${number}` : ''};${unit};${group};${from};${to}`
      const bringIn = async (rows: typeof first) =>
        tried(await bring(at, [heads, ...rows.map(lineOf)]), { isComplete })
      const applyAll = async (rows: typeof first) => {
        const brought = await bringIn(rows)
        const { new: added = 0, changed = 0, ended = 0 } = await countsOf(brought)
        return added + changed + ended > 0 ? applied(brought) : undefined
      }
      await applyAll(first)
      const once = await stored()
      const last = await applyAll(second)
      const after = await stored()
      const { new: added, changed, ended } = await countsOf(await bringIn(second))
      expect({ added, changed, ended }).toEqual({ added: 0, changed: 0, ended: 0 })
      expect(await stored()).toEqual(after)
      if (last) await undone(last)
      expect(await stored()).toEqual(once)
    }),
    { numRuns: 12, seed },
  )
}, 300_000)

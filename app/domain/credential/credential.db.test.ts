import { afterEach, describe, expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { commitAll, commitOf, makeAttempt } from '../../../tests/factories/attempt.ts'
import { completeTrack, makeTrack } from '../../../tests/factories/credential.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { actorWith } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { issueCertificates, issueMissingCertificates } from './issue-certificates.server.ts'
import {
  findIssued,
  readIssued,
  revokeCertificate,
  verifyCertificate,
} from './issued-certificate.server.ts'
import {
  chooseName,
  listOwnCertificates,
  readOwnCertificate,
  reissueCertificate,
} from './own-certificate.server.ts'

useDatabase()
afterEach(() => holdClock(undefined))

const at = (day: string) => holdClock(new Date(`${day}T10:00:00Z`))
const administrator = actorWith({ role: 'administrator', scope: { kind: 'nation' } })

/** Somebody who has what it takes since 10 March 2026, a month later. */
async function certified() {
  at('2026-04-10')
  const track = await makeTrack()
  const { personId } = await makePerson({ givenName: 'Åsa', familyName: 'Öberg' })
  await completeTrack(personId, track, '2026-03-10')
  await issueCertificates([personId])
  const actor = await actingAs(personId)
  const [certificate] = await listOwnCertificates(actor)
  return { track, personId, actor, certificate: certificate! }
}

const rowsOf = (personId: string) =>
  prisma().certificate.findMany({ where: { personId }, orderBy: { issuedAt: 'asc' } })

const auditOf = async (subjectId: string) =>
  (await prisma().auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(
    ({ action, actorKind, detail }) => ({ action, actorKind, detail }),
  )

describe('issuing', () => {
  test('gives one certificate in the holder’s name, which only they see', async () => {
    const { certificate, track } = await certified()
    expect(certificate).toMatchObject({
      holderName: 'Åsa Öberg',
      showsName: false,
      earnedOn: '2026-03-10',
      validUntil: '2028-03-10',
      courseVersion: '2026.1',
      trackTitleSv: 'Skola',
      state: 'valid',
      isRenewal: false,
    })
    expect(await auditOf(certificate.id)).toEqual([
      {
        action: 'certificate.issued',
        actorKind: 'system',
        detail: { track: track.trackId, earnedOn: '2026-03-10', renews: null },
      },
    ])
  })

  test('again, by two at a time, gives no more', async () => {
    const { personId } = await certified()
    expect(await issueCertificates([personId])).toBe(0)
    const other = (await makePerson()).personId
    await completeTrack(other, await makeTrack(), '2026-03-10')
    await Promise.all([issueCertificates([other]), issueCertificates([other])])
    expect(await rowsOf(other)).toHaveLength(1)
  })

  test('counts nothing that was brought in from elsewhere, which tells nothing of the test', async () => {
    at('2026-04-10')
    const { personId } = await makePerson()
    await completeTrack(personId, await makeTrack(), '2026-03-10', 'import')
    expect(await issueCertificates([personId])).toBe(0)
  })

  test('follows on the commit that completes the last module, and on a refresher played twice', async () => {
    at('2026-04-10')
    const track = await makeTrack()
    const { personId } = await makePerson()
    const done = { 'cmi.core.lesson_status': 'completed' }
    for (const module of [...track.modules, track.refresher]) {
      const { launch, registrationId } = await makeAttempt(personId, module)
      at('2026-04-11')
      await commitAll(launch, commitOf(1, done, { final: true }))
      if (module !== track.refresher) continue
      at('2028-01-31')
      await prisma().attempt.create({
        data: {
          id: newId(),
          registrationId,
          number: 2,
          supportCode: 'CCCC-CCCC',
          startedAt: new Date(),
          completion: 'completed',
          success: 'unknown',
          // Half past midnight in Stockholm.
          completedAt: new Date('2028-01-30T23:30:00Z'),
        },
      })
    }
    expect(await issueCertificates([personId])).toBe(2)
    const [first, second] = await rowsOf(personId)
    expect(second).toMatchObject({
      renewsId: first!.id,
      earnedOn: new Date('2028-01-31T00:00:00Z'),
      validUntil: new Date('2030-01-31T00:00:00Z'),
    })
  })

  test('for everybody finds who has none yet, and then nobody', async () => {
    await issueMissingCertificates()
    at('2026-04-10')
    const track = await makeTrack()
    const people = [await makePerson(), await makePerson(), await makePerson()]
    for (const { personId } of people) await completeTrack(personId, track, '2026-03-10')
    await makeCompletion((await makePerson()).personId, track.modules[0]!, '2026-03-10')
    expect(await issueMissingCertificates()).toEqual({ people: 3, issued: 3 })
    expect(await issueMissingCertificates()).toEqual({ people: 0, issued: 0 })
    await makeCompletion(people[1]!.personId, track.refresher, '2027-05-01')
    expect(await issueMissingCertificates()).toEqual({ people: 1, issued: 1 })
    expect(await rowsOf(people[1]!.personId)).toHaveLength(2)
  })
})

describe('a code', () => {
  test('tells what was earned and when, and the name only where its holder allows it', async () => {
    const { actor, certificate } = await certified()
    const seen = await verifyCertificate(certificate.code.toLowerCase())
    expect(seen).toMatchObject({ state: 'valid', trackTitleSv: 'Skola', holderName: null })
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Öberg|${certificate.id}|personId`))
    const choose = (isNamed: boolean, showsName: boolean) =>
      chooseName({ actor, certificateId: certificate.id, isNamed, showsName })
    await choose(true, true)
    expect(await verifyCertificate(certificate.code)).toMatchObject({ holderName: 'Åsa Öberg' })
    await choose(false, true)
    expect(await verifyCertificate(certificate.code)).toMatchObject({ holderName: null })
    expect(await readOwnCertificate(actor, certificate.id)).toMatchObject({
      holderName: null,
      showsName: false,
    })
    await choose(true, false)
    expect(await readOwnCertificate(actor, certificate.id)).toMatchObject({
      holderName: 'Åsa Öberg',
    })
  })

  test('that is misspelt is told from one that nobody has', async () => {
    const { certificate } = await certified()
    const last = certificate.code.at(-1) === '3' ? '4' : '3'
    expect(await verifyCertificate(certificate.code.slice(0, -1) + last)).toBe('misspelt')
    expect(await verifyCertificate('')).toBe('misspelt')
    expect(await verifyCertificate('3333-3333-3333-3333')).toBe('unknown')
  })

  test('counts through the last day, Swedish time', async () => {
    const { certificate } = await certified()
    holdClock(new Date('2028-03-10T22:59:00Z'))
    expect(await verifyCertificate(certificate.code)).toMatchObject({ state: 'expiring' })
    holdClock(new Date('2028-03-10T23:01:00Z'))
    expect(await verifyCertificate(certificate.code)).toMatchObject({ state: 'expired' })
  })
})

describe('reissuing', () => {
  test('gives another code and the name of today, and revokes the one before', async () => {
    const { actor, personId, certificate } = await certified()
    await prisma().person.update({ where: { id: personId }, data: { familyName: 'Ek' } })
    const id = await reissueCertificate({ actor, certificateId: certificate.id })
    const fresh = await readOwnCertificate(actor, id)
    const { earnedOn, validUntil } = certificate
    expect(fresh).toMatchObject({ holderName: 'Åsa Ek', earnedOn, validUntil, state: 'valid' })
    expect(fresh.code).not.toBe(certificate.code)
    const [newest] = await listOwnCertificates(actor)
    expect(newest).toEqual(fresh)
    expect(await verifyCertificate(certificate.code)).toMatchObject({
      state: 'revoked',
      revokedFor: 'replaced',
    })
    expect(await listOwnCertificates(actor)).toHaveLength(1)
    expect(await issueCertificates([personId])).toBe(0)
    expect(await auditOf(id)).toEqual([
      {
        action: 'certificate.reissued',
        actorKind: 'person',
        detail: { replaces: certificate.id },
      },
    ])
  })

  test('puts no name on one that has none', async () => {
    const { actor, certificate } = await certified()
    const certificateId = certificate.id
    await chooseName({ actor, certificateId, isNamed: false, showsName: false })
    const id = await reissueCertificate({ actor, certificateId })
    expect(await readOwnCertificate(actor, id)).toMatchObject({ holderName: null })
  })

  test('is only for one that counts, and only for its holder', async () => {
    const { actor, certificate } = await certified()
    const certificateId = certificate.id
    const other = await actingAs((await makePerson()).personId)
    const foreign = { actor: other, certificateId, isNamed: true, showsName: true }
    await expect(reissueCertificate(foreign)).rejects.toMatchObject({ status: 403 })
    await expect(chooseName(foreign)).rejects.toMatchObject({ status: 403 })
    await expect(readOwnCertificate(other, certificateId)).rejects.toMatchObject({ status: 403 })
    await expect(readOwnCertificate(other, newId())).rejects.toMatchObject({ status: 404 })
    at('2028-03-11')
    const ended = { code: 'certificate.ended' }
    await expect(reissueCertificate({ actor, certificateId })).rejects.toMatchObject(ended)
    at('2026-04-11')
    await reissueCertificate({ actor, certificateId })
    await expect(reissueCertificate({ actor, certificateId })).rejects.toMatchObject(ended)
  })
})

describe('revoking', () => {
  test('ends a certificate at once, by its code, with its reason, and once', async () => {
    const { personId, certificate } = await certified()
    const id = await findIssued({ actor: administrator, code: certificate.code })
    expect(JSON.stringify(await readIssued(administrator, id))).not.toContain('Öberg')
    await revokeCertificate({ actor: administrator, certificateId: id, reason: 'mistaken' })
    at('2026-05-01')
    await revokeCertificate({ actor: administrator, certificateId: id, reason: 'asked' })
    expect(await verifyCertificate(certificate.code)).toMatchObject({
      state: 'revoked',
      revokedFor: 'mistaken',
      revokedAt: new Date('2026-04-10T10:00:00Z'),
    })
    expect(await issueCertificates([personId]), 'nor is it given again').toBe(0)
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'certificate.issued',
      'certificate.revoked',
    ])
  })

  test('is for administrators and the system alone', async () => {
    const { certificate, actor } = await certified()
    const editor = actorWith({ role: 'editor', scope: { kind: 'nation' } })
    for (const other of [actor, editor]) {
      const attempts = [
        findIssued({ actor: other, code: certificate.code }),
        readIssued(other, certificate.id),
        revokeCertificate({ actor: other, certificateId: certificate.id, reason: 'asked' }),
      ]
      for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ status: 403 })
    }
    const unknown = findIssued({ actor: systemActor, code: '3333-3333-3333-3333' })
    await expect(unknown).rejects.toMatchObject({ code: 'certificate.code-unknown' })
  })
})

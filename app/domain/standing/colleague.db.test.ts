import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { completeTrack, makeTrack } from '../../../tests/factories/credential.ts'
import {
  actingAs,
  makeActor,
  makeAffiliation,
  makePerson,
} from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  listShareChoices,
  shareCertificate,
  unshareCertificate,
} from '~/domain/credential/certificate-share.server.ts'
import { issueCertificates } from '~/domain/credential/issue-certificates.server.ts'
import { listOwnCertificates } from '~/domain/credential/own-certificate.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { readColleague } from './colleague.server.ts'

useDatabase()
beforeEach(() => holdClock(new Date('2026-11-22T10:00:00Z')))
afterEach(() => holdClock(undefined))

async function workplace() {
  const { organisationId, rootUnitId: unitId } = await makeOrganisation()
  const manager = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  return { organisationId, unitId, manager }
}

test('a manager sees what was done on the days that the person has been there, and nothing else', async () => {
  const { organisationId, unitId, manager } = await workplace()
  const { personId } = await makePerson()
  const module = await makeModule()
  // There from 1 March to 30 June and again from 1 October; the days between are another employer's.
  await makeAffiliation(personId, {
    unitId,
    status: 'confirmed',
    validFrom: '2026-03-01',
    validTo: '2026-07-01',
  })
  await makeAffiliation(personId, { unitId, status: 'confirmed', validFrom: '2026-10-01' })
  await makeCompletion(personId, await makeModule(), '2026-02-28')
  const first = await makeModule()
  await makeCompletion(personId, first, '2026-06-30')
  await makeCompletion(personId, await makeModule(), '2026-07-01')
  await makeCompletion(personId, module, '2026-10-01')
  const { completions, times } = await readColleague(manager, organisationId, personId)
  expect(completions.map(({ moduleSlug, completedOn }) => [moduleSlug, completedOn])).toEqual([
    [module.slug, '2026-10-01'],
    [first.slug, '2026-06-30'],
  ])
  expect(times.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2026-10-01', null],
    ['2026-03-01', '2026-07-01'],
  ])
})

test('who has left, or whom nobody has confirmed, is nobody to the manager', async () => {
  const { organisationId, unitId, manager } = await workplace()
  const left = await makePerson()
  const ended = { unitId, status: 'confirmed', validTo: '2026-11-22' } as const
  await makeAffiliation(left.personId, ended)
  const claiming = await makePerson()
  await makeAffiliation(claiming.personId, { unitId, status: 'claimed' })
  for (const { personId } of [left, claiming]) {
    await expect(readColleague(manager, organisationId, personId)).rejects.toThrow('not-found')
  }
  const elsewhere = await workplace()
  await expect(readColleague(elsewhere.manager, organisationId, left.personId)).rejects.toThrow(
    'forbidden',
  )
})

test('a certificate is seen by the employers that its holder shows it to, until it is taken back', async () => {
  const { organisationId, unitId, manager } = await workplace()
  const other = await workplace()
  const { personId } = await makePerson()
  await completeTrack(personId, await makeTrack(), '2025-05-05')
  await issueCertificates([personId])
  await makeAffiliation(personId, { unitId, status: 'confirmed', validFrom: '2026-01-01' })
  await makeAffiliation(personId, { unitId: other.unitId, status: 'claimed' })
  const actor = await actingAs(personId)
  const [certificate] = await listOwnCertificates(actor)
  const share = { actor, certificateId: certificate!.id, organisationId }
  const seen = async () => (await readColleague(manager, organisationId, personId)).certificates
  expect(await seen()).toEqual([])
  await shareCertificate(share)
  await shareCertificate(share)
  expect(await seen()).toMatchObject([{ code: certificate!.code }])
  expect(await listShareChoices(actor, certificate!.id)).toMatchObject([
    { organisationId, isShared: true },
  ])
  // Whoever claims to work somewhere shows nothing there.
  await expect(
    shareCertificate({ ...share, organisationId: other.organisationId }),
  ).rejects.toThrow('certificate.not-employer')
  await unshareCertificate(share)
  expect(await seen()).toEqual([])
})

test('a certificate is shown by its holder alone', async () => {
  const { organisationId, unitId } = await workplace()
  const { personId } = await makePerson()
  await completeTrack(personId, await makeTrack(), '2025-05-05')
  await issueCertificates([personId])
  const [certificate] = await listOwnCertificates(await actingAs(personId))
  const stranger = await makePerson()
  await makeAffiliation(stranger.personId, { unitId, status: 'confirmed' })
  const actor = await actingAs(stranger.personId)
  const share = { actor, certificateId: certificate!.id, organisationId }
  await expect(shareCertificate(share)).rejects.toThrow('forbidden')
})

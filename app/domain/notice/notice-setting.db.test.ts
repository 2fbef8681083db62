import { expect, test, vi } from 'vitest'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  listRefusedAddresses,
  readOwnNotices,
  readWishOf,
  saveOwnWish,
  saveWishOf,
  tryAddressAgain,
} from './notice-setting.server.ts'
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.server.ts'

vi.stubEnv('SECRET', 'a'.repeat(32))

useDatabase()

test('a link in a mail is its reader’s, and no other one is anybody’s', () => {
  const personId = newId()
  const token = unsubscribeToken(personId)
  expect(readUnsubscribeToken(token)).toBe(personId)
  expect(unsubscribeToken(newId())).not.toBe(token)
  // Another person's id with this one's signature.
  const forged = Buffer.from(token, 'base64url')
  forged[15]! ^= 1
  expect(readUnsubscribeToken(forged.toString('base64url'))).toBeNull()
  for (const other of [undefined, '', 'none', `${token}a`, token.slice(1)]) {
    expect(readUnsubscribeToken(other)).toBeNull()
  }
})

test('somebody says no by the link, without signing in, and yes again by the same', async () => {
  const { personId } = await makePerson()
  const token = unsubscribeToken(personId)
  expect(await readWishOf(token)).toEqual({ wantsRecommended: true })
  await saveWishOf(token, false)
  await saveWishOf(token, false)
  expect(await readWishOf(token)).toEqual({ wantsRecommended: false })
  const actor = await actingAs(personId)
  expect(await readOwnNotices(actor)).toMatchObject({ wantsRecommended: false, mails: [] })
  await saveOwnWish(actor, true)
  expect(await readWishOf(token)).toEqual({ wantsRecommended: true })
  const trail = await prisma().auditEntry.findMany({ where: { subjectId: personId } })
  expect(trail.map(({ action }) => action).sort()).toEqual([
    'notice.recommended-unwanted',
    'notice.recommended-unwanted',
    'notice.recommended-wanted',
  ])
})

test('a link of nobody changes nothing', async () => {
  const token = unsubscribeToken(newId())
  expect(await readWishOf(token)).toBeUndefined()
  await expect(saveWishOf(token, false)).rejects.toMatchObject({ code: 'not-found' })
})

test('an address that has refused mail is shown, until it is tried again or is another one', async () => {
  const { personId, email } = await makePerson()
  const refusedAt = now()
  await prisma().noticeSetting.create({ data: { personId, refusedEmail: email, refusedAt } })
  const actor = await actingAs(personId)
  expect((await readOwnNotices(actor)).refusedAt).toEqual(refusedAt)
  expect(await listRefusedAddresses([personId, newId()])).toEqual(new Map([[personId, refusedAt]]))
  await prisma().person.update({ where: { id: personId }, data: { email: 'nytt@exempel.se' } })
  expect((await readOwnNotices(actor)).refusedAt).toBeNull()
  await prisma().person.update({ where: { id: personId }, data: { email } })
  await tryAddressAgain(actor)
  expect((await readOwnNotices(actor)).refusedAt).toBeNull()
})

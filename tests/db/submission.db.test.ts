import { describe, expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  asSubmission,
  forgetOldSubmissions,
  isTakenBefore,
  noteLocation,
  readLocation,
  submissionDigest,
  submissionField,
} from '~/platform/submission.server.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

const address = 'https://samsyn.example/organisations/1/units'

function filled(key: string, fields: Record<string, string>): FormData {
  const form = new FormData()
  form.set(submissionField, key)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** A change that can be counted: one row each time. */
const write = () =>
  inTransaction(systemActor, (tx) =>
    tx.installation.create({ data: { key: `test ${newId()}`, value: '' } }),
  )
const written = () => prisma().installation.count({ where: { key: { startsWith: 'test ' } } })

describe('a form', () => {
  test('is told from others by its key, its address and what it holds', () => {
    const key = newId()
    const one = submissionDigest(address, filled(key, { name: 'Norra' }))
    expect(submissionDigest(address, filled(key, { name: 'Norra' }))).toBe(one)
    expect(submissionDigest(address, filled(key, { name: 'Södra' }))).not.toBe(one)
    expect(submissionDigest(address, filled(newId(), { name: 'Norra' }))).not.toBe(one)
    expect(submissionDigest(`${address}?day=1`, filled(key, { name: 'Norra' }))).not.toBe(one)
    expect(submissionDigest(address, new FormData())).toBeUndefined()
  })

  test('that comes twice changes things once, and knows where its answer led', async () => {
    const before = await written()
    const digest = newId()
    await asSubmission(digest, write)
    await noteLocation(digest, '/organisations/1')
    await expect(asSubmission(digest, write)).rejects.toSatisfy(isTakenBefore)
    expect(await written()).toBe(before + 1)
    expect(await readLocation(digest)).toBe('/organisations/1')
  })

  test('that comes five times at once changes things once', async () => {
    const before = await written()
    const digest = newId()
    const sent = await Promise.allSettled([1, 2, 3, 4, 5].map(() => asSubmission(digest, write)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await written()).toBe(before + 1)
  })

  test('that was refused can be sent again', async () => {
    const digest = newId()
    const refused = asSubmission(digest, () =>
      inTransaction(systemActor, () => Promise.reject(new Error('refused'))),
    )
    await expect(refused).rejects.toThrow('refused')
    await expect(asSubmission(digest, write)).resolves.toBeTruthy()
  })

  test('may be taken by the first of two transactions of one action', async () => {
    const before = await written()
    await asSubmission(newId(), async () => {
      await write()
      await write()
    })
    expect(await written()).toBe(before + 2)
  })

  test('is forgotten after a day', async () => {
    const digest = newId()
    holdClock(new Date('2026-01-01T10:00:00Z'))
    await asSubmission(digest, write)
    holdClock(new Date('2026-01-02T10:00:01Z'))
    expect(await forgetOldSubmissions()).toBeGreaterThanOrEqual(1)
    holdClock(undefined)
    await expect(asSubmission(digest, write)).resolves.toBeTruthy()
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeModule, makePackage } from '../../../tests/factories/catalogue.ts'
import { factSheet, makeFacts } from '../../../tests/factories/fact.ts'
import { actingAs, makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import type { FactRevision } from './fact.schema.ts'
import type { OutlineFact } from './module-outline.schema.ts'
import { isToDecide } from './fact-state.ts'
import {
  countOverdueFacts,
  listEditedFacts,
  listFacts,
  listMarkedFacts,
  readCurrentFact,
  readFact,
  readFactForm,
} from './read-facts.server.ts'
import { confirmFact, reviseFact } from './revise-fact.server.ts'

useDatabase()
const actor = systemActor

let sheet: OutlineFact
beforeEach(async () => {
  sheet = factSheet()
  await makeFacts(sheet)
})

const revision = (values: Partial<FactRevision> = {}): FactRevision => {
  const { id, kind, ...content } = sheet
  return { ...content, number: 1, note: `Rättat: ${kind} ${id}`, ...values }
}
const revise = (values: Partial<FactRevision> = {}) =>
  reviseFact({ actor, factId: sheet.id, ...revision(values) })
const confirmation = { reviewer: 'Juristen', nextReview: '2099-11-01', note: '' }

describe('a fact that an editor changes', () => {
  test('says so from then on, and what it said before stays with it', async () => {
    const parts = { ...sheet.parts, number: '020-99 99 99' }
    await revise({ parts, text: 'Ring 020-99 99 99. Någon svarar.', title: 'Ny titel' })
    const { fact, history } = await readFact(sheet.id, 'sv')
    expect(fact).toMatchObject({ number: 2, title: 'Ny titel', parts, origin: 'editor' })
    expect(history.map(({ number, origin, note }) => [number, origin, note])).toEqual([
      [2, 'editor', `Rättat: line ${sheet.id}`],
      [1, 'source', ''],
    ])
    expect(history[0]!.changes.map(({ field }) => field)).toEqual(['title', 'text', 'parts'])
    expect(history[1]!.changes).toEqual([])
    expect(await prisma().fact.findUnique({ where: { id: sheet.id } })).toMatchObject({
      title: 'Ny titel',
      currentNumber: 2,
    })
  })

  test('keeps its days as days, and what is left out as nothing', async () => {
    await revise({ validFrom: '2026-07-01', certainty: 'medium', toCheck: 'Se efter.' })
    const { fact, history } = await readFact(sheet.id, 'sv')
    const told = { validFrom: '2026-07-01', validTo: null, nextReview: '2099-05-01' }
    expect(fact).toMatchObject(told)
    expect(history[0]).toMatchObject(told)
  })

  test('stands in the trail of changes without its words', async () => {
    await revise({ text: 'Nytt.' })
    const trail = await prisma().auditEntry.findMany({ where: { subjectId: sheet.id } })
    expect(trail.map(({ action, detail }) => [action, detail])).toEqual([
      ['fact.revised', { number: 2 }],
    ])
  })

  test('is not overwritten by who read it before: of two at once one is told', async () => {
    const both = await Promise.allSettled([revise({ text: 'Ett.' }), revise({ text: 'Två.' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((each) => each.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'fact.changed-meanwhile', detail: { read: 1 } })
    const { fact, history } = await readFact(sheet.id, 'sv')
    expect(history).toHaveLength(2)
    expect(history[0]!.changes).toMatchObject([{ field: 'text', after: fact.text }])
    await expect(
      confirmFact({ actor, factId: sheet.id, number: 1, ...confirmation }),
    ).rejects.toMatchObject({ code: 'fact.changed-meanwhile' })
  })

  test('is no new version where nothing is changed', async () => {
    await expect(revise()).rejects.toMatchObject({ code: 'fact.unchanged' })
  })

  test('is changed by editors alone, where there is such a fact', async () => {
    const learner = await actingAs((await makePerson()).personId)
    const input = { actor: learner, factId: sheet.id, number: 1 }
    await expect(reviseFact({ ...revision(), ...input })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(confirmFact({ ...confirmation, ...input })).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const factId of ['finns-inte', undefined]) {
      await expect(reviseFact({ ...revision(), actor, factId })).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(readFact(factId, 'sv')).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('is one to bring to the text, until the text has come in saying the same', async () => {
    await revise({ text: 'Rättat här.' })
    const edited = async () => (await listEditedFacts()).some(({ id }) => id === sheet.id)
    expect(await edited()).toBe(true)
    await makeFacts(sheet)
    expect((await readCurrentFact(sheet.id)).text).toBe('Rättat här.')
    await makeFacts({ ...sheet, text: 'Rättat här.' })
    expect(await edited()).toBe(false)
    await makeFacts({ ...sheet, text: 'Och nu står det annat i texten.' })
    expect((await readCurrentFact(sheet.id)).text).toBe('Och nu står det annat i texten.')
  })
})

describe('a course’s text that says something else than an editor’s words', () => {
  const ours = 'Rättat här.'
  const theirs = 'Kursens nya ord.'
  const readsNow = async () => (await readCurrentFact(sheet.id)).text
  const takeIn = (values: Partial<OutlineFact>) => makeFacts({ ...sheet, ...values })
  const fieldsOf = (changes: { field: string }[] | undefined) => changes?.map(({ field }) => field)

  test('is shown beside them, from the day on which it came, and tells nobody else', async () => {
    await revise({ text: ours })
    await takeIn({ text: theirs })
    const { fact, text, history } = await readFact(sheet.id, 'sv')
    expect(fact).toMatchObject({ text: ours, number: 2, latestNumber: 3 })
    expect(text).toMatchObject({ isNew: true, version: { number: 3, text: theirs } })
    expect(text!.version.writtenAt).toEqual(history[0]!.writtenAt)
    expect(text!.changes).toEqual([{ field: 'text', before: ours, after: theirs }])
    expect(history.map(({ number, isSetAside }) => [number, isSetAside])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    const listed = (await listFacts()).filter(isToDecide)
    expect(listed.map(({ id }) => id)).toContain(sheet.id)
  })

  test('is written down once, however often it comes', async () => {
    await revise({ text: ours })
    await takeIn({ text: theirs })
    await takeIn({ text: theirs })
    expect((await readFact(sheet.id, 'sv')).history).toHaveLength(3)
  })

  test('is nothing new where it has said so since before the editor', async () => {
    await revise({ text: ours })
    await takeIn({})
    const { fact, text, history } = await readFact(sheet.id, 'sv')
    expect(history).toHaveLength(2)
    expect(fact.latestNumber).toBe(2)
    expect(text).toMatchObject({ isNew: false, version: { number: 1 } })
  })

  test('is not told of where an editor has but looked the fact up', async () => {
    await confirmFact({ actor, factId: sheet.id, number: 1, ...confirmation })
    expect((await readFact(sheet.id, 'sv')).text).toBeNull()
  })

  test('is taken as a version of its own, and the sheet follows the text from the next import', async () => {
    await revise({ text: ours })
    await takeIn({ text: theirs })
    const form = await readFactForm(sheet.id, true)
    expect(form).toMatchObject({ ...sheet, text: theirs })
    await revise({ text: theirs, number: 3, note: 'Kursens text stämmer.' })
    const { fact, text, history } = await readFact(sheet.id, 'sv')
    expect(fact).toMatchObject({ text: theirs, number: 4, latestNumber: 4, origin: 'editor' })
    expect(text).toBeNull()
    // Against what was told before it, which was the editor's words.
    expect(history[0]!.changes).toEqual([{ field: 'text', before: ours, after: theirs }])
    await takeIn({ text: theirs })
    await takeIn({ text: 'Och sedan annat.' })
    expect(await readsNow()).toBe('Och sedan annat.')
  })

  test('is decided about when an editor confirms what stands', async () => {
    await revise({ text: ours })
    await takeIn({ text: theirs })
    await confirmFact({ actor, factId: sheet.id, number: 3, ...confirmation })
    await takeIn({ text: theirs })
    const { fact, text, history } = await readFact(sheet.id, 'sv')
    expect(fact).toMatchObject({ text: ours, number: 4, latestNumber: 4 })
    expect(text).toMatchObject({ isNew: false, version: { number: 3 } })
    expect(fieldsOf(history[0]!.changes)).toEqual(['lastReviewed', 'reviewer', 'nextReview'])
  })

  test('is not decided about by who had not seen it', async () => {
    await revise({ text: ours })
    await takeIn({ text: theirs })
    const refused = { code: 'fact.changed-meanwhile', detail: { read: 2 } }
    await expect(revise({ text: 'Tredje.', number: 2 })).rejects.toMatchObject(refused)
    const unseen = confirmFact({ actor, factId: sheet.id, number: 2, ...confirmation })
    await expect(unseen).rejects.toMatchObject(refused)
    expect(await readsNow()).toBe(ours)
  })
})

test('a fact that still holds gets new days of review and says the same', async () => {
  await confirmFact({ actor, factId: sheet.id, number: 1, ...confirmation })
  const { fact, history } = await readFact(sheet.id, 'sv')
  expect(fact).toMatchObject({
    ...sheet,
    number: 2,
    reviewer: 'Juristen',
    lastReviewed: today(),
    nextReview: '2099-11-01',
  })
  const changed = history[0]!.changes.map(({ field }) => field)
  expect(changed).toEqual(['lastReviewed', 'reviewer', 'nextReview'])
})

describe('where a fact is told', () => {
  const partOf = (title: string, facts: string[]) => ({
    kind: 'page' as const,
    slug: 'sida',
    page: null,
    title,
    words: 'Ord.',
    content: null,
    facts,
  })

  test('is every page of drafts and published versions, not of withdrawn ones', async () => {
    const parts = [partOf('Ring', [sheet.id]), partOf('Annat', []), partOf('Mer', [sheet.id])]
    const published = await makeModule({ packageId: await makePackage({ parts }) })
    const packageId = await makePackage({ parts: parts.slice(0, 1) })
    const draft = await makeModule({ packageId, status: 'draft' })
    const withdrawn = await makeModule({ packageId, status: 'draft' })
    await prisma().moduleVersion.update({
      where: { id: withdrawn.versionId },
      data: { status: 'withdrawn' },
    })
    const { citations } = await readFact(sheet.id, 'sv')
    expect(citations.map(({ versionId, status, title }) => [versionId, status, title])).toEqual([
      [published.versionId, 'published', 'Ring'],
      [published.versionId, 'published', 'Mer'],
      [draft.versionId, 'draft', 'Ring'],
    ])
    const listed = (await listFacts()).find(({ id }) => id === sheet.id)
    expect(listed).toMatchObject({ modules: 2, state: 'sure', dueDay: '2099-05-01' })
  })

  test('is marked for each module whose facts are overdue or to be looked up', async () => {
    const late = factSheet({ nextReview: '2026-11-02', toCheck: 'Se efter.' })
    const ended = factSheet({ validTo: '2026-11-02' })
    const unsure = factSheet({ toCheck: 'Se efter.' })
    const before = await countOverdueFacts()
    await makeFacts(late, ended, unsure)
    expect(await countOverdueFacts()).toBe(before + 2)
    const all = [sheet.id, late.id, ended.id, unsure.id]
    const packageId = await makePackage({ parts: [partOf('Ring', all)] })
    const { moduleId } = await makeModule({ packageId })
    const marked = await listMarkedFacts(moduleId)
    expect(marked.overdue.map(({ id }) => id).sort()).toEqual([late.id, ended.id].sort())
    expect(marked.toCheck).toEqual([{ id: unsure.id, title: unsure.title }])
    expect(await listMarkedFacts((await makeModule()).moduleId)).toEqual({
      overdue: [],
      toCheck: [],
    })
  })
})

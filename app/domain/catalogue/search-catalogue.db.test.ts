import { beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '~/i18n/format.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { now } from '~/kernel/clock.ts'
import { randomFrom } from '../../../prisma/seed/random.ts'
import { makeModule, makePackage } from '../../../tests/factories/catalogue.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import type { OutlinePart } from './module-outline.schema.ts'
import { searchCatalogue } from './search-catalogue.server.ts'
import type { SearchHit } from './search-result.ts'

useDatabase()

const part = (values: Partial<OutlinePart>): OutlinePart => ({
  kind: 'page',
  slug: 'sida',
  page: null,
  title: 'Sida',
  words: '',
  content: null,
  facts: [],
  ...values,
})

const content: OutlinePart['content'] = [{ kind: 'paragraph', line: [{ text: 'Text.' }] }]

async function makeFact(id: string, title: string, text: string, kind = 'law') {
  await prisma().fact.create({ data: { id, kind, title, currentNumber: 1 } })
  await addFactVersion(id, 1, title, text)
}

async function addFactVersion(factId: string, number: number, title: string, text: string) {
  await prisma().factVersion.create({
    data: {
      factId,
      number,
      title,
      text,
      parts: kindOfParts(factId),
      source: [],
      certainty: 'high',
      lastReviewed: new Date('2026-11-01'),
      reviewer: 'Redaktionen',
      nextReview: new Date('2027-11-01'),
      origin: 'source',
      writtenAt: now(),
    },
  })
}

const kindOfParts = (id: string) => (id === 'linje-ett' ? { number: '020-57 70 70' } : {})

/** Each by somebody else, so that none is the one too many. */
let searchers = 0
const search = (asked: string, language: Language) =>
  searchCatalogue(asked, language, `searcher ${++searchers}`)

let slug: string

beforeAll(async () => {
  await makeFact('lag-ett', 'Utreseförbud', 'Domstolen beslutar om utreseförbud.')
  await makeFact('linje-ett', 'Stödlinjen', 'Linjen svarar dygnet runt.', 'line')
  const packageId = await makePackage({
    parts: [
      part({ slug: 'a', title: 'Vittnen', words: 'Ordet äktenskap nämns en gång bland annat.' }),
      part({ slug: 'b', title: 'Äktenskap i lagen', words: 'Om vad som gäller.', content }),
      part({
        slug: 'c',
        title: 'Lov',
        words: 'Domstolen beslutar snart om barnet.',
        facts: ['lag-ett'],
      }),
      part({
        kind: 'checklist',
        slug: 'infor',
        title: 'Inför lovet',
        words: 'Fråga om resan.',
        content,
      }),
      part({
        kind: 'easy-read',
        slug: 'easy-read',
        title: 'Lättläst',
        words: 'Kort om resan.',
        content,
      }),
      part({
        kind: 'guide',
        slug: 'guide',
        title: 'Handledning',
        words: 'Tala om resan.',
        content,
      }),
      part({ kind: 'test', slug: 'prov', title: 'Prov om hemligheter', words: 'hemlighet' }),
    ],
  })
  const made = await makeModule({ packageId })
  slug = made.slug
  const { courseId } = await prisma().module.findUniqueOrThrow({ where: { id: made.moduleId } })
  await prisma().glossaryTerm.create({
    data: { courseId, slug: 'anmalan', term: 'orosanmälan', text: 'Att tala om sin oro.' },
  })
  await makeModule({
    status: 'draft',
    packageId: await makePackage({ parts: [part({ title: 'Outgivet', words: 'outgivet' })] }),
  })
})

const textOf = (pieces: SearchHit['title'] | null) => pieces?.map(({ text }) => text).join('')
const marked = (pieces: SearchHit['title'] | null) =>
  pieces?.filter(({ isFound }) => isFound).map(({ text }) => text)

async function found(asked: string) {
  const { groups } = await search(asked, 'sv')
  return Object.fromEntries(groups.map(({ group, hits }) => [group, hits]))
}

const titles = (hits: SearchHit[] | undefined) => hits?.map(({ title }) => textOf(title))

describe('search', () => {
  test('a title comes before a text, and the found word is marked', async () => {
    const { module } = await found('äktenskap')
    expect(titles(module)).toEqual(['Äktenskap i lagen', 'Vittnen'])
    expect(marked(module![0]!.title)).toEqual(['Äktenskap'])
    expect(marked(module![1]!.snippet)).toEqual(['äktenskap'])
    expect(module![0]!.snippet).toBeNull()
  })

  test('leads to the page itself where it can be read, else to its module', async () => {
    const leads = async () => (await found('äktenskap')).module!.map(({ to }) => to)
    const become = (isOpen: boolean) =>
      prisma().module.update({ where: { slug }, data: { isOpen } })
    await become(true)
    expect(await leads()).toEqual([`/library/${slug}/print#page-b`, `/modules/${slug}`])
    await become(false)
    expect(await leads()).toEqual([`/modules/${slug}`, `/modules/${slug}`])
  })

  test.each(['AKTENSKAP', 'aktenskapet', 'Äktens', 'lagen äkt'])(
    'capitals, lost dots, endings and a word half written make no difference: %s',
    async (asked) => {
      expect(titles((await found(asked)).module)).toContain('Äktenskap i lagen')
    },
  )

  test('all words have to be there', async () => {
    expect(await found('äktenskap domstolen')).toEqual({})
  })

  test('checklists, summaries, guides, words and facts stand in groups of their own', async () => {
    const groups = await found('resan')
    expect(groups.checklist![0]).toMatchObject({ to: `/library/${slug}/infor` })
    expect(groups['easy-read']![0]).toMatchObject({ to: `/library/${slug}/easy-read` })
    expect(groups.guide![0]).toMatchObject({ to: `/library/${slug}/guide` })
    const [term] = (await found('orosanm')).term!
    expect(term!.to).toMatch(/^\/library\/glossary#course-\d+-anmalan$/)
    expect((await found('utreseförbud')).fact![0]!.to).toBe('/library/facts#lag-ett')
    expect((await found('020-57 70 70')).fact![0]!.to).toBe('/help#linje-ett')
  })

  test('drafts and the questions of tests are not found', async () => {
    expect(await found('outgivet')).toEqual({})
    expect(await found('hemlighet')).toEqual({})
  })

  test('words that a fact has left behind are not shown', async () => {
    expect((await found('domstolen barnet')).module![0]!.snippet).not.toBeNull()
    await addFactVersion('lag-ett', 2, 'Utreseförbud', 'Nämnden beslutar om utreseförbud.')
    await prisma().fact.update({ where: { id: 'lag-ett' }, data: { currentNumber: 2 } })
    expect((await found('domstolen barnet')).module![0]!.snippet).toBeNull()
    expect(textOf((await found('nämnden')).fact![0]!.snippet)).toContain('Nämnden beslutar')
  })

  test('nothing to look for finds nothing', async () => {
    for (const asked of ['', '   ', '&|!():*', 'och', "'; drop table module; --"]) {
      expect(await found(asked), asked).toEqual({})
    }
  })

  test('no search whatever breaks', async () => {
    const random = randomFrom(5)
    const signs = 'aåÄ9 &|!():*<>\'"\\%_-.\u0000\u0301\u200dßİﬁ²١Ⅷ漢😀\ud800\n'
    for (let run = 0; run < 300; run++) {
      const letters = Array.from({ length: random.whole(0, 60) }, () =>
        random.whole(0, 4) === 0
          ? String.fromCharCode(random.whole(0, 0xffff))
          : signs.charAt(random.whole(0, signs.length - 1)),
      )
      const asked = letters.join('')
      await expect(search(asked, 'sv'), JSON.stringify(asked)).resolves.toBeDefined()
    }
    await expect(search('ö'.repeat(100_000), 'en')).resolves.toBeDefined()
    await expect(search('a '.repeat(100), 'en')).resolves.toBeDefined()
  })
})

test('somebody can search sixty times a minute, and others go on; nothing asked is no search', async () => {
  const by = '203.0.113.9'
  for (let asked = 0; asked < 60; asked++) await searchCatalogue('x', 'sv', by)
  for (const nothing of ['', ' ', '!']) await searchCatalogue(nothing, 'sv', by)
  await expect(searchCatalogue('x', 'sv', by)).rejects.toMatchObject({
    code: 'rate.limited',
    status: 429,
    detail: { count: 1 },
  })
  await searchCatalogue('x', 'sv', '203.0.113.10')
})

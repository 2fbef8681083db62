import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import {
  eachListPart,
  holdsWords,
  isAmong,
  listPage,
  type ListSource,
} from '~/platform/db/list.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

type Sort = 'name' | 'opened'

const unitsWhere = (condition: Sql): ListSource<Sort> => ({
  columns: sql`unit.name`,
  from: sql`from unit where unit.county_code = '25' and ${condition}`,
  key: sql`unit.id`,
  order: { name: swedishOrder(sql`unit.name`), opened: sql`unit.opened_on` },
})

const names = ['Östra skolan', 'Västra skolan', 'Ängens förskola', '100 % fritid', 'Zinkgruvan']

beforeAll(async () => {
  for (const [index, name] of names.entries()) {
    const openedOn = new Date(Date.UTC(2020, 0, 1 + index))
    await prisma().unit.create({
      data: {
        id: newId(),
        name,
        countyCode: '25',
        municipalityCode: index < 3 ? '2580' : null,
        openedOn,
      },
    })
  }
})

const plain = { sort: 'name', isDescending: false, page: 1 } as const

async function namesOf(condition: Sql, query: Partial<typeof plain | object> = {}) {
  const page = await listPage<{ name: string }, Sort>(
    unitsWhere(condition),
    { ...plain, ...query },
    2,
  )
  return { ...page, rows: page.rows.map(({ name }) => name) }
}

describe('a page of a list', () => {
  test('holds its rows in order, and says how many there are', async () => {
    expect(await namesOf(sql`true`)).toEqual({
      rows: ['100 % fritid', 'Västra skolan'],
      count: 5,
      page: 1,
      pages: 3,
      perPage: 2,
    })
    expect((await namesOf(sql`true`, { sort: 'opened', isDescending: true })).rows).toEqual([
      'Zinkgruvan',
      '100 % fritid',
    ])
  })

  test('past the end is the last', async () => {
    expect(await namesOf(sql`true`, { page: 99 })).toMatchObject({
      page: 3,
      rows: ['Östra skolan'],
    })
  })

  test('of nothing is one page without rows', async () => {
    expect(await namesOf(sql`false`, { page: 2 })).toMatchObject({ page: 1, pages: 1, count: 0 })
  })
})

describe('a search', () => {
  const found = async (search: string) =>
    (await namesOf(holdsWords(search, [sql`unit.name`, sql`unit.municipality_code`]))).rows

  test('wants each of its words, in whichever column and case', async () => {
    expect(await found('SKOLAN västra')).toEqual(['Västra skolan'])
    expect(await found('skola 2580')).toEqual(['Västra skolan', 'Ängens förskola'])
    expect(await found('skola sjukhus')).toEqual([])
  })

  test('takes signs that SQL would make something of as they are', async () => {
    expect(await found('%')).toEqual(['100 % fritid'])
    expect(await found('_')).toEqual([])
    expect(await found("'; drop")).toEqual([])
  })
})

test('a filter that is not used lets everything through', async () => {
  const column = sql`unit.municipality_code`
  expect((await namesOf(isAmong([], column))).count).toBe(5)
  expect((await namesOf(isAmong(['2580', '2581'], column))).count).toBe(3)
})

test('a whole list comes in parts, in the order of its pages', async () => {
  const parts: string[] = []
  const source = unitsWhere(sql`true`)
  for await (const part of eachListPart<{ name: string }, Sort>(source, plain)) {
    parts.push(...part.map(({ name }) => name))
  }
  expect(parts).toEqual([
    '100 % fritid',
    'Västra skolan',
    'Zinkgruvan',
    'Ängens förskola',
    'Östra skolan',
  ])
})

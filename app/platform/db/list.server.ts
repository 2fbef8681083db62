import type { ListPage, ListQuery } from '~/kernel/list-query.ts'
import { answerParts } from './answer-parts.server.ts'
import { firstRow, rows } from './database.server.ts'
import { join, sql, type Sql } from './sql.server.ts'

/** Where a list's rows come from. Pieces come from code, never from outside. */
export interface ListSource<Sort extends string = string> {
  /** What is read of each row, with its names: sql`unit.id, unit.name as "unitName"`. */
  columns: Sql
  /** Tables, joins and conditions, search and filters among them, ending with those: sql`from unit where ...`. */
  from: Sql
  /** What tells one row from all others, of type uuid: sql`unit.id`. */
  key: Sql
  /** What each order goes by. Rows that are equal in it follow each other by their key. */
  order: Readonly<Record<Sort, Sql>>
}

type Order<Sort extends string> = Pick<ListQuery<Sort>, 'sort' | 'isDescending'>

const orderOf = <Sort extends string>(
  { order, key }: ListSource<Sort>,
  { sort, isDescending }: Order<Sort>,
) =>
  isDescending
    ? sql`order by ${order[sort]} desc nulls last, ${key}`
    : sql`order by ${order[sort]} asc nulls last, ${key}`

/**
 * A page of a list and how many rows there are on all pages: two questions, however long it is.
 * @param query `page` past the end gives the last
 */
export async function listPage<Row, Sort extends string = string>(
  source: ListSource<Sort>,
  query: Order<Sort> & Pick<ListQuery, 'page'>,
  perPage: number,
): Promise<ListPage<Row>> {
  const counted = await firstRow<{ count: number }>(sql`select count(*) as count ${source.from}`)
  const count = counted?.count ?? 0
  const pages = Math.max(1, Math.ceil(count / perPage))
  const page = Math.min(query.page, pages)
  const found = await rows<Row>(sql`
    select ${source.columns} ${source.from} ${orderOf(source, query)}
     limit ${perPage} offset ${(page - 1) * perPage}`)
  return { rows: found, count, page, pages, perPage }
}

/**
 * Every row of a list in its order, a part at a time: for files, which are as long as the list. Between parts a
 * connection is held, so whoever reads them is quick and asks the database nothing else (see answer-parts.server.ts).
 */
export const eachListPart = <Row, Sort extends string = string>(
  source: ListSource<Sort>,
  query: Order<Sort>,
): AsyncGenerator<Row[]> =>
  answerParts<Row>(sql`select ${source.columns} ${source.from} ${orderOf(source, query)}`)

/**
 * A condition: each word of a search stands in one of the columns, whatever its case.
 * @param columns text; one that may be null counts as empty there
 */
export function holdsWords(search: string, columns: readonly Sql[]): Sql {
  const words = search.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return sql`true`
  const inAny = (word: string) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`(${join(
      columns.map((column) => sql`${column} ilike ${pattern}`),
      ' or ',
    )})`
  }
  return sql`(${join(words.map(inAny), ' and ')})`
}

/** A condition: the column has one of a filter's values, or the filter is not used. */
export function isAmong(values: readonly string[], column: Sql): Sql {
  return values.length === 0 ? sql`true` : sql`${column}::text = any(${[...values]}::text[])`
}

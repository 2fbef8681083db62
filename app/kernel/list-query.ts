/** What a list can be asked for in its address: "?search=skola&kind=region&sort=-due&page=2". */
export interface ListShape<Sort extends string = string, Filter extends string = string> {
  /** What it can be sorted by; the first holds where the address says nothing. */
  sorts: readonly [Sort, ...Sort[]]
  /** Each filter by its name in the address, and which values it takes. */
  filters: Readonly<Record<Filter, (value: string) => boolean>>
}

/** What a list is asked for. Whatever the address says that the list does not take is left out. */
export interface ListQuery<Sort extends string = string, Filter extends string = string> {
  /** Words to look for; empty for all. At most 100 characters. */
  search: string
  sort: Sort
  isDescending: boolean
  /** The values asked for; an empty list lets everything through. */
  filters: Record<Filter, string[]>
  /** From 1; it may lie past the end. */
  page: number
}

/** The query of a shape. */
export type QueryOf<Shape> =
  Shape extends ListShape<infer Sort, infer Filter> ? ListQuery<Sort, Filter> : never

const longestSearch = 100
/** More than any list has; keeps what is asked of the database within its numbers. */
const lastPage = 100_000

/** Lets these values through a filter. */
export function oneOf(values: readonly string[]): (value: string) => boolean {
  return (value) => values.includes(value)
}

/** Lets ids through a filter. */
export const anId = (value: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value)

/** Reads a list's address, or the part of it after the question mark. */
export function listQueryOf<Sort extends string, Filter extends string>(
  address: string,
  { sorts, filters }: ListShape<Sort, Filter>,
): ListQuery<Sort, Filter> {
  const asked = searchOf(address)
  const wanted = asked.get('sort') ?? ''
  const sort = sorts.find((each) => each === wanted.replace(/^-/, ''))
  const names = Object.keys(filters) as Filter[]
  return {
    search: asked.get('search')?.trim().slice(0, longestSearch) ?? '',
    sort: sort ?? sorts[0],
    isDescending: sort !== undefined && wanted.startsWith('-'),
    filters: Object.fromEntries(
      names.map((name) => [name, [...new Set(asked.getAll(name).filter(filters[name]))]]),
    ) as Record<Filter, string[]>,
    page: pageOf(asked.get('page')),
  }
}

function searchOf(address: string): URLSearchParams {
  const question = address.indexOf('?')
  return new URLSearchParams(question === -1 ? '' : address.slice(question + 1))
}

function pageOf(text: string | null): number {
  const page = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 1
  return Math.min(Math.max(1, page), lastPage)
}

/** How `sort` stands in an address. */
export function sortWord({ sort, isDescending }: Pick<ListQuery, 'sort' | 'isDescending'>): string {
  return isDescending ? `-${sort}` : sort
}

/**
 * A list's address with something changed; all else in it stays, but for the page, which begins anew unless
 * it is what is changed. Null takes a name out. Equal lists have equal addresses, as sharing wants it.
 * @param search the part of the address that is now shown, with or without its question mark
 */
export function listSearch(search: string, change: Record<string, string | number | null>): string {
  const asked = new URLSearchParams(search)
  for (const [name, value] of Object.entries({ page: null, ...change })) {
    if (value === null || value === '' || (name === 'page' && value === 1)) asked.delete(name)
    else asked.set(name, String(value))
  }
  const written = [...asked].filter(([, value]) => value !== '')
  return written.length === 0 ? '' : `?${new URLSearchParams(written).toString()}`
}

/** A page of a list. */
export interface ListPage<Row> {
  rows: Row[]
  /** On all pages together. */
  count: number
  /** From 1; one past the end gives the last. */
  page: number
  pages: number
  perPage: number
}

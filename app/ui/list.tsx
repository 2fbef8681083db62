import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { listSearch, sortWord, type ListPage, type ListQuery } from '~/kernel/list-query.ts'
import { Button } from './button.tsx'
import { SelectField, type Choice } from './choice-fields.tsx'
import { Pagination, type Sorting } from './table.tsx'
import { TextField } from './text-fields.tsx'

/** How the heads of a list's table sort it: the page's own address with another order. */
export function useSorting({ sort, isDescending }: ListQuery): Sorting {
  const { pathname, search } = useLocation()
  return { sort, isDescending, to: (word) => pathname + listSearch(search, { sort: word }) }
}

interface ListFiltersProps {
  query: ListQuery
  /** Of the search field; there is none when left out. */
  searchLabel?: string
  /** The orders by name, for phones, which show no heads. A date reads best with the newest first: "-heldOn". */
  sorts: Choice[]
  /** Parts of the address that the list does not own but keeps, such as which module the figures are of. */
  keep?: Record<string, string>
  /** Further fields, named as the list's filters. */
  children?: ReactNode
}

/** Search, filters and order of a list: a plain form that leads to an address which can be shared. */
export function ListFilters({ query, searchLabel, sorts, keep = {}, children }: ListFiltersProps) {
  const { t } = useI18n()
  const { search } = useLocation()
  return (
    // The key starts the fields anew when a link has changed what they stand for.
    <Form method="get" className="form filters" key={search} role="search">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {searchLabel !== undefined && (
        <TextField
          name="search"
          type="search"
          width="medium"
          label={searchLabel}
          defaultValue={query.search}
          maxLength={100}
        />
      )}
      {children}
      <SelectField
        name="sort"
        label={t('ui.list.sort')}
        choices={sorts}
        emptyLabel={t('ui.list.sort.usual')}
        defaultValue={sortWord(query)}
      />
      <Button type="submit">{t('ui.list.show')}</Button>
    </Form>
  )
}

interface ListEndProps {
  page: ListPage<unknown>
  /** The address of a file with everything that the list shows, on all its pages. */
  exportTo?: string
}

/** Below a list: which of its rows are shown, the way to the others, and to a file of them all. */
export function ListEnd({ page: { rows, count, page, pages, perPage }, exportTo }: ListEndProps) {
  const { t, number } = useI18n()
  const { pathname, search } = useLocation()
  if (count === 0) return null
  const first = (page - 1) * perPage + 1
  return (
    <div className="list-end">
      <p className="meta">
        {t('ui.list.shown', {
          first: number(first),
          last: number(first + rows.length - 1),
          count: number(count),
        })}
      </p>
      <Pagination
        page={page}
        pages={pages}
        to={(to) => pathname + listSearch(search, { page: to })}
      />
      {exportTo !== undefined && (
        // A file is no page: it is fetched by the browser itself.
        <a href={exportTo + listSearch(search, {})} download>
          {t('ui.list.export', { count: number(count) })}
        </a>
      )}
    </div>
  )
}

interface PostedListEndProps {
  page: ListPage<unknown>
  /** What was asked for, posted again with the page. */
  fields: Record<string, string>
  /** The address of a file with everything that the list shows; what was asked for is posted there too. */
  exportTo?: string
}

/** Below a list whose words stand in no address: which rows are shown, and a form that leads to the others. */
export function PostedListEnd({ page, fields, exportTo }: PostedListEndProps) {
  const { t, number } = useI18n()
  const first = (page.page - 1) * page.perPage + 1
  const step = (to: number, label: string) => (
    <Button type="submit" name="page" value={to}>
      {label}
    </Button>
  )
  const { search } = useLocation()
  const asked = Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  const list = (
    <Form method="post" className="list-end" aria-label={t('ui.pages')}>
      {asked}
      <p className="meta">
        {t('ui.list.shown', {
          first: number(first),
          last: number(first + page.rows.length - 1),
          count: number(page.count),
        })}
      </p>
      {page.page > 1 && step(page.page - 1, t('ui.pages.previous'))}
      {page.page < page.pages && step(page.page + 1, t('ui.pages.next'))}
    </Form>
  )
  if (exportTo === undefined) return list
  return (
    <>
      {list}
      {/* A file is no page: it is fetched by the browser itself. */}
      <form method="post" action={exportTo + listSearch(search, {})} className="list-end">
        {asked}
        <Button type="submit" variant="quiet">
          {t('ui.list.export', { count: number(page.count) })}
        </Button>
      </form>
    </>
  )
}

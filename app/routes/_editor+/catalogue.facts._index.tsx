import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { FactStateTag } from '~/components/catalogue/sheet-words.tsx'
import {
  countStates,
  factStates,
  isToDecide,
  queueOf,
  soonDays,
  type QueuedFact,
} from '~/domain/catalogue/fact-state.ts'
import { listFacts } from '~/domain/catalogue/read-facts.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import { TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'fact.title.list' }

interface Row extends Pick<QueuedFact, 'id' | 'kind' | 'title' | 'state' | 'dueDay' | 'modules'> {
  isToDecide: boolean
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const asked = new URL(request.url).searchParams
  const words = asked.get('words')?.trim() ?? ''
  const state = factStates.find((each) => each === asked.get('state')) ?? null
  const facts = await listFacts()
  const rows: Row[] = queueOf(facts, { state, words }).map((fact) => {
    const { id, kind, title, state, dueDay, modules } = fact
    return { id, kind, title, state, dueDay, modules, isToDecide: isToDecide(fact) }
  })
  const toDecide = facts.filter(isToDecide).length
  return { rows, words, state, counts: countStates(facts), toDecide, total: facts.length }
}

export default function FactsPage() {
  const { rows, words, state, total } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const columns = useColumns()
  const head = {
    title: t('fact.title.list'),
    breadcrumbs: [
      { label: t('catalogue.title.list'), to: '/catalogue' },
      { label: t('fact.title.list') },
    ],
  }
  if (total === 0) {
    return (
      <Page {...head}>
        <EmptyState title={t('fact.list.empty')}>
          <p>{t('fact.list.empty.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page {...head} lead={<Counts />}>
      <p className="meta">{t('fact.list.lead')}</p>
      <Form method="get" className="form filters" key={`${state} ${words}`}>
        <TextField
          name="words"
          type="search"
          label={t('fact.filter.words')}
          defaultValue={words}
          width="medium"
        />
        <SelectField
          name="state"
          label={t('fact.filter.state')}
          emptyLabel={t('fact.filter.every')}
          defaultValue={state ?? ''}
          choices={factStates.map((value) => ({ value, label: t(`fact.state.${value}`) }))}
        />
        <Button type="submit">{t('fact.filter.show')}</Button>
      </Form>
      <DataTable
        caption={t('fact.list.caption', { count: rows.length })}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        narrow="stack"
        empty={
          <p>
            {t('fact.list.nothing')} <Link to="/catalogue/facts">{t('fact.list.all')}</Link>
          </p>
        }
      />
    </Page>
  )
}

/** What is about to become untrue, before anything else. */
function Counts() {
  const { counts, toDecide, total } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const { overdue, soon, 'to-check': toCheck } = counts
  return (
    <p>
      {overdue > 0
        ? t('fact.list.overdue', { count: overdue, total })
        : t('fact.list.none-overdue', { total })}
      {soon > 0 && ` ${t('fact.list.soon', { count: soon, days: soonDays })}`}
      {toCheck > 0 && ` ${t('fact.list.to-check', { count: toCheck })}`}
      {toDecide > 0 && ` ${t('fact.list.to-decide', { count: toDecide })}`}
    </p>
  )
}

function useColumns(): Column<Row>[] {
  const { t, day, number } = useI18n()
  return [
    {
      id: 'sheet',
      head: t('fact.sheet'),
      cell: ({ id, kind, title }) => (
        <>
          <Link to={`/catalogue/facts/${id}`} lang="sv">
            {title}
          </Link>{' '}
          <span className="meta">{t(`fact.kind.${kind}`)}</span>
        </>
      ),
    },
    {
      id: 'state',
      head: t('fact.state'),
      cell: ({ state, isToDecide }) => (
        <>
          <FactStateTag state={state} /> {isToDecide && <Tag tone="warn">{t('fact.text.tag')}</Tag>}
        </>
      ),
    },
    { id: 'due', head: t('fact.due'), cell: ({ dueDay }) => day(dueDay) },
    {
      id: 'modules',
      head: t('fact.modules'),
      unit: t('fact.modules.unit'),
      numeric: true,
      cell: ({ modules }) => number(modules),
    },
  ]
}

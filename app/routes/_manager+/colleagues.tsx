import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { colleagueSearchSchema } from '~/domain/standing/colleague-search.schema.ts'
import { findColleagues } from '~/domain/standing/colleague-search.server.ts'
import {
  fewestLetters,
  type ColleagueSearch,
  type FoundColleague,
  type FoundPlace,
} from '~/domain/standing/colleague-search.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays } from '~/kernel/dates.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { PostedListEnd } from '~/ui/list.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.colleagues' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'people:find')
  return null
}

/** A search is posted: names, addresses and numbers do not belong in a page's address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:find')
  const form = await parseForm(request, colleagueSearchSchema)
  if (!form.ok) return null
  return findColleagues(actor, form.value)
}

export default function Colleagues() {
  const { t } = useI18n()
  const answer = useActionData<typeof action>()
  return (
    <Page title={t('colleagues.title')} lead={t('colleagues.lead')}>
      <Form method="post" className="form filters" role="search" key={answer?.words}>
        <TextField
          name="words"
          type="search"
          width="medium"
          label={t('colleagues.words')}
          hint={t('colleagues.words.hint')}
          defaultValue={answer?.words}
          maxLength={100}
          autoComplete="off"
          required
        />
        <Button type="submit">{t('ui.person-search.button')}</Button>
      </Form>
      {answer && <Found {...answer} />}
    </Page>
  )
}

function Found({ words, found, openIds }: ColleagueSearch) {
  const { t, number } = useI18n()
  if (!found) return <p role="status">{t('colleagues.too-short', { count: fewestLetters })}</p>
  if (found.count === 0) {
    return (
      <EmptyState title={t('colleagues.none', { words })}>
        <p>{t('colleagues.none.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p role="status">
        {t('colleagues.found', { count: found.count, shown: number(found.count), words })}
      </p>
      <FoundTable people={found.rows} openIds={openIds} words={words} />
      <PostedListEnd page={found} fields={{ words }} />
    </>
  )
}

interface FoundTableProps {
  people: FoundColleague[]
  openIds: string[]
  words: string
}

function FoundTable({ people, openIds, words }: FoundTableProps) {
  const { t } = useI18n()
  return (
    <DataTable
      caption={t('colleagues.caption', { words })}
      narrow="stack"
      rows={people}
      rowKey={({ personId }) => personId}
      columns={[
        {
          id: 'name',
          head: t('colleagues.name'),
          cell: (row) => <Name {...row} openIds={openIds} />,
        },
        { id: 'email', head: t('colleagues.email'), cell: ({ email }) => email },
        {
          id: 'places',
          head: t('colleagues.places'),
          cell: (row) => <Places {...row} openIds={openIds} />,
        },
      ]}
    />
  )
}

type Shown = FoundColleague & { openIds: string[] }

const colleaguePage = (organisationId: string, personId: string) =>
  `/organisations/${organisationId}/people/${personId}`

/** Leads to what the organisation sees of the person; where there are several, to the first. */
function Name({ personId, givenName, familyName, places, openIds }: Shown) {
  const name = `${familyName}, ${givenName}`
  const open = places.find(({ organisationId }) => openIds.includes(organisationId))
  return open ? <Link to={colleaguePage(open.organisationId, personId)}>{name}</Link> : name
}

/** Each workplace on a line of its own. */
function Places(person: Shown) {
  const [only, ...more] = person.places
  if (only && more.length === 0) return <Place {...person} place={only} />
  return (
    <ul className="bare-list">
      {person.places.map((place) => (
        <li
          key={`${place.organisationId} ${place.unit} ${place.professionGroup} ${place.validFrom}`}
        >
          <Place {...person} place={place} />
        </li>
      ))}
    </ul>
  )
}

function Place({ personId, places, openIds, place }: Shown & { place: FoundPlace }) {
  const { t, day } = useI18n()
  const { organisationId, organisation, unit, professionGroup, validFrom, validTo } = place
  const isOneOfSeveral = places.some((other) => other.organisationId !== organisationId)
  const days =
    validTo === null
      ? t('affiliation.since', { from: day(validFrom) })
      : t('affiliation.from-to', { from: day(validFrom), to: day(addDays(validTo, -1)) })
  const rest = [unit !== organisation && unit, t(`profession.${professionGroup}`), days]
  return (
    <>
      {isOneOfSeveral && openIds.includes(organisationId) ? (
        <Link to={colleaguePage(organisationId, personId)}>{organisation}</Link>
      ) : (
        organisation
      )}
      {rest.filter(Boolean).map((part) => ` · ${part}`)}
    </>
  )
}

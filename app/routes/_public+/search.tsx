import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { readViewer } from '~/auth/permission.server.ts'
import { useCourseLanguage } from '~/components/catalogue/course-language.ts'
import { FoundWords } from '~/components/catalogue/found-words.tsx'
import { SearchForm } from '~/components/catalogue/search-form.tsx'
import { searchCatalogue } from '~/domain/catalogue/search-catalogue.server.ts'
import { mostHits, type SearchHit, type SearchResult } from '~/domain/catalogue/search-result.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.search' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('q') ?? ''
  const viewer = await readViewer(request)
  return searchCatalogue(asked, await readLanguage(request), viewer?.actor.personId ?? context.ip)
}

export default function SearchPage() {
  const result = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Page title={t('search.title')} lead={t('search.lead')} width="reading">
      <SearchForm asked={result.asked} variant="primary" />
      {result.asked.trim() !== '' && <Found result={result} />}
    </Page>
  )
}

function Found({ result: { asked, groups } }: { result: SearchResult }) {
  const { t } = useI18n()
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  if (count === 0) return <NothingFound asked={asked} />
  return (
    <>
      <p role="status">{t('search.found', { count, asked })}</p>
      {groups.length > 1 && <GroupLinks groups={groups} />}
      {groups.map(({ group, hits }) => (
        <Section key={group} id={group} title={t(`search.group.${group}`)}>
          <Hits hits={hits} label={t(`search.group.${group}`)} />
          {hits.length === mostHits && <p className="meta">{t('search.many')}</p>}
        </Section>
      ))}
    </>
  )
}

function GroupLinks({ groups }: Pick<SearchResult, 'groups'>) {
  const { t, number } = useI18n()
  return (
    <nav aria-label={t('search.groups')}>
      <ul className="group-links">
        {groups.map(({ group, hits }) => (
          <li key={group}>
            <a href={`#${group}`}>
              {t(`search.group.${group}`)} ({number(hits.length)})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Hits({ hits, label }: { hits: SearchHit[]; label: string }) {
  const { t } = useI18n()
  const lang = useCourseLanguage()
  const items = hits.map(({ key, to, title, isSwedish, moduleTitle, snippet }) => ({
    key,
    to,
    title: <FoundWords pieces={title} />,
    lang: isSwedish ? lang : undefined,
    meta: (
      <>
        {snippet && (
          <p lang={isSwedish ? lang : undefined}>
            <FoundWords pieces={snippet} />
          </p>
        )}
        {moduleTitle && <p>{t('search.in-module', { module: moduleTitle })}</p>}
      </>
    ),
  }))
  return <ItemList items={items} label={label} />
}

function NothingFound({ asked }: { asked: string }) {
  const { t } = useI18n()
  return (
    <div role="status">
      <EmptyState
        title={t('search.none', { asked })}
        actions={<ButtonLink to="/courses">{t('nav.courses')}</ButtonLink>}
      >
        <ul>
          <li>{t('search.none.words')}</li>
          <li>{t('search.none.spelling')}</li>
        </ul>
        <p>
          {t('search.none.browse')} <Link to="/library">{t('library.title')}</Link>
          {' · '}
          <Link to="/library/glossary">{t('library.words')}</Link>
        </p>
      </EmptyState>
    </div>
  )
}

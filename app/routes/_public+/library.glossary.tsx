import { useLoaderData } from '@remix-run/react'
import { useCourseLanguage } from '~/components/catalogue/course-language.ts'
import { glossaryAnchor } from '~/domain/catalogue/library.ts'
import { listGlossary } from '~/domain/catalogue/read-library.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.library' }

export async function loader() {
  return { letters: await listGlossary() }
}

export default function GlossaryPage() {
  const { letters } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const lang = useCourseLanguage()
  return (
    <Page
      title={t('library.words')}
      lead={t('library.words.lead')}
      width="reading"
      breadcrumbs={[{ label: t('library.title'), to: '/library' }, { label: t('library.words') }]}
    >
      {letters.length === 0 && <p>{t('library.words.empty')}</p>}
      <nav aria-label={t('library.words.letters')}>
        <ul className="letters">
          {letters.map(({ letter }) => (
            <li key={letter}>
              <a href={`#letter-${letter}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(({ letter, entries }) => (
        <Section key={letter} id={`letter-${letter}`} title={letter}>
          <dl className="words" lang={lang}>
            {entries.map((entry) => (
              <div key={glossaryAnchor(entry)} id={glossaryAnchor(entry)}>
                <dt>{entry.term}</dt>
                <dd>{entry.text}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </Page>
  )
}

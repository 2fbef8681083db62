import { useLoaderData } from '@remix-run/react'
import { useCourseLanguage } from '~/components/catalogue/course-language.ts'
import { FactSource } from '~/components/catalogue/fact-source.tsx'
import { listFacts } from '~/domain/catalogue/read-library.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.library' }

const kinds = ['law', 'definition', 'figure', 'practice'] as const

export async function loader() {
  const facts = await listFacts()
  return kinds
    .map((kind) => ({ kind, facts: facts.filter((fact) => fact.kind === kind) }))
    .filter((group) => group.facts.length > 0)
}

export default function FactsPage() {
  const groups = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const lang = useCourseLanguage()
  return (
    <Page
      title={t('library.facts')}
      lead={t('library.facts.lead')}
      width="reading"
      breadcrumbs={[{ label: t('library.title'), to: '/library' }, { label: t('library.facts') }]}
    >
      {groups.length === 0 && <p>{t('library.facts.empty')}</p>}
      {groups.map(({ kind, facts }) => (
        <Section key={kind} id={kind} title={t(`library.facts.${kind}`)}>
          {facts.map((fact) => (
            <article key={fact.id} id={fact.id} className="fact-sheet">
              <h3 lang={lang}>{fact.title}</h3>
              <p lang={lang}>{fact.text}</p>
              <FactSource fact={fact} />
            </article>
          ))}
        </Section>
      ))}
    </Page>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { useCourseLanguage } from '~/components/catalogue/course-language.ts'
import { FactSource } from '~/components/catalogue/fact-source.tsx'
import { OutlineBlocks } from '~/components/catalogue/outline-blocks.tsx'
import { citedFacts } from '~/domain/catalogue/told-fact.ts'
import { readLibraryPart } from '~/domain/catalogue/read-library.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { env } from '~/platform/env.server.ts'
import { Button, ButtonLink } from '~/ui/button.tsx'
import { useHydrated } from '~/ui/hydrated.ts'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.library' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const part = await readLibraryPart(params.moduleSlug, params.part, await readLanguage(request))
  return { part, address: env().APP_ORIGIN + new URL(request.url).pathname }
}

export default function LibraryPartPage() {
  const { part, address } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const lang = useCourseLanguage()
  const { module, course } = part
  return (
    <div className="sheet">
      <Page
        title={part.title}
        titleLanguage={lang}
        lead={t('library.part.lead', { module: module.title, course: course.title })}
        width="reading"
        breadcrumbs={[
          { label: t('library.title'), to: '/library' },
          { label: module.title, to: `/modules/${module.slug}` },
          { label: t(`library.kind.${part.kind}`) },
        ]}
      >
        <div className="actions">
          <PrintButton />
          <ButtonLink to={`/modules/${module.slug}`} variant="quiet">
            {t('library.module')}
          </ButtonLink>
        </div>
        {lang && <p className="meta">{t('library.swedish')}</p>}
        <article className="outline" lang={lang}>
          <OutlineBlocks
            blocks={part.content}
            told={{ courseSlug: course.slug, facts: part.facts }}
          />
        </article>
        <Sources />
        <footer className="sheet-foot meta">
          <p>
            <Foot />
          </p>
          <p>{address}</p>
        </footer>
      </Page>
    </div>
  )
}

/** The browser's own print does the same; before JavaScript there is no button that could. */
function PrintButton() {
  const { t } = useI18n()
  if (!useHydrated()) return null
  return (
    <Button type="button" variant="primary" onClick={() => print()}>
      {t('library.print')}
    </Button>
  )
}

function Sources() {
  const { part } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const lang = useCourseLanguage()
  const facts = citedFacts(part.content).flatMap((id) => part.facts[id] ?? [])
  if (facts.length === 0) return null
  return (
    <Section id="sources" title={t('library.sources')}>
      <ul className="sources">
        {facts.map((fact) => (
          <li key={fact.id}>
            <p lang={lang}>{fact.title}</p>
            <FactSource fact={fact} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Foot() {
  const { part } = useLoaderData<typeof loader>()
  const { t, day } = useI18n()
  const { title, version } = part.course
  const told = { course: title, number: part.versionNumber, day: day(part.publishedOn) }
  return version === null ? t('library.foot.plain', told) : t('library.foot', { ...told, version })
}

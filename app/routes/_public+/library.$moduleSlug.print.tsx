import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { useCourseLanguage } from '~/components/catalogue/course-language.ts'
import { SheetActions, SheetFoot, SheetSources } from '~/components/catalogue/library-sheet.tsx'
import { PaperBlocks } from '~/components/catalogue/paper-blocks.tsx'
import { PaperKey } from '~/components/catalogue/paper-key.tsx'
import { pageAnchor } from '~/domain/catalogue/module-page.ts'
import { tasksOf } from '~/domain/catalogue/paper-tasks.ts'
import { citedFacts } from '~/domain/catalogue/told-fact.ts'
import { readModuleText } from '~/domain/catalogue/read-library.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { env } from '~/platform/env.server.ts'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.library' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const text = await readModuleText(params.moduleSlug, await readLanguage(request))
  return { text, address: env().APP_ORIGIN + new URL(request.url).pathname }
}

export default function ModuleTextPage() {
  const { text, address } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const lang = useCourseLanguage()
  const { module, course, pages, facts } = text
  const tasks = tasksOf(pages)
  const told = { courseSlug: course.slug, facts }
  const cited = citedFacts(pages.flatMap(({ content }) => content))
  return (
    <div className="sheet">
      <Page
        title={module.title}
        lead={t('paper.lead', { course: course.title })}
        width="reading"
        breadcrumbs={[
          { label: t('library.title'), to: '/library' },
          { label: module.title, to: `/modules/${module.slug}` },
          { label: t('library.kind.text') },
        ]}
      >
        <SheetActions moduleSlug={module.slug} />
        {lang && <p className="meta">{t('library.swedish')}</p>}
        <Contents />
        {pages.map(({ slug, title, content }) => (
          <section key={slug} id={pageAnchor(slug)} className="outline paper-page" lang={lang}>
            <h2>{title}</h2>
            <PaperBlocks blocks={content} tasks={tasks} told={told} />
          </section>
        ))}
        {tasks.length > 0 && (
          <div className="outline paper-key">
            <Section id="key" title={t('paper.key')} intro={t('paper.key.intro')}>
              <PaperKey tasks={tasks} told={told} />
            </Section>
          </div>
        )}
        <SheetSources facts={cited.flatMap((id) => facts[id] ?? [])} />
        <SheetFoot source={text} address={address} />
      </Page>
    </div>
  )
}

function Contents() {
  const { text } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const lang = useCourseLanguage()
  return (
    <nav aria-label={t('paper.contents')} className="paper-screen">
      <ol className="paper-contents" lang={lang}>
        {text.pages.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`#${pageAnchor(slug)}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { useCourseLanguage } from '~/components/catalogue/course-language.ts'
import { SheetActions, SheetFoot, SheetSources } from '~/components/catalogue/library-sheet.tsx'
import { OutlineBlocks } from '~/components/catalogue/outline-blocks.tsx'
import { citedFacts } from '~/domain/catalogue/told-fact.ts'
import { readLibraryPart } from '~/domain/catalogue/read-library.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { env } from '~/platform/env.server.ts'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.library' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const part = await readLibraryPart(params.moduleSlug, params.part, await readLanguage(request))
  return { part, address: env().APP_ORIGIN + new URL(request.url).pathname }
}

export default function LibraryPartPage() {
  const { part, address } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const lang = useCourseLanguage()
  const { module, course, content, facts } = part
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
        <SheetActions moduleSlug={module.slug} />
        {lang && <p className="meta">{t('library.swedish')}</p>}
        <article className="outline" lang={lang}>
          <OutlineBlocks blocks={content} told={{ courseSlug: course.slug, facts }} />
        </article>
        <SheetSources facts={citedFacts(content).flatMap((id) => facts[id] ?? [])} />
        <SheetFoot source={part} address={address} />
      </Page>
    </div>
  )
}

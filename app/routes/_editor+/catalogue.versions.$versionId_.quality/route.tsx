import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readQuality } from '~/domain/quality/quality.server.ts'
import { mostAttempts, type QualityReport } from '~/domain/quality/quality.ts'
import { fewestAttempts } from '~/domain/quality/question-figures.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { dayOf } from '~/kernel/dates.ts'
import { EmptyState } from '~/ui/card.tsx'
import { Page } from '~/ui/page.tsx'
import { FastResultsTable } from './fast-results-table.tsx'
import { PageTimes } from './page-times.tsx'
import { QualityDefinition } from './quality-definition.tsx'
import { QuestionTable } from './question-table.tsx'
import { StopTable } from './stop-table.tsx'

export const handle = { title: 'quality.title' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  return { report: await readQuality(params.versionId, await readLanguage(request)) }
}

export default function QualityPage() {
  const { report } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const { version, module, items, places, figures } = report
  return (
    <Page
      title={t('quality.title')}
      lead={useLead(report)}
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: module.title, to: `/catalogue/modules/${module.id}` },
        {
          label: t('catalogue.report.heading', { number: version.number }),
          to: `/catalogue/versions/${version.id}`,
        },
        { label: t('quality.title') },
      ]}
    >
      {figures ? (
        <>
          <QuestionTable questions={figures.questions} items={items} versionId={version.id} />
          <PageTimes figures={figures.pages} items={items} places={places} />
          <StopTable
            stops={figures.stops}
            items={items}
            places={places}
            attempts={figures.attempts}
          />
          {module.readingSeconds !== null && (
            <FastResultsTable fast={figures.fast} versionId={version.id} />
          )}
          <QualityDefinition figures={figures} readingSeconds={module.readingSeconds} />
        </>
      ) : (
        <EmptyState title={t('quality.empty')}>
          <p>{t('quality.empty.text', { fewest: fewestAttempts })}</p>
        </EmptyState>
      )}
    </Page>
  )
}

function useLead({ module, version, figures }: QualityReport): string {
  const { t, day } = useI18n()
  const named = t('quality.lead.version', { module: module.title, number: version.number })
  if (!figures) return named
  const { attempts, since } = figures
  const key = attempts < mostAttempts ? 'quality.lead' : 'quality.lead.newest'
  return t(key, { version: named, count: attempts, day: day(dayOf(since)) })
}

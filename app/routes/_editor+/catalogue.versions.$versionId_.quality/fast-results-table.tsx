import type { FastResults, FastWeeks } from '~/domain/quality/fast-results.ts'
import { fewestAttempts } from '~/domain/quality/question-figures.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

/** How many results of a test came faster than its questions can be read, by week. */
export function FastResultsTable({
  fast,
  versionId,
}: {
  fast: FastResults | null
  versionId: string
}) {
  const { t } = useI18n()
  const columns = useColumns()
  const sum = useSum(fast)
  const file = `/catalogue/versions/${versionId}/quality/results.csv`
  return (
    <Section
      id="fast"
      title={t('quality.fast')}
      intro={sum}
      actions={
        fast && (
          <ButtonLink to={file} reloadDocument>
            {t('quality.fast.download')}
          </ButtonLink>
        )
      }
    >
      {fast && (
        <DataTable
          caption={t('quality.fast.caption')}
          columns={columns}
          rows={fast.weeks}
          rowKey={({ from }) => from}
          narrow="stack"
        />
      )}
    </Section>
  )
}

function useSum(fast: FastResults | null): string {
  const { t, share } = useI18n()
  if (!fast) return t('quality.fast.few', { fewest: fewestAttempts })
  const { results: count, fast: many } = fast
  if (many === 0) return t('quality.fast.none', { count })
  return t('quality.fast.total', { count, fast: many, share: share(many / count) })
}

function useColumns(): Column<FastWeeks>[] {
  const { t, day, number, share } = useI18n()
  return [
    {
      id: 'weeks',
      head: t('quality.fast.weeks'),
      cell: ({ from, to }) => t('quality.fast.span', { from: day(from), to: day(to) }),
    },
    {
      id: 'results',
      head: t('quality.fast.results'),
      numeric: true,
      cell: ({ results }) => number(results),
    },
    {
      id: 'fast',
      head: t('quality.fast.fast'),
      numeric: true,
      cell: ({ fast }) => number(fast),
    },
    {
      id: 'share',
      head: t('quality.fast.share'),
      numeric: true,
      cell: ({ results, fast }) => share(fast / results),
    },
  ]
}

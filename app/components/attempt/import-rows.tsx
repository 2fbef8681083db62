import type { ImportView } from '~/domain/attempt/completion-import-view.server.ts'
import type { GivenRow, ShownRow } from '~/domain/attempt/completion-import.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { isDay } from '~/kernel/dates.ts'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'

/** The first rows that the file adds completions by, while it waits to be applied. */
export function FreshRows({ fresh, import: found }: ImportView) {
  const { t, day, number } = useI18n()
  if (fresh.length === 0) return null
  return (
    <Section id="new" title={t('earlier.fresh')}>
      <DataTable
        caption={t('earlier.shown', { shown: number(fresh.length), count: found.new })}
        narrow="stack"
        columns={[
          {
            id: 'row',
            head: t('earlier.column.row'),
            cell: ({ rowNumber }) => String(rowNumber),
          },
          {
            id: 'person',
            head: t('earlier.column.person'),
            cell: ({ given, name }) => (
              <>
                {name && (
                  <>
                    {`${name.familyName}, ${name.givenName}`}
                    <br />
                  </>
                )}
                <span className={name ? 'meta' : undefined}>{whoIn(given)}</span>
              </>
            ),
          },
          { id: 'module', head: t('earlier.head.module'), cell: ({ given }) => given?.module },
          {
            id: 'day',
            head: t('earlier.head.day'),
            cell: ({ given }) => (isDay(given?.day) ? day(given.day) : given?.day),
          },
          {
            id: 'evidence',
            head: t('earlier.head.evidence'),
            cell: ({ given }) => given?.evidence,
          },
          {
            id: 'adds',
            head: t('earlier.column.adds'),
            unit: t('earlier.unit.completions'),
            numeric: true,
            cell: ({ completions }) => number(completions),
          },
        ]}
        rows={fresh}
        rowKey={({ rowNumber }) => String(rowNumber)}
      />
    </Section>
  )
}

/** The first completions that the import has added. */
export function AddedRows({ added, import: found }: ImportView) {
  const { t, day, language, number } = useI18n()
  if (added.length === 0) return null
  return (
    <Section id="added" title={t('earlier.added')}>
      <DataTable
        caption={t('earlier.added.shown', {
          shown: number(added.length),
          count: found.completions,
        })}
        narrow="stack"
        columns={[
          {
            id: 'person',
            head: t('earlier.column.person'),
            cell: ({ givenName, familyName }) => `${familyName}, ${givenName}`,
          },
          {
            id: 'module',
            head: t('earlier.head.module'),
            cell: ({ titleSv, titleEn }) => (language === 'en' ? titleEn : titleSv),
          },
          {
            id: 'day',
            head: t('earlier.head.day'),
            cell: ({ completedOn }) => day(completedOn),
          },
          {
            id: 'evidence',
            head: t('earlier.head.evidence'),
            cell: ({ evidence }) => evidence,
          },
        ]}
        rows={added}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}

/** Why rows give nothing: how often each reason, then the first of them, and all of them as a file. */
export function RefusedRows({ organisation, import: found, reasons, refused }: ImportView) {
  const { t, number } = useI18n()
  if (refused.length === 0) return null
  const givenColumns: Column<ShownRow>[] = [
    { id: 'person', head: t('earlier.column.person'), cell: ({ given }) => whoIn(given) },
    { id: 'module', head: t('earlier.head.module'), cell: ({ given }) => given?.module },
    { id: 'day', head: t('earlier.head.day'), cell: ({ given }) => given?.day },
  ]
  const address = `/organisations/${organisation.id}/completions/${found.id}/refused.csv`
  return (
    <Section
      id="refused"
      title={t('earlier.refused')}
      intro={
        <p>
          {found.status === 'checked' ? t('earlier.refused.intro') : t('earlier.refused.after')}{' '}
          <a href={address} download>
            {t('earlier.refused.download')}
          </a>
        </p>
      }
    >
      <DataTable
        caption={t('earlier.reasons.caption')}
        columns={[
          {
            id: 'reason',
            head: t('earlier.column.reason'),
            cell: ({ reason }) => t(`earlier.reason.${reason}`),
          },
          {
            id: 'count',
            head: t('earlier.column.count'),
            unit: t('earlier.unit.rows'),
            numeric: true,
            cell: ({ count }) => number(count),
          },
        ]}
        rows={reasons}
        rowKey={({ reason }) => reason}
      />
      <DataTable
        caption={t('earlier.shown', { shown: number(refused.length), count: found.refused })}
        narrow="stack"
        columns={[
          {
            id: 'row',
            head: t('earlier.column.row'),
            cell: ({ rowNumber }) => String(rowNumber),
          },
          {
            id: 'reason',
            head: t('earlier.column.reason'),
            cell: ({ reason }) => reason && t(`earlier.reason.${reason}`),
          },
          ...(refused.some(({ given }) => given) ? givenColumns : []),
        ]}
        rows={refused}
        rowKey={({ rowNumber }) => String(rowNumber)}
      />
    </Section>
  )
}

/** How the file names a person. */
const whoIn = (given: GivenRow | null) =>
  given ? [given.email, given.employerNumber].filter(Boolean).join(' · ') : '–'

import type { HistoryLine } from '~/domain/organisation/register.server.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { DataTable } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'

interface UnitHistoryProps {
  history: HistoryLine[]
  today: Day
  /** Of the organisation whose page it is: others are named. */
  organisationId: string
}

/** What has been done to an organisation's units, planned changes too. */
export function UnitHistory({ history, today, organisationId }: UnitHistoryProps) {
  const i18n = useI18n()
  const { t, day } = i18n
  return (
    <DataTable
      caption={t('units.history.caption')}
      narrow="stack"
      columns={[
        {
          id: 'what',
          head: t('units.history.what'),
          cell: (line) => (
            <>
              {sentenceOf(i18n, line, organisationId)}{' '}
              {line.onDay > today && <Tag tone="info">{t('units.planned')}</Tag>}
            </>
          ),
        },
        { id: 'day', head: t('units.history.day'), cell: ({ onDay }) => day(onDay) },
        {
          id: 'told',
          head: t('units.history.told'),
          cell: ({ recordedOn }) => day(recordedOn),
        },
      ]}
      rows={history}
      rowKey={({ id }) => id}
      empty={<p className="meta">{t('units.history.none')}</p>}
    />
  )
}

/** What a line of the history says. */
export function sentenceOf(
  { t }: I18n,
  line: Omit<HistoryLine, 'id'>,
  organisationId: string,
): string {
  const { kind, name, otherName } = line
  const said =
    kind === 'opened' && otherName
      ? t('unit-change.opened-below', { name, other: otherName })
      : t(`unit-change.${kind}`, { name, other: otherName ?? '' })
  const isCrossing =
    line.otherOrganisationId !== null && line.otherOrganisationId !== line.organisationId
  if (!isCrossing) return said
  const where =
    line.organisationId === organisationId
      ? t('unit-change.to', { organisation: line.otherOrganisationName ?? '' })
      : t('unit-change.from', { organisation: line.organisationName })
  return `${said} (${where})`
}

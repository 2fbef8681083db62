import type { ParticipationView } from '~/domain/activity/attendance.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { Section } from '~/ui/page.tsx'
import { SplitTable } from './split-table.tsx'

interface ParticipationFiguresProps {
  participation: ParticipationView
  asOf: Day
}

/** Who was there: how many, how they were written down, and by group, sex and county. Never a name. */
export function ParticipationFigures({ participation, asOf }: ParticipationFiguresProps) {
  const { t, number, day } = useI18n()
  const { total, persons, isExact, ways, groups, parts, counties, rows } = participation
  const names = new Map(rows.map(({ countyCode, countyName }) => [countyCode, countyName]))
  const countyName = (code: string | null) => names.get(code) ?? t('participation.no-county')
  const shown = number(persons)
  const people = isExact
    ? t('participation.persons', { count: persons, shown })
    : t('participation.persons.least', { shown })
  const whole = { ...participation, professionGroup: null }
  return (
    <Section id="participation" title={t('participation.title')}>
      <p>
        <strong className="figure-value">
          {t('participation.sentence', { count: total, shown: number(total) })}
        </strong>
        {' · '}
        {people}
        {' · '}
        {day(asOf)}
      </p>
      {total > 0 && (
        <>
          <p>
            {t('participation.ways', {
              registered: ways.registered,
              checkedIn: ways['check-in'],
              counted: ways.counted,
            })}
          </p>
          {!isExact && <p className="meta">{t('participation.persons.why')}</p>}
          <SplitTable
            caption={t('participation.groups.caption', { day: day(asOf) })}
            rows={[...groups, whole]}
            heads={[
              {
                id: 'group',
                head: t('participation.column.group'),
                cell: ({ professionGroup }) =>
                  professionGroup ? t(`profession.${professionGroup}`) : t('participation.total'),
              },
            ]}
            rowKey={({ professionGroup }) => professionGroup ?? 'all'}
          />
          {counties.length > 1 && (
            <SplitTable
              caption={t('participation.parts.caption', { day: day(asOf) })}
              rows={parts}
              heads={[
                {
                  id: 'county',
                  head: t('participation.column.county'),
                  cell: ({ countyCode }) => countyName(countyCode),
                },
                {
                  id: 'group',
                  head: t('participation.column.group'),
                  cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
                },
              ]}
              rowKey={({ countyCode, professionGroup }) => `${countyCode} ${professionGroup}`}
            />
          )}
        </>
      )}
    </Section>
  )
}

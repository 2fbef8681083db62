import type { Correction } from '~/domain/activity/attendance.server.ts'
import type { CountedSex } from '~/domain/activity/attendance.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

interface Told {
  people: number
  group: ProfessionGroup
  sex: CountedSex
  place: string | null
}

/** The trail of corrections: what was, what is, who and when. */
export function Corrections({ corrections }: { corrections: Correction[] }) {
  const { t, moment } = useI18n()
  const say = ({ people, group, sex, place }: Told) =>
    [
      String(people),
      t(`profession.${group}`),
      t(`participation.column.${sex === 'K' ? 'women' : sex === 'M' ? 'men' : 'unstated'}`),
      place ?? t('participants.counts.unknown'),
    ].join(' · ')
  return (
    <Section id="corrections" title={t('participants.corrections.title')}>
      <DataTable
        caption={t('participants.corrections.caption')}
        narrow="stack"
        columns={[
          {
            id: 'was',
            head: t('participants.corrections.was'),
            cell: ({ wasPeople: people, wasGroup: group, wasSex: sex, wasPlace: place }) =>
              say({ people, group, sex, place }),
          },
          {
            id: 'is',
            head: t('participants.corrections.is'),
            cell: ({ isPeople: people, isGroup: group, wasSex: sex, isPlace: place }) =>
              people === null || group === null
                ? t('participants.corrections.removed')
                : say({ people, group, sex, place }),
          },
          {
            id: 'by',
            head: t('participants.corrections.by'),
            cell: ({ by }) => by ?? t('participants.corrections.self'),
          },
          {
            id: 'at',
            head: t('participants.corrections.at'),
            cell: ({ at }) => moment(at),
          },
        ]}
        rows={corrections}
        rowKey={({ id }) => id}
        empty={<p className="meta">{t('participants.corrections.empty')}</p>}
      />
    </Section>
  )
}

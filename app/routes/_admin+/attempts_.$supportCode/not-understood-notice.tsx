import type { NotUnderstoodTold } from '~/domain/attempt/not-understood.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'

/** What came from the learner's browser and could not be saved: what it was, when, and what to do. */
export function NotUnderstoodNotice({ told }: { told: NotUnderstoodTold[] }) {
  const { t, moment } = useI18n()
  const when = ({ times, from, to }: NotUnderstoodTold) =>
    times === 1
      ? t('story.not-understood.once', { moment: moment(from) })
      : t('story.not-understood.between', { from: moment(from), to: moment(to) })
  return (
    <Notice tone="warn" title={t('story.not-understood')}>
      <ul>
        {told.map((one) => (
          <li key={one.what}>
            {t(`story.not-understood.${one.what}`)} {when(one)}
          </li>
        ))}
      </ul>
      <p>{t('story.not-understood.text')}</p>
    </Notice>
  )
}

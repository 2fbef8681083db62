import type { ActivityStatus } from '~/domain/activity/activity.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Tag } from '~/ui/tag.tsx'

const tones = { planned: 'info', held: 'ok', cancelled: 'warn' } as const

/** Whether an activity is planned, held or cancelled, in a sign and a word. */
export function ActivityTag({ status }: { status: ActivityStatus }) {
  const { t } = useI18n()
  return <Tag tone={tones[status]}>{t(`activity.status.${status}`)}</Tag>
}

import type { VersionStatus } from '~/domain/catalogue/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

const tones: Record<VersionStatus, Tone> = { draft: 'warn', published: 'ok', withdrawn: 'info' }

/** Where a version stands, in a word. */
export function VersionStatusTag({ status }: { status: VersionStatus }) {
  const { t } = useI18n()
  return <Tag tone={tones[status]}>{t(`catalogue.status.${status}`)}</Tag>
}

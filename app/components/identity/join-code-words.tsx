import type { JoinCodeView, JoinState } from '~/domain/identity/join-code.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

const tones: Record<JoinState, Tone> = {
  open: 'ok',
  full: 'warn',
  expired: 'info',
  revoked: 'info',
}

/** Whether a code takes people today. */
export function JoinStateTag({ state }: { state: JoinState }) {
  const { t } = useI18n()
  return <Tag tone={tones[state]}>{t(`join-code.state.${state}`)}</Tag>
}

/** How many have joined, of how many: "3 av 25". */
export function joinedText({ t, number }: I18n, { joined, mostPeople }: JoinCodeView): string {
  return t('join-code.joined', { joined: number(joined), most: number(mostPeople) })
}

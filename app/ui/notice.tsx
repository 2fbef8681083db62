import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Icon } from './icon.tsx'
import { signOf, type Tone } from './tag.tsx'

interface NoticeProps {
  tone: Tone
  /** What it is about; the tone's own word ("Obs") stands here when left out. */
  title?: string
  children?: ReactNode
  /** Level of the title where the notice opens a part of the page; plain text otherwise. */
  heading?: 2 | 3
}

/** Something to know before going on: what happened, and what to do now. */
export function Notice({ tone, title, heading, children }: NoticeProps) {
  const { t } = useI18n()
  const words = {
    ok: t('ui.tone.ok'),
    warn: t('ui.tone.warn'),
    bad: t('ui.tone.bad'),
    info: t('ui.tone.info'),
  }
  const Title = heading ? (`h${heading}` as const) : 'p'
  return (
    <div className={`notice tone-${tone}`}>
      <Icon name={signOf[tone]} />
      <div className="notice-text">
        <Title className="notice-title">{title ?? words[tone]}</Title>
        {children}
      </div>
    </div>
  )
}

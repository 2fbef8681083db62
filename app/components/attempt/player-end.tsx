import { useEffect, useRef, type ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'

interface PlayerEndProps {
  over: 'taken-over' | 'refused' | 'finished'
  isCompleted: boolean
  /** What comes after the item that has ended, where there is more. */
  next: { identifier: string; title: string } | null
  onOpenNext: (item: string) => void
  onOpenAgain: () => void
}

/** What stands in the content's place when it has ended, or may not go on here. */
export function PlayerEnd(props: PlayerEndProps) {
  const { t } = useI18n()
  if (props.over === 'finished') return <Finished {...props} />
  const [title, text, again] =
    props.over === 'taken-over'
      ? [t('player.taken-over'), t('player.taken-over.text'), t('player.taken-over.here')]
      : [t('player.refused'), t('player.refused.text'), t('player.refused.again')]
  return (
    <Panel title={title} text={text}>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {again}
      </Button>
      <HomeLink />
    </Panel>
  )
}

function Finished({ isCompleted, next, onOpenNext, onOpenAgain }: PlayerEndProps) {
  const { t } = useI18n()
  const [title, text] = isCompleted
    ? [t('player.finished.module'), t('player.finished.module.text')]
    : next
      ? [t('player.finished.part'), t('player.finished.part.text')]
      : [t('player.finished.early'), t('player.finished.early.text')]
  return (
    <Panel title={title} text={text}>
      {next && !isCompleted && (
        <Button variant="primary" onClick={() => onOpenNext(next.identifier)}>
          {t('player.finished.next', { title: next.title })}
        </Button>
      )}
      <HomeLink primary={isCompleted} />
      <Button onClick={onOpenAgain}>{t('player.finished.again')}</Button>
    </Panel>
  )
}

function HomeLink({ primary = false }: { primary?: boolean }) {
  const { t } = useI18n()
  return (
    <a href="/home" className={`button button-${primary ? 'primary' : 'secondary'}`}>
      {t('player.finished.home')}
    </a>
  )
}

function Panel({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The content had the focus and is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="player-end">
      <div className="player-end-text">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>{text}</p>
        <div className="actions">{children}</div>
      </div>
    </div>
  )
}

import { useRef } from 'react'
import type { AttemptProgress, PlayerItem } from '~/kernel/player-protocol.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Icon } from '~/ui/icon.tsx'
import { isListed, isPart } from './player-parts.ts'

interface PlayerContentsProps {
  items: PlayerItem[]
  progress: AttemptProgress | null
  current: string | null
  onOpen: (item: string) => void
}

/** The parts of a module with several, and how far the learner has come in each. */
export function PlayerContents({ items, progress, current, onOpen }: PlayerContentsProps) {
  const { t } = useI18n()
  const fold = useRef<HTMLDetailsElement>(null)
  const parts = items.filter(isPart)
  if (parts.length < 2) return null
  const done = parts.filter((part) => standingOf(part, progress).completion === 'completed').length
  const open = (item: string) => {
    fold.current?.removeAttribute('open')
    onOpen(item)
  }
  return (
    <details ref={fold} className="player-contents">
      <summary>
        {t('player.contents')}{' '}
        <span className="player-contents-progress">
          {t('player.contents.progress', { done, total: parts.length })}
        </span>
        <Icon name="down" />
      </summary>
      <nav aria-label={t('player.contents')} className="player-contents-list">
        <ul>
          {items.filter(isListed).map((item) => (
            <li key={item.identifier} className={`player-depth-${Math.min(item.depth, 3)}`}>
              {item.launchUrl === null ? (
                <span className="player-heading">{item.title}</span>
              ) : (
                <button
                  type="button"
                  aria-current={item.identifier === current ? 'true' : undefined}
                  onClick={() => open(item.identifier)}
                >
                  <span>{item.title}</span> <ItemState {...standingOf(item, progress)} />
                </button>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}

type Standing = Pick<PlayerItem, 'completion' | 'success'>

/** The latest word on an item: what the server has answered since, else what the page came with. */
function standingOf(item: PlayerItem, progress: AttemptProgress | null): Standing {
  return progress?.items[item.identifier] ?? item
}

function ItemState({ completion, success }: Standing) {
  const { t } = useI18n()
  const word =
    success === 'failed'
      ? t('player.item.failed')
      : completion === 'completed'
        ? t('player.item.done')
        : completion === 'incomplete'
          ? t('player.item.begun')
          : t('player.item.new')
  return <span className="player-item-state">{word}</span>
}

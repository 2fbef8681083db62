import { Link } from '@remix-run/react'
import { useRef, type KeyboardEvent } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { coverageShown, coverageSteps, type Coverage } from './coverage-class.ts'
import { coverageText } from './figure.tsx'
import { neighbourOf, tiles, type Direction, type Tile } from './tile-map-layout.ts'

/** What the map says of one county. */
export interface TileFigure {
  /** The county's official code, "21". */
  code: string
  name: string
  to: string
  coverage: Coverage
}

interface TileMapProps {
  /** What the map shows, for those who do not see it. */
  label: string
  figures: TileFigure[]
  /** The code of the county that the page is about. */
  selected?: string
}

const directions: Partial<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/**
 * The counties as squares, each a link with its figure in words. A list of links without a stylesheet,
 * in reading order; with JavaScript the arrow keys go from neighbour to neighbour.
 */
export function TileMap({ label, figures, selected }: TileMapProps) {
  const list = useRef<HTMLUListElement>(null)
  const figureOf = new Map(figures.map((figure) => [figure.code, figure]))
  const go = (event: KeyboardEvent, code: string) => {
    const direction = directions[event.key]
    const next = direction && neighbourOf(code, direction)
    const link = next && list.current?.querySelector<HTMLElement>(`[data-code="${next.code}"]`)
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    link.focus()
  }
  return (
    <div className="tile-map">
      <ul ref={list} aria-label={label} className="tiles">
        {tiles.map((tile) => {
          const figure = figureOf.get(tile.code)
          if (!figure) return null
          return (
            <li key={tile.code} data-column={tile.column} data-row={tile.row}>
              <TileLink
                tile={tile}
                figure={figure}
                current={tile.code === selected}
                onKeyDown={(event) => go(event, tile.code)}
              />
            </li>
          )
        })}
      </ul>
      <TileLegend />
    </div>
  )
}

interface TileLinkProps {
  tile: Tile
  figure: TileFigure
  current: boolean
  onKeyDown: (event: KeyboardEvent) => void
}

function TileLink({ tile, figure, current, onKeyDown }: TileLinkProps) {
  const i18n = useI18n()
  const shown = coverageShown(figure.coverage)
  const whole = coverageText(i18n, figure.coverage)
  return (
    <Link
      to={figure.to}
      className={`tile ${swatchOf(shown.kind === 'share' ? shown.step : shown.kind)}`}
      data-code={tile.code}
      aria-label={`${figure.name}, ${whole}`}
      aria-current={current || undefined}
      onKeyDown={onKeyDown}
    >
      <span className="tile-letter">{tile.letter}</span>
      <span className="tile-name">{figure.name}</span>
      <span className="tile-value">{shown.kind === 'share' ? i18n.share(shown.share) : whole}</span>
    </Link>
  )
}

function TileLegend() {
  const { t } = useI18n()
  return (
    <div className="legend">
      <p className="legend-title">{t('ui.map.scale')}</p>
      <ul>
        {coverageSteps.map(({ step, from, to }) => (
          <li key={step}>
            <span className={`swatch ${swatchOf(step)}`} />
            {t('ui.map.step', { from, to })}
          </li>
        ))}
        <li>
          <span className={`swatch ${swatchOf('unknown')}`} />
          {t('ui.figure.unknown')}
        </li>
        <li>
          <span className={`swatch ${swatchOf('hidden')}`} />
          {t('ui.figure.hidden')}
        </li>
      </ul>
    </div>
  )
}

const swatchOf = (what: number | string) => `coverage-${what}`

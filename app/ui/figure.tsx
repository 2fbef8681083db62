import type { ReactNode } from 'react'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { coverageShown, type Coverage } from './coverage-class.ts'

/** A figure in words, the same everywhere: "38 av 52 (73 %)", "okänt", "dolt". */
export function coverageText({ t, number, share }: I18n, coverage: Coverage): string {
  const shown = coverageShown(coverage)
  if (shown.kind === 'unknown') return t('ui.figure.unknown')
  if (shown.kind === 'hidden') return t('ui.figure.hidden')
  if (shown.kind === 'nobody') return t('ui.figure.nobody')
  return t('ui.figure.of', {
    held: number(coverage.held),
    required: number(coverage.required ?? 0),
    share: share(shown.share),
  })
}

interface CoverageFigureProps {
  coverage: Coverage
  /** The day the figure speaks of. */
  asOf: Day
  /** Where the number who should comes from: "egen uppgift". */
  source: string
  /** What part of it needs a word of its own: "varav 12 importerade". */
  beside?: string
  /** What the reader can do about an unknown figure; a plain sentence when left out. */
  remedy?: ReactNode
}

/** A figure with its denominator, day and source: "38 av 52 (73 %) · 21 nov. 2026 · egen uppgift". */
export function CoverageFigure({ coverage, asOf, source, beside, remedy }: CoverageFigureProps) {
  const i18n = useI18n()
  const { t, day } = i18n
  const shown = coverageShown(coverage)
  const unknown = shown.kind === 'unknown'
  return (
    <div className="figure">
      <p className="figure-line">
        <strong className="figure-value">{coverageText(i18n, coverage)}</strong>
        <span className="figure-origin">
          {unknown && (
            <>
              {' · '}
              {t('ui.figure.unknown.held', { count: coverage.held })}
            </>
          )}
          {beside && ` · ${beside}`}
          {' · '}
          {day(asOf)}
          {!unknown && ` · ${source}`}
        </span>
      </p>
      <CoverageBar coverage={coverage} />
      {unknown && <div className="figure-note">{remedy ?? t('ui.figure.unknown.remedy')}</div>}
      {shown.kind === 'hidden' && <p className="figure-note">{t('ui.figure.hidden.why')}</p>}
    </div>
  )
}

/** The same figure as a bar. Always beside the words, so hidden from screen readers. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const shown = coverageShown(coverage)
  return (
    <svg className={`bar bar-${shown.kind}`} aria-hidden="true" focusable="false">
      {shown.kind === 'share' && (
        <rect className="bar-held" width={`${Math.min(100, shown.percent)}%`} height="100%" />
      )}
    </svg>
  )
}

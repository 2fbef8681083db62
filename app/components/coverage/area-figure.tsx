import type { ReactNode } from 'react'
import type { TotalFigure } from '~/domain/coverage/coverage.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { CoverageFigure } from '~/ui/figure.tsx'
import { caveatsOf, importedText, shownCoverage, sourceText } from './figure-columns.tsx'

interface AreaFigureProps {
  figure: TotalFigure
  asOf: Day
  /** What the reader can do where the figure is unknown. */
  remedy?: ReactNode
}

/** An area's total with its denominator, day and source, what it leaves out, and the way to the page's Definition. */
export function AreaFigure({ figure, asOf, remedy }: AreaFigureProps) {
  const i18n = useI18n()
  const caveats = caveatsOf(i18n, figure)
  if (figure.unknownGroups > 0) {
    caveats.push(i18n.t('coverage.caveat.unknown-groups', { count: figure.unknownGroups }))
  }
  return (
    <div>
      <CoverageFigure
        coverage={shownCoverage(figure)}
        asOf={asOf}
        source={sourceText(i18n, figure)}
        beside={importedText(i18n, figure)}
        remedy={remedy}
      />
      {caveats.length > 0 && <p className="meta">{caveats.join(' · ')}</p>}
      <p>
        <a href="#definition">{i18n.t('definition.title')}</a>
      </p>
    </div>
  )
}

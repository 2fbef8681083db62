import { gapOf, statusOf, type Figure } from '~/domain/coverage/coverage.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import type { Coverage as ShownCoverage } from '~/ui/coverage-class.ts'
import { CoverageBar, coverageText } from '~/ui/figure.tsx'
import type { Column } from '~/ui/table.tsx'

/** A figure as the kit draws it; where the share is unknown, everybody who is done is told. */
export function shownCoverage(figure: Figure): ShownCoverage {
  const { held, heldUncounted, required } = figure
  return { held: required === null ? held + heldUncounted : held, required }
}

/**
 * What of a figure rests on imports alone, or is left out of it for that: "varav 12 importerade".
 * Undefined where there is nothing to say.
 */
export function importedText({ t }: I18n, figure: Figure): string | undefined {
  const { required, heldImported, uncountedImported, heldImportedUncounted } = figure
  const counted = required === null ? heldImported + uncountedImported : heldImported
  if (counted > 0) return t('coverage.imported', { count: counted })
  if (heldImportedUncounted === 0) return undefined
  return t('coverage.imported.left-out', { count: heldImportedUncounted })
}

/** Where the declared number comes from, in words. */
export function sourceText({ t }: I18n, figure: Figure): string {
  return figure.source === null ? t('figure.source.none') : t(`figure.source.${figure.source}`)
}

/** The columns that every table of coverage has: the figure with its denominator, the gap, the source and what is left out. */
export function useFigureColumns<Row>(figureOf: (row: Row) => Figure): Column<Row>[] {
  const i18n = useI18n()
  const { t, number } = i18n
  return [
    {
      id: 'coverage',
      head: t('coverage.column.coverage'),
      unit: t('coverage.unit.employments'),
      cell: (row) => <FigureCell figure={figureOf(row)} />,
    },
    {
      id: 'gap',
      head: t('coverage.column.gap'),
      unit: t('coverage.unit.employments'),
      numeric: true,
      cell: (row) => {
        const gap = gapOf(figureOf(row))
        return gap === null ? t('ui.figure.unknown') : number(gap)
      },
    },
    {
      id: 'source',
      head: t('coverage.column.source'),
      cell: (row) => sourceText(i18n, figureOf(row)),
    },
    {
      id: 'caveat',
      head: t('coverage.column.caveat'),
      cell: (row) => caveatsOf(i18n, figureOf(row)).join(' · ') || t('coverage.caveat.none'),
    },
  ]
}

/** "38 av 52 (73 %)" over its bar; for an unknown one, how many are done all the same. */
function FigureCell({ figure }: { figure: Figure }) {
  const i18n = useI18n()
  const coverage = shownCoverage(figure)
  const imported = importedText(i18n, figure)
  return (
    <div className="figure">
      <p>
        {coverageText(i18n, coverage)}
        {coverage.required === null && coverage.held > 0 && (
          <> · {i18n.t('ui.figure.unknown.held', { count: coverage.held })}</>
        )}
        {statusOf(figure) === 'partly' && <> · {i18n.t('coverage.partly')}</>}
        {imported && <> · {imported}</>}
      </p>
      <CoverageBar coverage={coverage} />
    </div>
  )
}

/** What a reader has to know before using the figure. */
export function caveatsOf({ t, day }: I18n, figure: Figure): string[] {
  const { held, required, heldUncounted, unknownUnits, oldestHeadcount } = figure
  const caveats: string[] = []
  if (required !== null && held > required) caveats.push(t('coverage.caveat.exceeds'))
  if (unknownUnits > 0) caveats.push(t('coverage.caveat.unknown-units', { count: unknownUnits }))
  if (heldUncounted > 0) caveats.push(t('coverage.caveat.uncounted', { count: heldUncounted }))
  if (oldestHeadcount) caveats.push(t('coverage.caveat.headcount', { day: day(oldestHeadcount) }))
  return caveats
}

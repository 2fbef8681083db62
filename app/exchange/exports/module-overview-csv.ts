import { isSomething, shareOf, type Figure } from '~/domain/coverage/coverage.ts'
import type { ModuleOverview } from '~/domain/coverage/module-overview.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvFile, decimal, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'organisation',
  'enhet',
  'slag',
  'titel',
  'bindning',
  'yrkesgrupp',
  'innehar',
  'behover',
  'tackning',
  'utanfor_tackningen',
  'okanda_enheter',
  'per',
  'kalla',
  'uttagsdatum',
] as const

/**
 * The table of all modules as CSV for Swedish Excel (see csv.ts): a line for each of its cells, and one for each
 * row's sum. `behover` and `tackning` are empty where the number of employments is unknown.
 */
export function moduleOverviewCsv(view: ModuleOverview): string {
  const { organisation, path, groups, rows, asOf } = view
  const { t } = i18nOf('sv')
  const records = rows.flatMap(({ kind, titleSv, isMandatory, coverage }) => {
    const thing = [
      organisation.name,
      path.at(-1)?.name ?? null,
      t(`overview.kind.${kind}`),
      titleSv,
      t(isMandatory ? 'overview.mandatory' : 'assignment.recommended'),
    ]
    const record = (group: string, figure: Figure): CsvCell[] => [
      ...thing,
      group,
      ...figuresOf(figure),
      asOf,
      figure.source ? t(`figure.source.${figure.source}`) : null,
      today(),
    ]
    const shown = coverage.groups.filter(
      (figure) => groups.includes(figure.professionGroup) && isSomething(figure),
    )
    return [
      ...shown.map((figure) => record(t(`profession.${figure.professionGroup}`), figure)),
      record(t('overview.all-groups'), coverage.total),
    ]
  })
  return csvFile(columns, records)
}

function figuresOf(figure: Figure): CsvCell[] {
  const { held, required, heldUncounted, unknownUnits } = figure
  const share = shareOf(figure)
  const percent = decimal(share === null ? null : share * 100, 1)
  return [held, required, percent, heldUncounted, unknownUnits]
}

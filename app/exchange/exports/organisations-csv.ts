import { shareOf, type Figure } from '~/domain/coverage/coverage.ts'
import type { exportOrganisations } from '~/domain/coverage/organisation-coverage.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvStream, decimal, type CsvCell } from './csv.ts'

type Exported = Awaited<ReturnType<typeof exportOrganisations>>
type Row = Exported['parts'] extends AsyncGenerator<(infer Each)[]> ? Each : never

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'organisation',
  'typ',
  'lanskod',
  'kommunkod',
  'kommun',
  'modul',
  'innehar',
  'behover',
  'tackning',
  'okanda_enheter',
  'per',
  'kalla',
  'uttagsdatum',
] as const

/**
 * The list of organisations with their figures as CSV for Swedish Excel (see csv.ts), written while it is
 * read. `behover` and `tackning` are empty where the number of employments is unknown.
 */
export function organisationsCsv({ module, asOf, parts }: Exported): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  const takenOn = today()
  const recordOf = (row: Row): CsvCell[] => [
    row.name,
    t(`organisation.kind.${row.kind}`),
    row.countyCode,
    row.municipalityCode,
    row.municipalityName,
    module?.titleSv ?? null,
    ...figuresOf(row.total),
    asOf,
    row.total.source ? t(`figure.source.${row.total.source}`) : null,
    takenOn,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}

function figuresOf(total: Figure): CsvCell[] {
  const share = shareOf(total)
  const percent = decimal(share === null ? null : share * 100, 1)
  return [total.held, total.required, percent, total.unknownUnits]
}

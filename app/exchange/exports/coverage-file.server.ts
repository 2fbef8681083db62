import type { CoverageDataset } from '~/domain/followup/coverage-dataset.ts'
import type { Language } from '~/i18n/format.ts'
import { coverageCsv } from './coverage-csv.ts'
import { coverageJsonStat } from './coverage-json-stat.ts'
import { coverageXlsx } from './coverage-xlsx.server.ts'

/** The formats that figures leave in. */
export const coverageFormats = ['csv', 'json-stat', 'xlsx'] as const
export type CoverageFormat = (typeof coverageFormats)[number]

/** Whether a text from outside names a format. */
export function isCoverageFormat(text: string): text is CoverageFormat {
  return coverageFormats.some((format) => format === text)
}

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const kinds = {
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  'json-stat': { extension: 'json', mediaType: 'application/json; charset=utf-8' },
  xlsx: { extension: 'xlsx', mediaType: excelType },
} as const satisfies Record<CoverageFormat, { extension: string; mediaType: string }>

/** The bytes of a file. @param language of the labels; CSV is in Swedish whatever it says */
export async function coverageFile(
  dataset: CoverageDataset,
  format: CoverageFormat,
  language: Language,
): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return Buffer.from(coverageCsv(dataset))
    case 'json-stat':
      return Buffer.from(JSON.stringify(coverageJsonStat(dataset, language)))
    case 'xlsx':
      return coverageXlsx(dataset, language)
  }
}

/** "tackning-<module>-2026-11-21.csv"; "alla" for every module, and a county's code where it is one county's. */
export function coverageFileName(
  { modules, places, asOf }: CoverageDataset,
  format: CoverageFormat,
): string {
  const module = modules.length === 1 ? modules[0]!.slug : 'alla'
  const [first] = places
  const county = first?.kind === 'county' ? `-${first.code}` : ''
  return `tackning-${module}${county}-${asOf}.${kinds[format].extension}`
}

/** The file as a download. */
export async function coverageDownload(
  dataset: CoverageDataset,
  format: CoverageFormat,
  language: Language,
): Promise<Response> {
  const bytes = await coverageFile(dataset, format, language)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': kinds[format].mediaType,
      'Content-Disposition': `attachment; filename="${coverageFileName(dataset, format)}"`,
    },
  })
}

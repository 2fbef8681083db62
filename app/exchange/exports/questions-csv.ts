import { stringify } from 'csv-stringify/sync'
import type { QualityReport, ReportedQuestion } from '~/domain/quality/quality.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'del',
  'fraga',
  'text',
  'typ',
  'status',
  'forsok',
  'svar',
  'bedomda',
  'ratt_procent',
  'medelpoang',
  'sarskiljning',
  'mediantid_s',
  'ratt_svar',
  'vanligaste_fel_svar',
] as const

/**
 * The questions of a version as CSV for Swedish Excel: UTF-8 with a BOM, semicolons, CRLF, a decimal
 * comma. A question that too few have answered says so in `status` and has no figures. What a spreadsheet
 * would run as a formula gets a leading apostrophe (OWASP, CSV injection); a negative number does not.
 */
export function questionsCsv({ items, figures }: QualityReport): string {
  const titles = new Map(items.map(({ identifier, title }) => [identifier, title]))
  const records = (figures?.questions ?? []).map((question) => [
    asText(titles.get(question.item) ?? question.item),
    asText(question.interactionId),
    asText(question.description ?? ''),
    asText(question.kind ?? ''),
    ...figuresOf(question),
    asText(question.correctResponses.join(' | ')),
    asText(wrongAnswersOf(question)),
  ])
  return stringify([columns, ...records], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  })
}

function figuresOf({ figures }: ReportedQuestion): string[] {
  const { t } = i18nOf('sv')
  if (!figures) return [t('quality.few'), '', '', '', '', '', '', '']
  const { attempts, answers, judged, shareRight } = figures
  return [
    t('quality.told'),
    String(attempts),
    String(answers),
    judged === null ? '' : String(judged),
    decimal(shareRight === null ? null : shareRight * 100, 1),
    decimal(figures.meanScore, 2),
    decimal(figures.discrimination, 2),
    decimal(figures.medianLatencySeconds, 1),
  ]
}

function wrongAnswersOf({ figures }: ReportedQuestion): string {
  const answers = figures?.wrongAnswers ?? []
  return answers.map(({ response, attempts }) => `${response} (${attempts})`).join(' | ')
}

const decimal = (value: number | null, decimals: number) =>
  value === null ? '' : value.toFixed(decimals).replace('.', ',')

const asText = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

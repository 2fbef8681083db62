import type { QualityReport, ReportedQuestion } from '~/domain/quality/quality.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { csvFile, decimal, type CsvCell } from './csv.ts'

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
 * The questions of a version as CSV for Swedish Excel (see csv.ts). A question that too few have answered
 * says so in `status` and has no figures.
 */
export function questionsCsv({ items, figures }: QualityReport): string {
  const titles = new Map(items.map(({ identifier, title }) => [identifier, title]))
  const records = (figures?.questions ?? []).map((question) => [
    titles.get(question.item) ?? question.item,
    question.interactionId,
    question.description ?? '',
    question.kind ?? '',
    ...figuresOf(question),
    question.correctResponses.join(' | '),
    wrongAnswersOf(question),
  ])
  return csvFile(columns, records)
}

function figuresOf({ figures }: ReportedQuestion): CsvCell[] {
  const { t } = i18nOf('sv')
  if (!figures) return [t('quality.few'), '', '', '', '', '', '', '']
  const { attempts, answers, judged, shareRight } = figures
  return [
    t('quality.told'),
    attempts,
    answers,
    judged,
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

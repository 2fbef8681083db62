import path from 'node:path'
import { measureModule, measurePage, type ModuleMeasures } from '../source/course-measures.ts'
import type { CourseModule } from '../source/course-model.ts'
import { moduleTexts } from '../source/course-text.ts'
import type { Problem } from '../source/problem.ts'
import type { CourseCheck } from './course-check.ts'
import { said } from './report-texts.ts'

/** One course's check as other programs read it (`--json`). */
export interface CourseReport {
  folder: string
  slug: string
  title: string
  problems: Problem[]
  overdue: Problem[]
  toCheck: { id: string; file: string; certainty: string; reason: string }[]
  guessable: string[]
  modules: ModuleReport[]
}

export interface ModuleReport extends ModuleMeasures {
  slug: string
  kind: CourseModule['kind']
  title: string
  /** The pages, and then the easy-read page and the guide where there are any. */
  texts: { slug: string; file: string; kind: string; words: number; minutes: number; lix: number }[]
}

/** @param folder from where the report is read, with "/" between */
export function reportOf(folder: string, check: CourseCheck): CourseReport {
  const { course, problems, overdue, toCheck, guessable } = check
  return {
    folder,
    slug: course.slug,
    title: course.title.sv,
    problems,
    overdue,
    toCheck: toCheck.map(({ id, place, certainty, toCheck: reason }) => {
      return { id, file: place.file, certainty, reason }
    }),
    guessable: guessable.map(({ id }) => id),
    modules: course.modules.map((module) => ({
      slug: module.slug,
      kind: module.kind,
      title: module.title.sv,
      ...measureModule(module, course),
      texts: moduleTexts(module).flatMap(({ kind, page }) =>
        page ? { slug: page.slug, file: page.place.file, kind, ...measurePage(page, course) } : [],
      ),
    })),
  }
}

/** The report as a writer reads it: what to mend first, then what is good to know. */
export function reportLines(report: CourseReport): string[] {
  const { folder, title, problems, overdue, toCheck, modules } = report
  const at = (file: string) => path.posix.join(folder, file)
  const told = ({ file, line, code, message }: Problem) =>
    `${at(file)}:${line}  ${message} [${code}]`
  return [
    said('course', { title: title || report.slug, folder }),
    ...section('modules', modules.length, [
      ...modules.flatMap(moduleLines),
      said('total', totals(modules)),
    ]),
    ...guessableLines(report),
    ...section(
      'toCheck',
      toCheck.length,
      toCheck.map(({ file, reason }) => `${at(file)}  ${withoutHeading(reason)}`),
    ),
    ...section('overdue', overdue.length, overdue.map(told)),
    ...(problems.length === 0
      ? ['', said('clean')]
      : section('problems', problems.length, problems.map(told))),
  ]
}

function section(
  name: 'modules' | 'toCheck' | 'overdue' | 'problems',
  count: number,
  lines: string[],
): string[] {
  return count === 0 ? [] : ['', said(name, { count }), ...lines.map((line) => `  ${line}`)]
}

function moduleLines(module: ModuleReport): string[] {
  const { slug, pages, words, questions, texts } = module
  const lix = (value: number) => value.toLocaleString('sv')
  const perPage = texts.map((text) => `${text.slug} ${lix(text.lix)}`).join(', ')
  const values = {
    ...{ slug, pages, words, questions },
    minutes: Math.round(module.minutes),
    lix: lix(module.lix),
    highest: lix(module.highestLix),
  }
  return [
    said('module', values),
    ...(perPage ? [`  ${said('lixOfPages', { pages: perPage })}`] : []),
  ]
}

/** What several modules come to together; minutes are added before they are rounded. */
export function totals(modules: ModuleMeasures[]) {
  const sum = (of: (module: ModuleMeasures) => number) =>
    modules.reduce((total, module) => total + of(module), 0)
  return {
    pages: sum(({ pages }) => pages),
    words: sum(({ words }) => words),
    minutes: Math.round(sum(({ minutes }) => minutes)),
    questions: sum(({ questions }) => questions),
  }
}

function guessableLines({ guessable, modules }: CourseReport): string[] {
  if (guessable.length === 0) return []
  const tests = modules.filter(({ kind }) => kind === 'test')
  const of = tests.reduce((sum, { questions }) => sum + questions, 0)
  return ['', said('guessable', { count: guessable.length, of }), `  ${guessable.join(', ')}`]
}

/** A sheet often begins with what the list is called. */
function withoutHeading(reason: string): string {
  return reason.replace(/^kontrolleras före publicering[.:]\s*/i, '')
}

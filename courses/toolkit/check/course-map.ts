import { measureModule } from '../source/course-measures.ts'
import type { Course, CourseModule, Page, Question } from '../source/course-model.ts'
import { citationsOf, moduleQuestions, splitReference } from '../source/course-text.ts'
import { problem, type Problem } from '../source/problem.ts'
import { totals } from './check-report.ts'
import { reportTexts, said } from './report-texts.ts'

// The map of all courses in courses/README.md: which pages work towards a goal, which questions ask about
// it, and on which facts those stand. Whoever changes a fact or a page sees here what it touches.

export const mapFile = 'courses/README.md'
export const mapBegin = '<!-- karta: börjar -->'
export const mapEnd = '<!-- karta: slutar -->'

/** That the map is another than the courses come to now, where there are courses. */
export function mapProblems(text: string | undefined, courses: Course[]): Problem[] {
  if (courses.length === 0) return []
  const isFresh = text !== undefined && withMap(text, courses) === text
  return isFresh ? [] : [problem({ file: mapFile, line: 1 }, 'map-stale')]
}

/** The text with the courses' map between its marks; undefined where the marks are missing. */
export function withMap(text: string, courses: Course[]): string | undefined {
  const begin = text.indexOf(mapBegin)
  const end = text.indexOf(mapEnd)
  if (begin < 0 || end < begin) return undefined
  const map = courses.flatMap(courseLines).join('\n')
  return `${text.slice(0, begin)}${mapBegin}\n\n${map}\n${text.slice(end)}`
}

function courseLines(course: Course): string[] {
  const modules = course.modules.map((module) => measureModule(module, course))
  const { pages, words, minutes, questions } = totals(modules)
  const number = (value: number) => value.toLocaleString('sv')
  return [
    `### ${course.title.sv}`,
    '',
    said('mapIntro', { version: course.version, months: course.certificate.validityMonths }),
    '',
    ...header(reportTexts.mapColumns),
    ...course.modules.map((module, index) => {
      const measured = modules[index]!
      return row([
        `${module.title.sv} (\`${module.slug}\`)`,
        ...[measured.pages, measured.words, Math.round(measured.minutes)].map(number),
        ...[measured.questions, measured.lix, measured.highestLix].map(number),
      ])
    }),
    row([reportTexts.mapTotal, ...[pages, words, minutes, questions].map(number), '', '']),
    '',
    ...course.modules.flatMap((module) => [
      `#### ${module.title.sv}`,
      '',
      ...(module.bank.length > 0 ? bankLines(module) : goalLines(module, course)),
      '',
    ]),
  ]
}

function goalLines(module: CourseModule, course: Course): string[] {
  const named = module.goals.map(({ id, text }) => ({
    text,
    pages: module.pages.filter(({ goals }) => goals.includes(id)),
  }))
  const loose = module.pages.filter(({ goals }) => goals.length === 0)
  const rows = loose.length > 0 ? [...named, { text: said('noGoal'), pages: loose }] : named
  return [
    ...header(reportTexts.goalColumns),
    ...rows.map(({ text, pages }) => {
      const questions = questionsOn(pages, module, course)
      const blocks = [...pages.flatMap((page) => page.blocks), ...questions]
      const facts = citationsOf(blocks).facts.map(({ reference }) => splitReference(reference).id)
      return row([
        text,
        listed(pages.map(({ slug }) => slug)),
        listed(questions.map(({ id }) => id)),
        listed(facts),
      ])
    }),
  ]
}

/** Questions that stand on some pages of a module or are taught by them, wherever they stand. */
function questionsOn(pages: Page[], module: CourseModule, course: Course): Question[] {
  const names = new Set(pages.map(({ slug }) => `${module.slug}/${slug}`))
  const files = new Set(pages.map(({ place }) => place.file))
  return course.modules
    .flatMap(moduleQuestions)
    .filter(({ teaches, place }) => names.has(teaches) || files.has(place.file))
}

function bankLines({ bank }: CourseModule): string[] {
  const taught = bank.map(({ teaches }) => teaches.split('/')[0] ?? '')
  return [
    ...header(reportTexts.bankColumns),
    ...[...new Set(taught)].map((slug) => {
      const asked = bank.filter(({ teaches }) => teaches.startsWith(`${slug}/`))
      const pages = asked.map(({ teaches }) => teaches.slice(slug.length + 1))
      return row([`\`${slug}\``, listed(pages), listed(asked.map(({ id }) => id))])
    }),
  ]
}

function header(columns: string): string[] {
  const names = columns.split(' | ')
  return [row(names), row(names.map(() => '---'))]
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function listed(ids: string[]): string {
  return [...new Set(ids)].map((id) => `\`${id}\``).join(', ') || reportTexts.none
}

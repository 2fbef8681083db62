import type { Course, CourseModule } from '../source/course-model.ts'
import { isCase, moduleQuestions } from '../source/course-text.ts'
import { problem, type Problem, type ProblemCode } from '../source/problem.ts'
import type { CheckInput } from './check-input.ts'

/** What each lesson and each profession's track holds (issue 5). */
const pagesFrom = 8
const pagesTo = 14
const decisionsFrom = 2
const questionsFrom = 5

/** What a module lacks to be whole, and goals that nothing works towards or asks about. */
export function moduleProblems({ course, broken }: CheckInput): Problem[] {
  const isRead = ({ slug }: CourseModule) =>
    ![...broken].some((file) => file.startsWith(`modules/${slug}/`))
  return course.modules
    .filter(isRead)
    .flatMap((module) => [
      ...(module.kind === 'lesson' || module.kind === 'track' ? lessonGaps(module) : []),
      ...(module.kind === 'test'
        ? testGaps(module, course.modules.filter(isRead))
        : notOfTests(module)),
      ...(module.guide ? [] : [problem(module.place, 'module-guide')]),
      ...goalGaps(module, course),
    ])
}

function lessonGaps(module: CourseModule): Problem[] {
  const blocks = module.pages.flatMap((page) => page.blocks)
  const has = (kind: string) => blocks.some((block) => block.kind === kind)
  const scenes = blocks.filter(isCase).flatMap((story) => story.scenes)
  const decisions = scenes.filter(({ choices }) => choices.length > 0).length
  const questions = moduleQuestions(module).length
  const pages = module.pages.length
  const gaps: [boolean, ProblemCode, number?][] = [
    [module.goals.length === 0, 'lesson-goals'],
    [pages < pagesFrom, 'lesson-few-pages', pages],
    [pages > pagesTo, 'lesson-many-pages', pages],
    [decisions < decisionsFrom, 'lesson-decisions', decisions],
    [questions < questionsFrom, 'lesson-questions', questions],
    [!has('reflection'), 'lesson-reflection'],
    [!has('checklist'), 'lesson-checklist'],
    [module.easyRead === undefined, 'lesson-easy-read'],
  ]
  return gaps.flatMap(([isGap, code, count = 0]) =>
    isGap ? problem(module.place, code, { count }) : [],
  )
}

/** A test draws its questions so that every lesson of the course is covered. */
function testGaps({ draw, bank, place }: CourseModule, modules: CourseModule[]): Problem[] {
  if (!draw) return [problem(place, 'test-without-draw')]
  const taught = new Set(bank.flatMap(({ teaches }) => teaches.split('/')[0] || []))
  const forgotten = modules.filter(({ kind, slug }) => kind === 'lesson' && !taught.has(slug))
  const values = { draw: draw.questions, bank: bank.length, modules: taught.size }
  return [
    ...(bank.length < draw.questions ? [problem(place, 'test-small-bank', values)] : []),
    ...(taught.size > draw.questions ? [problem(place, 'test-small-draw', values)] : []),
    ...forgotten.map(({ slug }) => problem(place, 'test-module-forgotten', { slug })),
  ]
}

function notOfTests({ bank, draw, place }: CourseModule): Problem[] {
  return bank.length > 0 || draw ? [problem(place, 'not-a-test')] : []
}

function goalGaps(module: CourseModule, course: Course): Problem[] {
  if (module.kind === 'test') return []
  const tested = new Set([
    ...module.pages
      .filter(({ blocks }) => blocks.some(({ kind }) => kind === 'question'))
      .flatMap(({ goals }) => goals),
    ...taughtGoals(module, course),
  ])
  const worked = new Set(module.pages.flatMap(({ goals }) => goals))
  return module.goals.flatMap(({ id, place }) => [
    ...(worked.has(id) ? [] : [problem(place, 'goal-without-page', { id })]),
    ...(worked.has(id) && !tested.has(id) ? [problem(place, 'goal-without-question', { id })] : []),
  ])
}

/** Goals of the module's pages that any question of the course says it is learnt on. */
function taughtGoals({ slug, pages }: CourseModule, { modules }: Course): string[] {
  const teaches = new Set(modules.flatMap(moduleQuestions).map((question) => question.teaches))
  return pages.filter((page) => teaches.has(`${slug}/${page.slug}`)).flatMap(({ goals }) => goals)
}

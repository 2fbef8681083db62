import { element, sign } from './dom.ts'
import type { ModuleDocument } from './module-document.ts'
import type { TestHandedIn } from './module-state.ts'
import { resultOf, type ModuleResult } from './outcome.ts'
import { answerText, type Question } from './question.ts'
import { say } from './speech.ts'
import type { TextKey, Values } from './texts.ts'

/** What is said before the test begins; how it works, its writers have said on the pages before it, if there are any. */
export function introductionOf(module: ModuleDocument): HTMLElement[] {
  if (module.pages.length === 0) return rulesOfTest(module)
  const count = say(element('span', {}), 'test.ready.count', { count: module.drawn })
  const alone = say(element('span', {}), 'test.rule.alone')
  return [element('p', {}, count, ' ', alone)]
}

function rulesOfTest({ drawn, questions, shape }: ModuleDocument): HTMLElement[] {
  const percent = shape.passPercent
  const needed = Math.ceil((drawn * percent) / 100)
  const rules: [TextKey, Values?][] = [
    ['test.rule.count', { count: drawn, bank: questions.length }],
    ['test.rule.pass', { needed, percent }],
    ['test.rule.again'],
    ['test.rule.pause'],
    ['test.rule.alone'],
  ]
  const lines = rules.map(([rule, values]) => say(element('li', {}), rule, values))
  return [element('ul', {}, ...lines)]
}

/** How it went: in all, module by module, and what to read again. */
export function resultOfTest(
  module: ModuleDocument,
  handedIn: TestHandedIn,
  hasPassed: boolean,
): HTMLElement[] {
  const { shape, questions } = module
  const { isPassed, right, of, percent, modules, wrong } = resultOf(shape, handedIn)
  const result = element('p', { class: isPassed ? 'done' : 'not-done' })
  const word = say(element('strong', {}), isPassed ? 'test.passed' : 'test.failed')
  result.append(sign(isPassed ? 'right' : 'partly'), word)
  const values = { right, of, percent: Math.floor(percent), pass: shape.passPercent }
  const missed = questions.filter(({ id }) => wrong.includes(id))
  return [
    result,
    say(element('p', {}), 'test.result', values),
    ...(hasPassed && !isPassed ? [say(element('p', {}), 'test.kept')] : []),
    tableOf(modules, questions),
    ...(missed.length > 0
      ? [say(element('h3', {}), 'test.read-again'), missedList(missed, handedIn)]
      : [say(element('p', {}), 'test.nothing-wrong')]),
  ]
}

function tableOf(modules: readonly ModuleResult[], questions: readonly Question[]): HTMLElement {
  const rows = modules.map(({ module, right, of }) => {
    const title = questions.find((question) => question.module === module)?.taughtIn.module
    const share = say(element('span', {}), 'test.of', { right, of })
    const cell = element('td', {}, share, ' ', right === of && sign('right'))
    return element('tr', {}, element('th', { scope: 'row' }, title || module), cell)
  })
  const heads = (['test.module', 'test.right'] as const).map((key) =>
    say(element('th', { scope: 'col' }), key),
  )
  return element(
    'table',
    { class: 'results' },
    say(element('caption', {}), 'test.by-module'),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  )
}

function missedList(missed: readonly Question[], { answers }: TestHandedIn): HTMLElement {
  const items = missed.map((question) => {
    const answer = answerText(question, answers[question.id] ?? '')
    const { module, page } = question.taughtIn
    const where = page ? `${module}, ”${page}”` : module
    return element(
      'li',
      {},
      element('strong', {}, question.text),
      say(element('p', {}), 'test.you-said', { answer }),
      where ? say(element('p', {}), 'test.read-at', { where }) : null,
    )
  })
  return element('ul', { class: 'missed' }, ...items)
}

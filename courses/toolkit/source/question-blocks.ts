import {
  partsOf,
  placeIn,
  plainContent,
  tellText,
  titleOf,
  type BlockMaking,
} from './block-making.ts'
import { questionTypes, type Answer, type Question, type QuestionType } from './course-model.ts'
import { attributeOf, bodyOf, hasAttribute } from './directive-check.ts'
import { isDirective, type Directive } from './page-markdown.ts'
import { problem } from './problem.ts'

/** The parts that a type of question is made of. */
const partOf: Record<QuestionType, 'answer' | 'step' | 'pair'> = {
  single: 'answer',
  multiple: 'answer',
  order: 'step',
  match: 'pair',
}

/** A question from its directive. Tells of parts that do not fit its type, and of what has no right answer. */
export function questionOf(node: Directive, making: BlockMaking): Question {
  const type = typeOf(node)
  const question: Question = {
    kind: 'question',
    id: attributeOf(node, 'id'),
    type: type ?? 'single',
    text: titleOf(node),
    answers: partsOf(node, 'answer').map((answer) => answerOf(answer, making)),
    steps: partsOf(node, 'step').map((step) => titleOf(bare(step, making))),
    pairs: partsOf(node, 'pair').map((pair) => ({
      left: titleOf(bare(pair, making)),
      right: attributeOf(pair, 'with'),
    })),
    feedback: partsOf(node, 'feedback').flatMap((part) => plainContent(bodyOf(part))),
    teaches: teaches(node, making),
    place: placeIn(making, node),
  }
  tellText(bodyOf(node), 'question-text', making)
  if (type) {
    tellForeignParts(node, type, making)
    tellRightAnswers(question, making)
  }
  return question
}

function typeOf(node: Directive): QuestionType | undefined {
  const type = attributeOf(node, 'type')
  return questionTypes.find((known) => known === type)
}

function answerOf(node: Directive, making: BlockMaking): Answer {
  return {
    text: titleOf(node),
    right: hasAttribute(node, 'right'),
    feedback: plainContent(bodyOf(node)),
    place: placeIn(making, node),
  }
}

/** Steps and pairs are what they say; nobody would see a body. */
function bare(node: Directive, making: BlockMaking): Directive {
  tellText(bodyOf(node), 'part-text', making, { name: node.name })
  return node
}

function teaches(node: Directive, { here, module }: BlockMaking): string {
  const said = attributeOf(node, 'teaches')
  if (said === '' || said.includes('/')) return said || here
  return `${module}/${said}`
}

function tellForeignParts(node: Directive, type: QuestionType, making: BlockMaking): void {
  const wanted = partOf[type]
  for (const part of bodyOf(node)) {
    if (!isDirective(part) || part.name === wanted || part.name === 'feedback') continue
    // Directives that belong in no question at all have been told as misplaced.
    if (!Object.values(partOf).includes(part.name as 'answer')) continue
    const values = { type, part: part.name, wanted }
    making.tell(problem(placeIn(making, part), 'question-part', values))
  }
}

function tellRightAnswers(question: Question, { tell }: BlockMaking): void {
  const { place, type } = question
  const part = partOf[type]
  const parts = { answer: question.answers, step: question.steps, pair: question.pairs }[part]
  if (parts.length < 2) tell(problem(place, 'question-short', { part }))
  const right = question.answers.filter((answer) => answer.right).length
  if (type === 'single' && right !== 1) tell(problem(place, 'question-one-right', { count: right }))
  if (type === 'multiple' && right === 0) tell(problem(place, 'question-no-right'))
  const ends = question.pairs.map((pair) => pair.right)
  if (new Set(ends).size < ends.length) tell(problem(place, 'question-same-pair'))
}

import type { AnswerField } from './answer-field.ts'
import { chanceOf, seedOf, shuffled, type Chance } from './chance.ts'
import { ChoiceField, type Option } from './choice-field.ts'
import { all, element } from './dom.ts'
import { MatchField, type Right } from './match-field.ts'
import { OrderField, type Step } from './order-field.ts'
import { questionTypes, type QuestionKey } from './response.ts'
import { say } from './speech.ts'

/** A question as the builder wrote it into the document (builder/question-html.ts). */
export interface Question extends QuestionKey {
  /** Its place in the document. */
  source: HTMLElement
  /** As it is read. */
  text: string
  /** The module that teaches it, and where in words. */
  module: string
  taughtIn: { module: string; page: string }
}

export function questionOf(source: HTMLElement): Question {
  const { question: id = '', type, right = '', teaches = '' } = source.dataset
  const { module = '', pageTitle: page = '' } = source.dataset
  return {
    source,
    id,
    type: questionTypes.find((known) => known === type) ?? 'single',
    right,
    text: source.querySelector('.asked')?.textContent?.trim() ?? '',
    module: teaches.split('/')[0] ?? '',
    taughtIn: { module, page },
  }
}

/** What the learner answers a question with. */
export interface QuestionForm {
  fieldset: HTMLFieldSetElement
  field: AnswerField
}

/**
 * Makes the form of a question from its source, which is left as it is.
 * @param seed decides the order in which answers are offered
 */
export function formOf(question: Question, seed: number): QuestionForm {
  const field = fieldOf(question, chanceOf(seed ^ seedOf(question.id)))
  const asked = element('span', { class: 'asked' }, ...copyOf(question.source, '.asked'))
  const kind = say(element('span', { class: 'kind' }), `question.${question.type}`)
  const legend = element('legend', {}, asked, kind)
  return { fieldset: element('fieldset', {}, legend, field.element), field }
}

function fieldOf(question: Question, chance: Chance): AnswerField {
  const { source, id, type, right } = question
  if (type === 'order') return new OrderField(stepsOf(source, right, chance), right)
  if (type === 'match') return matchOf(question, chance)
  return new ChoiceField(id, type === 'single', shuffled(optionsOf(source), chance))
}

/** The answers of a question in the writer's order. */
export function optionsOf(source: HTMLElement): Option[] {
  return all(source, '.answers > li').map((item) => ({
    key: item.dataset.key ?? '',
    isRight: 'right' in item.dataset,
    text: copyOf(item, '.answer'),
  }))
}

/** Never in the right order to begin with: that would be an answer given by doing nothing. */
function stepsOf(source: HTMLElement, right: string, chance: Chance): Step[] {
  const steps = all(source, '.steps > li').map((item) => ({
    key: item.dataset.key ?? '',
    text: copyOf(item, '.answer'),
  }))
  const mixed = shuffled(steps, chance)
  const isRight = mixed.map(({ key }) => key).join('') === right
  return isRight ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}

function matchOf({ source, id, right }: Question, chance: Chance): MatchField {
  const rows = all(source, '.pairs > li')
  const rights = new Map<string, Right>()
  for (const [index, row] of rows.entries()) {
    const key = right[index] ?? ''
    rights.set(key, { key, text: row.querySelector('.pair-right')?.textContent ?? '' })
  }
  const lefts = rows.map((row) => ({ text: copyOf(row, '.pair-left') }))
  return new MatchField(id, lefts, shuffled([...rights.values()], chance), right)
}

/** What a part of a question says, to be shown a second time. */
export function copyOf(source: ParentNode, selector: string): Node[] {
  const part = source.querySelector(selector)
  return part ? [...part.cloneNode(true).childNodes] : []
}

/** What an answer says, in one line. */
export function answerText({ source, type }: Question, response: string): string {
  const partsOf = (selector: string) => all(source, selector).map((part) => part.textContent.trim())
  if (type === 'match') {
    const rights = partsOf('.pair-right')
    return partsOf('.pair-left')
      .map((left, index) => `${left} – ${rights[keyIndex(response[index])] ?? ''}`)
      .join('; ')
  }
  const answers = partsOf(type === 'order' ? '.steps .answer' : '.answers .answer')
  const chosen = [...response].map((key) => answers[keyIndex(key)] ?? '')
  return chosen.join(type === 'order' ? ' → ' : '; ')
}

const keyIndex = (key: string | undefined) => (key ?? 'a').charCodeAt(0) - 97

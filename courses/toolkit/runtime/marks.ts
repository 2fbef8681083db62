import { all, element, sign } from './dom.ts'
import { say } from './speech.ts'

/** Says at a part of an answer whether it is right: by a sign, a word and a colour. */
export function mark(row: Element, isRight: boolean): void {
  row.classList.add(isRight ? 'is-right' : 'is-wrong')
  const word = element('span', { class: 'mark-word' })
  say(word, isRight ? 'question.right' : 'question.wrong')
  row.append(element('span', { class: 'mark' }, sign(isRight ? 'right' : 'wrong'), word))
}

export function unmark(field: Element): void {
  for (const made of all(field, '.mark')) made.remove()
  for (const row of all(field, '.is-right, .is-wrong')) {
    row.classList.remove('is-right', 'is-wrong')
  }
}

import { all, element, sign } from './dom.ts'
import { say } from './speech.ts'

const root = document.documentElement

/** Prints one part of the document and nothing else. */
export function printOnly(part: HTMLElement): void {
  // A copy beside all else: the part itself may stand on a page that is not on the screen.
  const copy = element('div', { class: 'printed' }, part.cloneNode(true))
  document.body.append(copy)
  root.classList.add('print-part')
  print(() => {
    copy.remove()
    root.classList.remove('print-part')
  })
}

/** Prints every page of the module, one after the other: to be read, so with its answers, branches and sources. */
export function printAll(): void {
  const closed = all(document, 'main details:not([open])')
  for (const details of closed) details.setAttribute('open', '')
  root.classList.add('print-all')
  print(() => {
    root.classList.remove('print-all')
    for (const details of closed) details.removeAttribute('open')
  })
}

export function printPage(): void {
  print(() => undefined)
}

function print(after: () => void): void {
  window.addEventListener('afterprint', after, { once: true })
  window.print()
}

/** Each checklist can be taken away by itself. */
export function serveChecklists(): void {
  for (const list of all(document, '.checklist')) list.append(checklistButton(list))
}

function checklistButton(list: HTMLElement): HTMLElement {
  const button = element('button', { type: 'button', class: 'unprinted' }, sign('print'))
  button.append(say(element('span', {}), 'print.checklist'))
  button.addEventListener('click', () => printOnly(list))
  return element('p', { class: 'actions' }, button)
}

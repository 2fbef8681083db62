import { all, element } from './dom.ts'
import { say } from './speech.ts'

/**
 * Words that the glossary explains become buttons, which open the explanation where they stand. Without
 * script they are links to the glossary.
 */
export function serveTerms(openGlossary: (term: string) => void): void {
  for (const link of all(document, 'a.term')) link.replaceWith(buttonOf(link))
  // Copies of content have their buttons, too, so one listener hears them all.
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button.term') : null
    if (button) toggle(button, openGlossary)
  })
}

function buttonOf(link: HTMLElement): HTMLButtonElement {
  const term = link.dataset.term ?? ''
  const attributes = { type: 'button', class: 'term', 'data-term': term, 'aria-expanded': 'false' }
  return element('button', attributes, ...link.childNodes)
}

function toggle(button: HTMLElement, openGlossary: (term: string) => void): void {
  const isOpen = button.getAttribute('aria-expanded') === 'true'
  button.setAttribute('aria-expanded', String(!isOpen))
  if (isOpen) return button.nextElementSibling?.remove()
  const term = button.dataset.term ?? ''
  const text = document.getElementById(`term-${term}`)?.querySelector('dd')?.textContent ?? ''
  const more = say(element('button', { type: 'button', class: 'link' }), 'glossary')
  more.addEventListener('click', () => openGlossary(term))
  // A span, since it stands within a paragraph.
  button.after(element('span', { class: 'explanation', role: 'note' }, text, ' ', more))
}

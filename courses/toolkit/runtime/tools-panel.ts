import { element, sign, type Sign } from './dom.ts'
import { textSizes, type TextSize } from './module-state.ts'
import { printAll, printPage } from './printing.ts'
import type { ReadAloud } from './read-aloud.ts'
import type { Session } from './session.ts'
import { say, speakLanguage, spokenLanguage } from './speech.ts'
import type { Language, TextKey } from './texts.ts'

interface ToolsPorts {
  session: Session
  voice: ReadAloud
  /** What is on the screen. */
  page: () => HTMLElement
  close: () => void
}

/** Reading aloud, size of text, print, language. */
export function toolsPanel({ session, voice, page, close }: ToolsPorts): HTMLElement {
  const listening = element('div', { class: 'tool' })
  const drawListening = () => listening.replaceChildren(listenButton(voice, page, close))
  voice.changed = drawListening
  drawListening()
  const press = (title: TextKey, action: () => void) =>
    toolButton(title, 'print', () => {
      close()
      action()
    })
  return element(
    'div',
    {},
    listening,
    radios('text-size', textSizes, session.state.textSize, (textSize) => {
      showTextSize(textSize)
      session.change({ textSize })
    }),
    element(
      'div',
      { class: 'tool' },
      press('print.page', printPage),
      press('print.module', printAll),
    ),
    radios<Language>('language', ['sv', 'en'], spokenLanguage(), (language) => {
      speakLanguage(language)
      session.change({ language })
    }),
  )
}

/** In steps, by the style sheet. */
export function showTextSize(size: TextSize): void {
  document.documentElement.dataset.textSize = String(size)
}

function listenButton(voice: ReadAloud, page: () => HTMLElement, close: () => void): HTMLElement {
  if (voice.isReading) return toolButton('listen.stop', 'listen', () => voice.stop())
  if (!voice.isPossible) return say(element('p', { class: 'muted' }), 'listen.none')
  return toolButton('listen', 'listen', () => {
    close()
    voice.start(page())
  })
}

function toolButton(title: TextKey, drawing: Sign, action: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button' }, sign(drawing))
  button.append(say(element('span', {}), title))
  button.addEventListener('click', action)
  return button
}

function radios<Value extends string | number>(
  group: 'text-size' | 'language',
  values: readonly Value[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const rows = values.map((value) => {
    const input = element('input', { type: 'radio', name: group, value: String(value) })
    input.checked = value === chosen
    input.addEventListener('change', () => choose(value))
    const words = say(element('span', {}), `${group}.${value}` as TextKey)
    return element('label', { class: 'check' }, input, words)
  })
  const legend = say(element('legend', {}), group)
  return element('fieldset', { class: 'tool' }, legend, ...rows)
}

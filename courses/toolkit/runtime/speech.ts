import { all } from './dom.ts'
import { filled, texts, type Language, type TextKey, type Values } from './texts.ts'

// Every element that says a text of the interface carries the text's key, the builder's too, so that all of
// them can be said in the other language.

let spoken: Language = 'sv'

export const spokenLanguage = (): Language => spoken

export function phrase(key: TextKey, values?: Values): string {
  return filled(texts[spoken][key], values)
}

/** Makes an element say a text. @returns the element */
export function say<Element extends HTMLElement>(
  speaker: Element,
  key: TextKey,
  values?: Values,
): Element {
  speaker.dataset.t = key
  if (values) speaker.dataset.v = JSON.stringify(values)
  else delete speaker.dataset.v
  speak(speaker)
  return speaker
}

/** A name that screen readers say. */
export function name<Element extends HTMLElement>(
  speaker: Element,
  key: TextKey,
  values?: Values,
): Element {
  speaker.dataset.tName = key
  if (values) speaker.dataset.v = JSON.stringify(values)
  speak(speaker)
  return speaker
}

export function speakLanguage(language: Language): void {
  spoken = language
  all(document, '[data-t], [data-t-name]').forEach(speak)
}

function speak(speaker: HTMLElement): void {
  const { t, tName, v } = speaker.dataset
  const values = v === undefined ? undefined : (JSON.parse(v) as Values)
  if (t) speaker.textContent = phrase(t as TextKey, values)
  if (tName) speaker.setAttribute('aria-label', phrase(tName as TextKey, values))
  // The content around it is Swedish whatever the interface speaks.
  if (spoken === 'sv') speaker.removeAttribute('lang')
  else if (t) speaker.lang = spoken
}

import { zipOf } from '../../courses/toolkit/builder/package-zip.ts'
import { manifest12, manifest2004 } from './manifest-xml.ts'

export type Edition = '1.2' | '2004'

/** What a call of the content's was given and answered. */
export interface Said {
  call: 'set' | 'commit' | 'finish'
  element?: string
  value?: string
  answer: string
}

/** What the package's page offers to the test, as window.steered. */
export interface Steered {
  initialize: () => string
  get: (element: string) => string
  set: (element: string, value: string) => string
  commit: () => string
  finish: () => string
  /** What it does as it goes: these elements, then its end if that is wanted. */
  onLeave: { elements: [string, string][]; finish: boolean } | null
}

/** Where the page writes down what it was answered as it went, on its own host. */
export const lastWordsKey = 'steered.last-words'

/**
 * A package that does nothing of its own accord but begin: the test sets, commits and ends through it.
 * @param heading what tells one version from another
 */
export async function steeredPackage(edition: Edition, heading = 'Styrd sida'): Promise<Buffer> {
  const manifest = edition === '1.2' ? manifest12() : manifest2004('2004 4th Edition')
  return zipOf([
    { path: 'imsmanifest.xml', content: manifest },
    { path: 'index.html', content: pageWith(heading) },
    { path: 'steered.js', content: `(${steeredScript.toString()})('${lastWordsKey}')` },
  ])
}

const pageWith = (heading: string) =>
  `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Styrd</title>
<script src="steered.js"></script><h1>${heading}</h1></html>`

/** Runs in the browser; nothing from outside it is at hand there. */
function steeredScript(key: string): void {
  type Call = (...words: string[]) => string
  const calls = (view: Window, name: string) =>
    (view as unknown as Record<string, Record<string, Call> | undefined>)[name]
  let view: Window = window
  while (!calls(view, 'API') && !calls(view, 'API_1484_11') && view.parent !== view) {
    view = view.parent
  }
  const newer = calls(view, 'API_1484_11')
  const api = newer ?? calls(view, 'API')!
  const name = (plain: string) => (newer ? plain.replace('Finish', 'Terminate') : `LMS${plain}`)
  const steered: Steered = {
    initialize: () => api[name('Initialize')]!(''),
    get: (element) => api[name('GetValue')]!(element),
    set: (element, value) => api[name('SetValue')]!(element, value),
    commit: () => api[name('Commit')]!(''),
    finish: () => api[name('Finish')]!(''),
    onLeave: null,
  }
  window.addEventListener('pagehide', () => {
    const plan = steered.onLeave
    if (!plan) return
    steered.onLeave = null
    const said: Said[] = plan.elements.map(([element, value]) => ({
      call: 'set',
      element,
      value,
      answer: steered.set(element, value),
    }))
    if (plan.finish) said.push({ call: 'finish', answer: steered.finish() })
    // Short, so that it finds room beside whatever else is kept here.
    for (const word of said) word.value = word.value?.slice(0, 60)
    localStorage.setItem(key, JSON.stringify(said))
  })
  Object.assign(window, { steered })
  steered.initialize()
}

import { Bar } from './bar.ts'
import { serveBlocks } from './blocks.ts'
import { ClosingPage } from './closing-page.ts'
import { ContentsPanel } from './contents-panel.ts'
import { refreshFacts } from './facts.ts'
import { serveTerms } from './glossary.ts'
import { findLearningSystem } from './learning-system.ts'
import { readDocument } from './module-document.ts'
import { Pager, type Place } from './pager.ts'
import { serveChecklists } from './printing.ts'
import { serveQuickExit } from './quick-exit.ts'
import { ReadAloud } from './read-aloud.ts'
import { ReflectionNotes } from './reflection-view.ts'
import { heedAsking, isInSamsyn, samsynLanguage, tellOpenApp } from './samsyn.ts'
import { Session } from './session.ts'
import { speakLanguage } from './speech.ts'
import { StoragePage } from './storage-page.ts'
import { TestView } from './test-view.ts'
import { showTextSize, toolsPanel } from './tools-panel.ts'
import { openModeNote, resumedNote, Whereabouts } from './whereabouts.ts'

// Turns the document that the builder wrote, which can be read as it stands, into pages that are gone through.

const module = readDocument()
const system = findLearningSystem(window, module.edition)
const session = new Session(module.shape, module.slug, system)
const notes = new ReflectionNotes(session.notes)
const voice = new ReadAloud()
const main = document.querySelector('main')!
const root = document.documentElement

const { language, textSize } = session.state
const around = samsynLanguage(window) ?? system?.language ?? ''
speakLanguage(language ?? (/^en\b/i.test(around) ? 'en' : 'sv'))
showTextSize(textSize)
root.classList.toggle('in-samsyn', isInSamsyn(window))

const questions = serveBlocks(module, session, notes)
const storagePage = new StoragePage(session, notes)
const pager = new Pager([...pages(), end(), ...appendices()])
const whereabouts = new Whereabouts(module, session)
const contents = new ContentsPanel(pager, open)
const exit = document.querySelector<HTMLAnchorElement>('a.exit')!
const bar = new Bar(exit)
/** What is said above the page that a visit begins with. */
const greetings: HTMLElement[] = []

function ungreet(): void {
  for (const greeting of greetings.splice(0)) greeting.remove()
}

function open(name: string): void {
  bar.close(false)
  pager.show(name)
}

function pages(): Place[] {
  return module.pages.map(({ slug, section }) => ({
    name: slug,
    section,
    kind: 'page',
    invites: 'next',
    shown: () => questions.get(slug)?.forEach((question) => question.shown()),
  }))
}

/** Where the pages lead: to the test, or to what is left to do. */
function end(): Place {
  const isTest = module.shape.kind === 'test'
  const view = isTest ? testView() : new ClosingPage({ module, session, open })
  main.append(view.element)
  return {
    name: isTest ? '+test' : '+end',
    section: view.element,
    kind: 'end',
    title: isTest ? 'test' : 'closing',
    invites: isTest ? 'to-test' : 'to-closing',
    shown: () => view.draw(),
  }
}

function testView(): TestView {
  const test = new TestView(module, session)
  test.moved = (question) => {
    if (question !== undefined) ungreet()
    pager.rest(question !== undefined)
    whereabouts.draw(pager.current, question)
  }
  return test
}

function appendices(): Place[] {
  main.append(storagePage.element)
  const storage = { name: 'storage', section: storagePage.element }
  return [...module.appendices, storage].map(({ name, section }) => ({
    name: `+${name}`,
    section,
    kind: 'appendix',
    invites: 'next',
    shown: () => {
      if (section === storagePage.element) storagePage.draw()
    },
  }))
}

function moved({ name, kind }: Place, byHand: boolean): void {
  voice.stop()
  if (byHand) ungreet()
  if (kind !== 'appendix') {
    const { seen } = session.state
    const isNew = kind === 'page' && !seen.includes(name)
    session.change({ at: name, seen: isNew ? [...seen, name] : seen })
  }
  whereabouts.draw(pager.current)
  root.classList.toggle('on-test', name === '+test')
  if (byHand) bar.close(false)
}

function furnish(): void {
  document.body.prepend(bar.element)
  bar.add('contents', 'list', contents.element)
  const page = () => pager.current.section
  const close = () => bar.close(true)
  bar.add('tools', 'tools', toolsPanel({ session, voice, page, close }))
  document.querySelector('header')!.append(whereabouts.element)
  main.append(pager.element)
  const { at } = session.state
  const first = module.pages[0]?.slug ?? ''
  if (at && at !== first) greetings.push(resumedNote(() => open(first)))
  if (!system) greetings.push(openModeNote(session))
  main.prepend(...greetings)
  contents.draw(session.state.seen)
  session.changed = () => {
    contents.draw(session.state.seen)
    tellOutcome()
  }
}

/** Without a learning system Samsyn's page around the module may want to know. */
function tellOutcome(): void {
  if (system) return
  const { isKept } = session.progress
  tellOpenApp(window, { samsyn: 'open-outcome', isKept, ...session.outcome })
}

/** What the learner takes along is forgotten here; reflections stay, since they go nowhere. */
function forgetProgress(): void {
  session.progress.clear()
  tellOpenApp(window, { samsyn: 'open-forgotten' })
}

function listen(): void {
  serveQuickExit({ link: exit, clear: () => session.clear() })
  serveTerms((term) => {
    open('+glossary')
    document.getElementById(`term-${term}`)?.scrollIntoView()
  })
  serveChecklists()
  heedAsking(window, {
    'open-outcome?': tellOutcome,
    'open-progress?': () =>
      tellOpenApp(window, { samsyn: 'open-progress', text: session.progress.text }),
    'open-forget': forgetProgress,
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') session.pause()
  })
  window.addEventListener('pagehide', () => session.end())
  // A page that the browser kept has ended its session: it needs a new one.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload()
  })
}

listen()
furnish()
pager.moved = moved
const { at } = session.state
pager.show(at, false)
root.classList.add('ready')
void refreshFacts()

import type { QuestionType } from './response.ts'

/** What a learner has done to a question of a lesson. */
export interface Answered {
  /** Whether the first answer was right: that is what counts. */
  first: boolean
  /** The latest answer. */
  latest: string
}

/** An attempt at a test that has not been handed in. */
export interface TestUnderWay {
  /** Gives the draw and the order of answers. */
  seed: number
  /** The ids of its questions, in their order. */
  drawn: string[]
  answers: Record<string, string>
  /** How long each question has been looked at. Seconds. */
  seconds: Record<string, number>
}

/** A test that was handed in. */
export type TestHandedIn = Pick<TestUnderWay, 'seed' | 'drawn' | 'answers'>

export const textSizes = [0, 1, 2] as const
export type TextSize = (typeof textSizes)[number]

/** All that a module remembers of one learner between visits, reflections aside. */
export interface ModuleState {
  /** Where the learner is: a page's slug, "" before the first page. */
  at: string
  /** Slugs of the pages that have been shown. */
  seen: string[]
  /** By question id. */
  answers: Record<string, Answered>
  /** By case id: the choices made so far, a key each. */
  paths: Record<string, string>
  textSize: TextSize
  language: 'sv' | 'en' | undefined
  test: TestUnderWay | undefined
  handedIn: TestHandedIn | undefined
  /** The per cent with which the test has been passed, once it has been. */
  passed: number | undefined
}

export const freshState: ModuleState = {
  at: '',
  seen: [],
  answers: {},
  paths: {},
  textSize: 0,
  language: undefined,
  test: undefined,
  handedIn: undefined,
  passed: undefined,
}

/** What it takes to judge how far a learner has come. */
export interface ModuleShape {
  kind: 'lesson' | 'test'
  /** Slugs of the pages. */
  pages: readonly string[]
  questions: readonly { id: string; type: QuestionType; right: string; module: string }[]
  /** Per cent that passes; of a test. */
  passPercent: number
}

// Short names and no spaces: suspend data of SCORM 1.2 holds 4,096 characters (RTE 3.4.4).
interface Packed {
  v: 1
  a?: string
  p?: string[]
  q?: Record<string, string>
  c?: Record<string, string>
  z?: number
  l?: string
  t?: { s: number; d: string[]; a: Record<string, string>; w: Record<string, number> }
  h?: { s: number; d: string[]; a: Record<string, string> }
  g?: number
}

/** The state as text for suspend data. */
export function packed(state: ModuleState): string {
  const { at, seen, answers, paths, textSize, language, test, handedIn, passed } = state
  const packedAnswers = Object.entries(answers).map(
    ([id, { first, latest }]) => [id, `${first ? 1 : 0}${latest}`] as const,
  )
  const pack: Packed = {
    v: 1,
    a: at || undefined,
    p: seen.length > 0 ? seen : undefined,
    q: packedAnswers.length > 0 ? Object.fromEntries(packedAnswers) : undefined,
    c: Object.keys(paths).length > 0 ? paths : undefined,
    z: textSize || undefined,
    l: language,
    t: test && { s: test.seed, d: test.drawn, a: test.answers, w: test.seconds },
    h: handedIn && { s: handedIn.seed, d: handedIn.drawn, a: handedIn.answers },
    g: passed,
  }
  return JSON.stringify(pack)
}

/** The state that a text holds; a fresh one where the text is none of ours, and without what is no longer understood. */
export function unpacked(text: string): ModuleState {
  const pack = recordOf(parsed(text))
  if (pack.v !== 1) return freshState
  const test = recordOf(pack.t)
  const handedIn = recordOf(pack.h)
  return {
    at: typeof pack.a === 'string' ? pack.a : '',
    seen: textsOf(pack.p),
    answers: mapped(textsByName(pack.q), (kept) => ({
      first: kept.startsWith('1'),
      latest: kept.slice(1),
    })),
    paths: textsByName(pack.c),
    textSize: textSizes.find((size) => size === pack.z) ?? 0,
    language: pack.l === 'sv' || pack.l === 'en' ? pack.l : undefined,
    test:
      typeof test.s === 'number' ? { ...drawOf(test), seconds: numbersByName(test.w) } : undefined,
    handedIn: typeof handedIn.s === 'number' ? drawOf(handedIn) : undefined,
    passed: typeof pack.g === 'number' ? pack.g : undefined,
  }
}

type Named = Record<string, unknown>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const recordOf = (value: unknown): Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Named) : {}

const isText = (value: unknown): value is string => typeof value === 'string'

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : [])

function drawOf(test: Named): TestHandedIn {
  return { seed: Number(test.s), drawn: textsOf(test.d), answers: textsByName(test.a) }
}

function textsByName(value: unknown): Record<string, string> {
  const entries = Object.entries(recordOf(value))
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => isText(entry[1])))
}

function numbersByName(value: unknown): Record<string, number> {
  const entries = Object.entries(recordOf(value))
  return Object.fromEntries(
    entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
}

function mapped<From, To>(record: Record<string, From>, change: (from: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}

import type { BlockContent, PhrasingContent } from 'mdast'

// What a course folder holds once it is read (docs/decisions/0022). The reader makes it, the checks walk it,
// the builder draws it. Everything knows the line it came from, since its writer will ask.

/** Where something stands: a file below the course's folder, and a line from 1. */
export interface Place {
  file: string
  line: number
}

export interface TwoLanguages {
  sv: string
  en: string
}

export interface Course {
  slug: string
  title: TwoLanguages
  description: TwoLanguages
  /** Of the course's text as a whole, as certificates name it: "2026.1". */
  version: string
  certificate: CertificateRule
  modules: CourseModule[]
  tracks: Track[]
  facts: Fact[]
  glossary: GlossaryTerm[]
  /** Names of the files in the course's own `media/`. */
  media: string[]
  place: Place
}

/** What may stand as `requires`: every module of the track. It is the one rule that Samsyn knows (decision 0025). */
export const certificateRules = ['all-modules'] as const

/** By what a track of the course gives a certificate. */
export interface CertificateRule {
  requires: (typeof certificateRules)[number]
  validityMonths: number
  /** The refresher that gives a new one; none where the course is to be taken again. */
  renewedBy?: string
  place: Place
}

/** Which modules a profession group needs for a certificate, the knowledge test among them. */
export interface Track {
  slug: string
  title: TwoLanguages
  description: TwoLanguages
  /** Of the nine national groups. */
  professionGroups: string[]
  modules: string[]
  place: Place
}

export const moduleKinds = ['lesson', 'track', 'test', 'refresher'] as const
export type ModuleKind = (typeof moduleKinds)[number]

export interface CourseModule {
  slug: string
  kind: ModuleKind
  /** Its number among its kind: "1" for the first lesson, empty where there is none. */
  number: string
  title: TwoLanguages
  description: TwoLanguages
  goals: Goal[]
  pages: Page[]
  /** The module in easy Swedish, on one page. */
  easyRead?: Page
  /** For who leads a group through it. */
  guide?: Page
  /** Only for a test. */
  draw?: DrawRule
  /** Questions of a test; those of a lesson stand on its pages. */
  bank: Question[]
  /** Names of the files in the module's `media/`, which go before the course's own. */
  media: string[]
  place: Place
}

export interface Goal {
  id: string
  text: string
  place: Place
}

/** How a test draws its questions: at least one from every module that its questions teach. */
export interface DrawRule {
  questions: number
  passPercent: number
  /** Faster than this per question is faster than reading allows. Seconds. */
  secondsPerQuestion: number
}

export interface Page {
  /** The file's name without its number: stable, since bookmarks and quality figures name it. */
  slug: string
  title: string
  /** Goals of the module that it works towards. */
  goals: string[]
  blocks: Block[]
  place: Place
}

export type Block = Prose | FactBox | Case | Question | Reflection | Checklist | Recording | Figure

/**
 * Plain Markdown. Wherever content stands in a course that was read without problems, it holds paragraphs,
 * headings from level 2, lists, quotations and rules; in the line emphasis, links and line breaks, and of
 * directives `:fact[id]`, `:fact[id.part]` and `:term[word]{of=id}` alone. No HTML, code, images, tables.
 */
export interface Prose {
  kind: 'prose'
  content: BlockContent[]
  place: Place
}

export interface FactBox {
  kind: 'fact-box'
  title: PhrasingContent[]
  content: BlockContent[]
  place: Place
}

/** A story with decision points. The first scene is where it begins. */
export interface Case {
  kind: 'case'
  id: string
  title: PhrasingContent[]
  scenes: Scene[]
  place: Place
}

export interface Scene {
  id: string
  content: BlockContent[]
  /** None: the story ends here, and one may go back and choose again. */
  choices: Choice[]
  place: Place
}

export const judgements = ['good', 'partly', 'risky'] as const
export type Judgement = (typeof judgements)[number]

export interface Choice {
  text: PhrasingContent[]
  judgement: Judgement
  consequence: BlockContent[]
  /** The scene it leads to; none: only its consequence, and a way back. */
  to?: string
  place: Place
}

export const questionTypes = ['single', 'multiple', 'order', 'match'] as const
export type QuestionType = (typeof questionTypes)[number]

export interface Question {
  kind: 'question'
  /** Unique in the course: interactions carry it, so it never changes its meaning. */
  id: string
  type: QuestionType
  text: PhrasingContent[]
  /** `single`, `multiple`. */
  answers: Answer[]
  /** `order`, as it is right. */
  steps: PhrasingContent[][]
  /** `match`. */
  pairs: Pair[]
  /** Of the question as a whole; required for `order` and `match`. */
  feedback: BlockContent[]
  /** Where one learns it, always as "module/page"; empty in a bank where nobody said. */
  teaches: string
  place: Place
}

export interface Answer {
  text: PhrasingContent[]
  right: boolean
  feedback: BlockContent[]
  place: Place
}

export interface Pair {
  left: PhrasingContent[]
  right: string
}

/** Free words that never leave the learner's tab. */
export interface Reflection {
  kind: 'reflection'
  id: string
  title: PhrasingContent[]
  content: BlockContent[]
  place: Place
}

/** To take away: it can be printed alone and stands in the library. */
export interface Checklist {
  kind: 'checklist'
  id: string
  title: PhrasingContent[]
  content: BlockContent[]
  items: BlockContent[][]
  place: Place
}

/** A slot for film or sound; the directive's body is the transcript. */
export interface Recording {
  kind: 'recording'
  medium: 'film' | 'sound'
  title: PhrasingContent[]
  source: string
  captions?: string
  audioDescription?: string
  transcript: BlockContent[]
  place: Place
}

export interface Figure {
  kind: 'figure'
  /** A file in the module's or the course's `media/`. */
  source: string
  alternative: string
  caption: BlockContent[]
  place: Place
}

export const factKinds = ['law', 'line', 'figure', 'definition', 'practice'] as const
export type FactKind = (typeof factKinds)[number]

/** How sure a fact is, as the field's own list has it. */
export const certainties = ['high', 'medium-high', 'medium', 'low'] as const
export type Certainty = (typeof certainties)[number]

/** A fact sheet (faktablad). Lessons cite `id` or `id.part` and never type what it says. */
export interface Fact {
  id: string
  kind: FactKind
  title: string
  /** Whole sentences. */
  text: string
  /** Words to cite within a sentence: a number, opening hours, a scale of penalties. */
  parts: Record<string, string>
  source: FactSource[]
  certainty: Certainty
  /** "kontrolleras före publicering": why, and what to look up; empty where it is sure. */
  toCheck: string
  validFrom?: string
  validTo?: string
  lastReviewed: string
  reviewer: string
  nextReview: string
  place: Place
}

export interface FactSource {
  title: string
  publisher: string
  address?: string
}

export interface GlossaryTerm {
  id: string
  term: string
  text: string
  place: Place
}

import { z } from 'zod'
import { professionGroups } from '~/kernel/profession.ts'

// What a module that is written in Samsyn's own source says of itself in its package (samsyn-module.json), and what
// a whole course says beside its packages (course.json). courses/toolkit/builder writes both; any package may carry
// the first, so that nothing in it is trusted: it is words and lists, never HTML.

/** In a package, beside its manifest. */
export const moduleOutlineFile = 'samsyn-module.json'

/** More than ten times the longest module of ours. Bytes. */
export const longestOutline = 1_000_000

const word = (longest: number) => z.string().trim().min(1).max(longest)
const slug = z.string().regex(/^[a-z0-9][a-z0-9.+-]{0,99}$/)
const text = z.string().max(100_000)

const inlineSchema = z.union([
  z.object({ fact: word(200), text }),
  z.object({ term: slug, text }),
  z.object({
    link: z
      .string()
      .regex(/^(https?:\/\/|mailto:|tel:)/)
      .max(2_000),
    text,
  }),
  z.strictObject({
    text,
    strong: z.literal(true).optional(),
    emphasis: z.literal(true).optional(),
  }),
])

/** A stretch of a line. "\n" in `text` is a line break. A fact is cited as "id" or "id.part", with its words as they were. */
export type OutlineInline = z.infer<typeof inlineSchema>

export type OutlineBlock =
  | { kind: 'paragraph'; line: OutlineInline[] }
  | { kind: 'heading'; level: number; line: OutlineInline[] }
  | { kind: 'list'; isOrdered: boolean; items: OutlineBlock[][] }
  | { kind: 'quote'; blocks: OutlineBlock[] }
  | { kind: 'box'; title: OutlineInline[]; blocks: OutlineBlock[] }
  /** What is to be ticked on paper. */
  | { kind: 'checks'; items: OutlineBlock[][] }
  | OutlineTask

/** What a learner does or looks at on a page of a module, as it is printed. It stands between other blocks, never within one. */
export type OutlineTask =
  | { kind: 'picture'; alternative: string; caption: OutlineBlock[] }
  | { kind: 'reflection'; title: OutlineInline[]; blocks: OutlineBlock[] }
  | OutlineQuestion
  | OutlineCase

export interface OutlineQuestion {
  kind: 'question'
  type: 'single' | 'multiple' | 'order' | 'match'
  asked: OutlineInline[]
  /** Of `order` the steps, as they are right. */
  answers: { line: OutlineInline[]; isRight: boolean; feedback: OutlineBlock[] }[]
  /** Of `match`. */
  pairs: { left: OutlineInline[]; right: string }[]
  /** Of the question as a whole. */
  feedback: OutlineBlock[]
}

export interface OutlineCase {
  kind: 'case'
  title: OutlineInline[]
  scenes: {
    blocks: OutlineBlock[]
    choices: {
      line: OutlineInline[]
      judgement: 'good' | 'partly' | 'risky'
      consequence: OutlineBlock[]
      /** The number of a scene, from 1; null where the story goes no further. */
      to: number | null
    }[]
  }[]
}

const line = z.array(inlineSchema).max(1_000)

const blockSchema: z.ZodType<OutlineBlock> = z.lazy(() => {
  const blocks = z.array(blockSchema).max(1_000)
  const items = z.array(blocks).max(1_000)
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('paragraph'), line }),
    z.object({ kind: z.literal('heading'), level: z.number().int().min(2).max(6), line }),
    z.object({ kind: z.literal('list'), isOrdered: z.boolean(), items }),
    z.object({ kind: z.literal('quote'), blocks }),
    z.object({ kind: z.literal('box'), title: line, blocks }),
    z.object({ kind: z.literal('checks'), items }),
    ...tasksOf(blocks),
  ])
})

function tasksOf(blocks: z.ZodType<OutlineBlock[]>) {
  const answer = z.object({ line, isRight: z.boolean(), feedback: blocks })
  const choice = z.object({
    line,
    judgement: z.enum(['good', 'partly', 'risky']),
    consequence: blocks,
    to: z.number().int().min(1).max(100).nullable(),
  })
  const scene = z.object({ blocks, choices: z.array(choice).max(20) })
  return [
    z.object({ kind: z.literal('picture'), alternative: text, caption: blocks }),
    z.object({ kind: z.literal('reflection'), title: line, blocks }),
    z.object({
      kind: z.literal('question'),
      type: z.enum(['single', 'multiple', 'order', 'match']),
      asked: line,
      answers: z.array(answer).max(100),
      pairs: z.array(z.object({ left: line, right: text })).max(100),
      feedback: blocks,
    }),
    z.object({ kind: z.literal('case'), title: line, scenes: z.array(scene).max(100) }),
  ] as const
}

export const partKinds = ['page', 'checklist', 'easy-read', 'guide', 'test'] as const
export type PartKind = (typeof partKinds)[number]

const partSchema = z.object({
  kind: z.enum(partKinds),
  /** A page's slug, a checklist's id. */
  slug,
  /** Of a checklist: the slug of the page where it stands. */
  page: slug.nullable(),
  title: word(300),
  /** Plain, for search. */
  words: text,
  /** What the library shows and prints; null for what is only read within the module, such as a test's questions. */
  content: z.array(blockSchema).max(1_000).nullable(),
  /** Ids of the facts that it cites. */
  facts: z.array(word(100)).max(500),
})

export type OutlinePart = z.infer<typeof partSchema>

export const moduleOutlineSchema = z.object({
  version: z.literal(1),
  /** Slugs. */
  course: slug,
  module: slug,
  /** Of the course's text: "2026.1". */
  courseVersion: word(40),
  parts: z.array(partSchema).max(1_000),
})

export type ModuleOutline = z.infer<typeof moduleOutlineSchema>

const both = (longest: number) => z.object({ sv: word(longest), en: word(longest) })

export const moduleKinds = ['lesson', 'track', 'test', 'refresher'] as const
export type ModuleKind = (typeof moduleKinds)[number]

const day = z.iso.date()

export const certainties = ['high', 'medium-high', 'medium', 'low'] as const

/** A fact sheet as the course's source has it. */
export const factSchema = z.object({
  id: slug,
  kind: z.enum(['law', 'line', 'figure', 'definition', 'practice']),
  title: word(300),
  /** Whole sentences. */
  text: word(5_000),
  /** Words to cite within a sentence, by name. */
  parts: z.record(z.string().max(50), z.string().max(1_000)),
  source: z
    .array(
      z.object({
        title: word(300),
        publisher: word(300),
        address: z.string().max(2_000).optional(),
      }),
    )
    .max(20),
  certainty: z.enum(certainties),
  /** What to look up before it is published; empty where it is sure. */
  toCheck: z.string().max(2_000),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  lastReviewed: day,
  reviewer: word(200),
  nextReview: day,
})

export type OutlineFact = z.infer<typeof factSchema>

const courseSchema = z.object({
  /** 2: the rule of the certificate has a place of its own. */
  version: z.literal(2),
  slug,
  title: both(120),
  description: both(1_000),
  courseVersion: word(40),
  /** By what a track gives a certificate (decision 0025). */
  certificate: z.object({
    /** All modules of the track: no other rule is known. */
    requires: z.literal('all-modules'),
    validityMonths: z.number().int().min(1).max(120),
    /** The refresher that renews it; null where none does. */
    renewedBy: slug.nullable(),
  }),
  /** In their order. */
  modules: z
    .array(
      z.object({
        slug,
        kind: z.enum(moduleKinds),
        title: both(120),
        description: both(1_000),
        minutes: z.number().int().min(1).max(600),
        /** Of a test: faster than this is faster than reading allows. */
        readingSeconds: z.number().int().min(1).nullable(),
        /** The file's name of its package, beside this file. */
        zip: word(200),
      }),
    )
    .min(1)
    .max(200),
  tracks: z
    .array(
      z.object({
        slug,
        title: both(120),
        description: both(1_000),
        professionGroups: z.array(z.enum(professionGroups)),
        modules: z.array(slug).min(1),
      }),
    )
    .max(100),
  glossary: z.array(z.object({ id: slug, term: word(100), text: word(2_000) })).max(1_000),
  facts: z.array(factSchema).max(2_000),
})

export const courseOutlineSchema = courseSchema.refine(isRenewedAsItSays, {
  path: ['certificate', 'renewedBy'],
})

/** Certificates know refreshers by their kind: it has to come to what the rule says. */
function isRenewedAsItSays({ certificate, modules }: z.infer<typeof courseSchema>): boolean {
  const refreshers = modules.filter(({ kind }) => kind === 'refresher').map(({ slug }) => slug)
  const named = certificate.renewedBy === null ? [] : [certificate.renewedBy]
  return refreshers.join() === named.join()
}

export type CourseOutline = z.infer<typeof courseOutlineSchema>

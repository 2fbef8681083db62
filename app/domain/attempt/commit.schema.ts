import { z } from 'zod'

/** A name that the database can be asked for: it holds no NUL. */
const name = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0'))

/** Beyond any text that a request has room for. */
const place = z.int().min(0).max(1_000_000_000)

const patch = z.object({ base: z.string().max(32), start: place, end: place, text: z.string() })

/** What a browser calls an entry of its outbox. */
const entryName = z.string().regex(/^[\w.-]{1,64}$/)

const commit = z.object({
  sequence: z.int().min(1).max(1_000_000_000),
  entry: entryName.optional(),
  item: name(400).min(1),
  session: z.string().regex(/^[\w-]{1,64}$/),
  // What content may set, and how long, is decided for each element: one must not stop the rest.
  elements: z.record(z.string(), z.string()),
  patches: z.record(z.string(), patch).optional(),
  final: z.boolean(),
  source: z.enum(['live', 'replayed', 'exit']),
})

/** What the player frame posts to be saved. */
export const commitRequestSchema = z.object({ commits: z.array(commit).min(1).max(100) })

const mark = z.object({
  writer: name(64),
  sequence: z.int().min(1).max(1_000_000_000),
})

/** What the player frame asks at launch. */
export const stateRequestSchema = z.object({
  item: name(400).min(1).nullable(),
  unsent: z.array(mark).max(1000),
  entries: z.array(entryName).max(1000).optional(),
  again: z.boolean().optional(),
})

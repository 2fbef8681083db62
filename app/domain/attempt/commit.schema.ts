import { z } from 'zod'

/** 1 MiB: beyond the 4,096 of the standard's suspend data, which real content does not keep to. */
export const longestElement = 1_048_576

/** A name that the database can be asked for: it holds no NUL. */
const name = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0'))

const commit = z.object({
  sequence: z.int().min(1).max(1_000_000_000),
  item: name(400).min(1),
  session: z.string().regex(/^[\w-]{1,64}$/),
  elements: z.record(z.string().max(255), z.string().max(longestElement)),
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
})

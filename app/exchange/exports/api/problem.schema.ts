import { z } from 'zod'

/** Every problem, with the status that goes with it. */
export const problemStatuses = {
  'invalid-parameter': 400,
  'key-missing': 401,
  'key-invalid': 401,
  'scope-missing': 403,
  'module-unknown': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'rate-limited': 429,
  unexpected: 500,
} as const
export type ProblemCode = keyof typeof problemStatuses
export const problemCodes = Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]]

/** An error as RFC 9457 has it. */
export const problemSchema = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'Where the problem is explained', format: 'uri-reference' }),
    title: z.string().meta({ description: 'What the problem is, in words' }),
    status: z.int().meta({ description: 'The HTTP status, again' }),
    detail: z.string().meta({ description: 'What to do' }),
    code: z.enum(problemCodes).meta({ description: 'Which problem it is, for programs' }),
    parameters: z
      .array(z.strictObject({ name: z.string(), rule: z.string() }))
      .optional()
      .meta({ description: 'The parameters at fault, with the rule of each' }),
  })
  .meta({ title: 'Problem' })

import type { MeasureStatus } from '~/domain/followup/coverage-dataset.ts'
import { env } from '~/platform/env.server.ts'
import { statusSigns } from '../coverage-json-stat.ts'
import { coveragePath, keyLimit, wrongKeyLimit } from './coverage-answer.server.ts'
import type { ParameterName } from './coverage-query.schema.ts'
import { openApiDocument } from './open-api.ts'
import { problemCodes, problemStatuses, type ProblemCode } from './problem.schema.ts'

/** What the page about the API tells; its words are in the messages. */
export interface ApiGuide {
  origin: string
  /** Answers that a key gets in a minute. */
  points: number
  /** Wrong keys that an address may show in a minute. */
  wrongKeys: number
  parameters: { name: ParameterName; example: string }[]
  signs: { sign: string; status: Exclude<MeasureStatus, 'known'> }[]
  problems: { code: ProblemCode; status: number }[]
}

/** Reads the guide out of the same schemas that answer. */
export function readGuide(): ApiGuide {
  const origin = env().APP_ORIGIN
  const { parameters = [] } = openApiDocument(origin).paths[coveragePath]!.get
  return {
    origin,
    points: keyLimit.points,
    wrongKeys: wrongKeyLimit.points,
    parameters: parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, example }) => ({ name: name as ParameterName, example: String(example) })),
    signs: Object.entries(statusSigns).map(([status, sign]) => ({
      status: status as keyof typeof statusSigns,
      sign,
    })),
    problems: problemCodes.map((code) => ({ code, status: problemStatuses[code] })),
  }
}

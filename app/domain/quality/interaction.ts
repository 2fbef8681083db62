import { secondsOf as secondsOf12 } from '~/standards/scorm/cmi12.ts'
import { secondsOf as secondsOf2004 } from '~/standards/scorm/cmi2004.ts'
import { decimalOf } from '~/standards/scorm/cmi.ts'
import { contentText } from './content-text.ts'
import type { TrailCommit } from './trail-commit.ts'

const results = ['correct', 'incorrect', 'neutral', 'unanticipated'] as const
export type Result = (typeof results)[number]

/** One answer to a question, as an attempt's trail tells it. */
export interface Interaction {
  item: string
  /** Content's own number of it; `numbersApart` more each time content has used it for another question. */
  number: number
  interactionId: string
  kind: string | null
  description: string | null
  /** Null until there is one; empty for one that is not kept. */
  response: string | null
  /** Each alone is right; "" in the place of one that content has not told. */
  correctResponses: readonly string[]
  result: Result | null
  /** A result that is a number. */
  resultScore: number | null
  weighting: number | null
  latencySeconds: number | null
  /** When the server got the answer: content's own clock may be wrong. */
  answeredAt: Date
}

/** Content's numbers end before it. */
export const numbersApart = 10_000
/** What identifies is indexed, what is read is shown in a table. */
const longestId = 255
const longestText = 250

type Told = Partial<Omit<Interaction, 'item' | 'number' | 'answeredAt' | 'correctResponses'>> & {
  /** By their place. */
  patterns?: Readonly<Record<number, string>>
}

/**
 * The interactions that commits change, as they are after them. An answer is told piece by piece, over
 * one commit or several. Once it has both a response and a verdict it stands, and what content writes over
 * it is a second try that does not count. Another id under the same number is another question.
 * @param held the attempt's interactions so far
 * @param commits the attempt's next ones, in the order of their sequence
 */
export function interactionsAfter(
  held: readonly Interaction[],
  commits: readonly TrailCommit[],
): Interaction[] {
  const latest = new Map<string, Interaction>()
  for (const interaction of [...held].sort((a, b) => a.number - b.number)) {
    latest.set(placeOf(interaction.item, interaction.number % numbersApart), interaction)
  }
  const changed = new Map<string, Interaction>()
  for (const { item, receivedAt, elements } of commits) {
    for (const [number, told] of toldIn(elements)) {
      const place = placeOf(item, number)
      const before = begun(latest.get(place), item, number, told, receivedAt)
      const after = merged(before, told, receivedAt)
      latest.set(place, after)
      changed.set(placeOf(item, after.number), after)
    }
  }
  return [...changed.values()]
}

const placeOf = (item: string, number: number) => `${number} ${item}`

/** The interaction that something is told of: the one held, or a new one. */
function begun(
  held: Interaction | undefined,
  item: string,
  number: number,
  { interactionId }: Told,
  at: Date,
): Interaction {
  const isOther = interactionId !== undefined && interactionId !== held?.interactionId
  if (held && !(isOther && isAnswered(held))) return held
  return {
    item,
    number: held ? held.number + numbersApart : number,
    interactionId: String(number),
    kind: null,
    description: null,
    response: null,
    correctResponses: [],
    result: null,
    resultScore: null,
    weighting: null,
    latencySeconds: null,
    answeredAt: at,
  }
}

function merged(before: Interaction, { patterns, ...told }: Told, at: Date): Interaction {
  if (isSettled(before)) {
    const { result: _, resultScore: __, ...rest } = told
    const known = Object.entries(before).filter(([, value]) => value !== null)
    const correctResponses = withPatterns(before.correctResponses, patterns, (was) => was !== '')
    return { ...before, ...rest, ...Object.fromEntries(known), correctResponses }
  }
  const correctResponses = withPatterns(before.correctResponses, patterns, () => false)
  const after = { ...before, ...told, correctResponses }
  const tellsAnswer = 'response' in told || 'result' in told
  return {
    ...after,
    response: after.kind === 'long-fill-in' && after.response !== null ? '' : after.response,
    answeredAt: tellsAnswer ? at : before.answeredAt,
  }
}

function withPatterns(
  before: readonly string[],
  patterns: Told['patterns'],
  stays: (was: string) => boolean,
): string[] {
  const after = [...before]
  for (const [place, pattern] of Object.entries(patterns ?? {})) {
    while (after.length <= Number(place)) after.push('')
    if (!stays(after[Number(place)]!)) after[Number(place)] = pattern
  }
  return after
}

const isAnswered = ({ response, result, resultScore }: Interaction) =>
  response !== null || result !== null || resultScore !== null

/** A result that says nothing of right or wrong may stand there before the answer. */
const isSettled = ({ response, result, resultScore }: Interaction) =>
  response !== null && (resultScore !== null || (result !== null && result !== 'neutral'))

// SCORM 1.2 RTE 3.4.4 and 2004 4th edition RTE 4.2.9, which name the response differently. Of the patterns
// that are right ten are read, as many as 4.2.9.1 wants kept of any kind of question.
const element =
  /^cmi\.interactions\.(\d{1,4})\.(id|type|description|student_response|learner_response|correct_responses\.(\d)\.pattern|result|weighting|latency)$/

/** What elements tell of interactions, by content's number. */
function toldIn(elements: TrailCommit['elements']): Map<number, Told> {
  const told = new Map<number, Told>()
  for (const [name, stored] of Object.entries(elements)) {
    const parts = element.exec(name)
    if (!parts) continue
    const [, number, part, place] = parts
    const before = told.get(Number(number))
    const more =
      place === undefined
        ? toldBy(part!, stored)
        : { patterns: { ...before?.patterns, [place]: textOf(stored) } }
    told.set(Number(number), { ...before, ...more })
  }
  return told
}

function toldBy(part: string, stored: string): Told {
  switch (part) {
    case 'id':
      return { interactionId: contentText(stored, longestId) }
    case 'type':
      return { kind: contentText(stored, 20) }
    case 'description':
      return { description: textOf(stored) || null }
    case 'student_response':
    case 'learner_response':
      return { response: textOf(stored) || null }
    case 'result':
      return resultOf(stored)
    case 'weighting':
      return { weighting: decimalOf(stored) }
    default:
      return { latencySeconds: secondsOf12(stored) ?? secondsOf2004(stored) }
  }
}

/** RTE 4.1.1.6: "{lang=sv}", "{case_matters=false}" and the like stand before the text itself. */
const delimiters = /^(?:\{(?:lang|case_matters|order_matters)=[^}]*\})+/

const textOf = (stored: string) => contentText(stored, longestText, delimiters)

function resultOf(stored: string): Told {
  const resultScore = decimalOf(stored)
  // SCORM 1.2 says "wrong" where 2004 says "incorrect".
  const word = stored === 'wrong' ? 'incorrect' : stored
  return { result: results.find((result) => result === word) ?? null, resultScore }
}

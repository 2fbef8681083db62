import { addDays, dateOf, dayOf, type Day } from '~/kernel/dates.ts'
import { fewestAttempts } from './question-figures.ts'
import { grouped } from './statistics.ts'

/** An answer as a test tells it when it is handed in. */
export interface TestAnswer {
  attempt: number
  item: string
  interactionId: string
  /** How long the question was on the screen; null where content does not tell. */
  latencySeconds: number | null
  answeredAt: Date
}

/** A test that was handed in. */
export interface TestResult {
  attempt: number
  handedInAt: Date
  /** How long its questions were on the screen, all together. */
  seconds: number
}

/** Some weeks of results: so many that nobody is told of alone. */
export interface FastWeeks {
  /** A Monday. */
  from: Day
  /** A Sunday. */
  to: Day
  results: number
  fast: number
}

/** How many results came faster than anybody reads. */
export interface FastResults {
  /** A result of fewer seconds is too fast. */
  limitSeconds: number
  results: number
  fast: number
  /** The newest first; each of `fewestAttempts` attempts or more. */
  weeks: FastWeeks[]
}

/** A test tells all of its answers in one breath; what comes later is of another. */
const breathMs = 5_000

/**
 * The results that answers belong to. Content numbers its answers through, so that those of one result stand
 * together and no question twice among them. A result that does not tell all its times is left out: nobody
 * is called fast for what is not known.
 * @param answers each item's in the order in which they came
 */
export function resultsOf(answers: readonly TestAnswer[]): TestResult[] {
  const byItem = grouped(answers, ({ attempt, item }) => JSON.stringify([attempt, item]))
  return [...byItem.values()].flatMap(handedIn).flatMap((ofOne) => {
    const { attempt, answeredAt } = ofOne.at(-1)!
    const times = ofOne.flatMap(({ latencySeconds }) => latencySeconds ?? [])
    if (times.length < ofOne.length) return []
    const seconds = times.reduce((sum, time) => sum + time, 0)
    return [{ attempt, handedInAt: answeredAt, seconds }]
  })
}

function handedIn(answers: readonly TestAnswer[]): TestAnswer[][] {
  const results: TestAnswer[][] = []
  for (const answer of answers) {
    const current = results.at(-1)
    const last = current?.at(-1)
    const isSame =
      current &&
      last &&
      answer.answeredAt.getTime() - last.answeredAt.getTime() <= breathMs &&
      current.every(({ interactionId }) => interactionId !== answer.interactionId)
    if (isSame) current.push(answer)
    else results.push([answer])
  }
  return results
}

/**
 * How many of the results were too fast, in all and by week in Swedish time. A week with too few attempts
 * goes with the weeks after it, and the last ones with those before.
 * @param limitSeconds what it takes to read a test's questions at all
 * @returns null where too few have handed in for anything to be told
 */
export function fastResultsOf(
  results: readonly TestResult[],
  limitSeconds: number,
): FastResults | null {
  if (attemptsOf(results) < fewestAttempts) return null
  const sorted = [...results].sort((a, b) => a.handedInAt.getTime() - b.handedInAt.getTime())
  const byWeek = [...grouped(sorted, ({ handedInAt }) => mondayOf(dayOf(handedInAt))).values()]
  const rows: TestResult[][] = []
  let open: TestResult[] = []
  for (const week of byWeek) {
    open = [...open, ...week]
    if (attemptsOf(open) < fewestAttempts) continue
    rows.push(open)
    open = []
  }
  if (open.length > 0) rows.push([...(rows.pop() ?? []), ...open])
  const isFast = ({ seconds }: TestResult) => seconds < limitSeconds
  return {
    limitSeconds,
    results: results.length,
    fast: results.filter(isFast).length,
    weeks: rows.reverse().map((row) => ({
      from: mondayOf(dayOf(row[0]!.handedInAt)),
      to: addDays(mondayOf(dayOf(row.at(-1)!.handedInAt)), 6),
      results: row.length,
      fast: row.filter(isFast).length,
    })),
  }
}

const attemptsOf = (results: readonly TestResult[]) =>
  new Set(results.map(({ attempt }) => attempt)).size

/** The week's first day (ISO 8601). */
function mondayOf(day: Day): Day {
  return addDays(day, -((dateOf(day).getUTCDay() + 6) % 7))
}

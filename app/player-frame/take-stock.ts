import type {
  AttemptState,
  CommitMark,
  StateAnswer,
  StateRequest,
} from '~/kernel/player-protocol.ts'
import { nameOf, type Outbox } from './outbox.ts'

/** Numbers, and names, in one question. */
const mostMarks = 1000

type Ask<Answer> = (request: StateRequest) => Promise<Answer>

/**
 * Asks the server what it holds of the outbox and lets go of that.
 * @returns the state after it, or whatever else was answered instead; then the outbox is as it was
 */
export async function takeStock<Answer extends StateAnswer | null | undefined>(
  outbox: Outbox,
  item: string | null,
  ask: Ask<Answer>,
): Promise<Answer> {
  const { marks } = outbox
  const entries = outbox.entries.map(nameOf)
  const held: CommitMark[] = []
  const heldEntries: string[] = []
  for (let from = 0; ; from += mostMarks) {
    const to = from + mostMarks
    const answer = await ask({
      item,
      unsent: marks.slice(from, to),
      entries: entries.slice(from, to),
      again: true,
    })
    if (!isState(answer)) return answer
    held.push(...answer.held)
    heldEntries.push(...(answer.heldEntries ?? []))
    if (to < Math.max(marks.length, entries.length)) continue
    outbox.takeStock(held, heldEntries)
    return answer
  }
}

const isState = (answer: StateAnswer | null | undefined): answer is AttemptState =>
  answer?.outcome === 'state'

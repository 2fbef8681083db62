import type {
  CommitAnswer,
  CommitRequest,
  StateAnswer,
  StateRequest,
} from '~/kernel/player-protocol.ts'

const statePath = '/_samsyn/state'
const commitPath = '/_samsyn/commit'
/** A server that stalls is a server that does not answer. */
const timeoutMs = 20_000
/** … unless there is much to send: what a line of 64 kbit/s takes in a millisecond. */
const slowestBytes = 8
const timeFor = (body: string) => timeoutMs + Math.ceil(body.length / slowestBytes)

/** The server's side of this content host, for one launch. Null is "no answer of ours": ask again later. */
export class ContentServer {
  readonly #token: string

  constructor(token: string) {
    this.#token = token
  }

  /** What the launch begins with. Makes it the one that may write. */
  async askState(request: StateRequest): Promise<StateAnswer | null> {
    return stateAnswerOf(await this.#post(statePath, request, false))
  }

  /** Sends what content has changed. `keepalive` lets the request outlive the page. */
  async send(request: CommitRequest, keepalive: boolean): Promise<CommitAnswer | null> {
    return commitAnswerOf(await this.#post(commitPath, request, keepalive))
  }

  /** The same, while content waits. */
  sendBlocking(request: CommitRequest): CommitAnswer | null {
    const ask = new XMLHttpRequest()
    ask.open('POST', commitPath, false)
    for (const [name, value] of Object.entries(this.#headers)) ask.setRequestHeader(name, value)
    try {
      ask.send(JSON.stringify(request))
      return commitAnswerOf(JSON.parse(ask.responseText))
    } catch {
      return null
    }
  }

  get #headers(): Record<string, string> {
    return { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#token}` }
  }

  async #post(path: string, said: unknown, keepalive: boolean): Promise<unknown> {
    const body = JSON.stringify(said)
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: this.#headers,
        body,
        credentials: 'omit',
        redirect: 'error',
        keepalive,
        signal: keepalive ? undefined : AbortSignal.timeout(timeFor(body)),
      })
      return await response.json()
    } catch {
      return null
    }
  }
}

/** An answer that only we give: a proxy's page, or JSON of somebody else's, saves nothing. */
export function commitAnswerOf(said: unknown): CommitAnswer | null {
  const outcome = outcomeOf(said)
  const fields = said as Record<string, unknown>
  switch (outcome) {
    case 'held':
      return isCount(fields.sequence) && isObject(fields.progress) ? (said as CommitAnswer) : null
    case 'gap':
      return isCount(fields.expected) ? (said as CommitAnswer) : null
    case 'base-unknown':
      return isCount(fields.sequence) ? (said as CommitAnswer) : null
    case 'stale-writer':
    case 'token-refused':
    case 'malformed':
      return { outcome }
    default:
      return null
  }
}

/** The same for the answer to a launch. */
export function stateAnswerOf(said: unknown): StateAnswer | null {
  const outcome = outcomeOf(said)
  const fields = said as Record<string, unknown>
  if (outcome === 'token-refused' || outcome === 'malformed' || outcome === 'stale-writer') {
    return { outcome }
  }
  const isState =
    outcome === 'state' &&
    typeof fields.attemptId === 'string' &&
    typeof fields.writer === 'string' &&
    isCount(fields.lastSequence) &&
    Array.isArray(fields.held) &&
    Array.isArray(fields.items) &&
    isObject(fields.seed)
  return isState ? (said as StateAnswer) : null
}

function outcomeOf(said: unknown): unknown {
  return isObject(said) && 'outcome' in said ? said.outcome : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0

import type {
  CommitAnswer,
  CommitMessage,
  CommitRequest,
  CommitSource,
  FromFrame,
} from '~/kernel/player-protocol.ts'
import type { Entry, Outbox } from './outbox.ts'
import type { Wire } from './wire.ts'

/** Milliseconds. Saved when content has been quiet for a second, and while it is not, every 15 s. */
const quiet = 1000
const longest = 15_000
/** Between the starts of two requests: a storm of changes becomes two a second. */
const apart = 500
/** Waiting is told when it lasts longer than an ordinary save. */
const tellWaiting = 2500
/** After the first, second … failure in a row; then the last again. */
const pauses = [1000, 2000, 4000, 8000, 15_000, 30_000]
/** Until what the server does not understand is tried again: another release of it may. */
const pausesHeldBack = [60_000, 120_000, 300_000, 600_000]
/** Bytes in one request; a large outbox goes in several. */
const mostBytes = 1024 * 1024
/** Bytes that may be under way when the page goes; the browser's own limit is 64 KiB for all together. */
const exitBytes = 60 * 1024

// Pauses are measured by performance.now(), which goes on evenly when somebody sets the computer's clock.

export interface SaverPorts {
  outbox: Outbox
  wire: Wire
  /** Null when the server did not answer, or not in our words. `keepalive` lets it outlive the page. */
  send: (request: CommitRequest, keepalive: boolean) => Promise<CommitAnswer | null>
  /** The same, while content waits; for browsers that keep nothing. */
  sendBlocking: (request: CommitRequest) => CommitAnswer | null
  /** Asks the server what it holds of the outbox, and lets go of that. */
  takeStock: () => Promise<StockTaken>
  report: (message: FromFrame) => void
}

/** The number after which the outbox goes on; null when the server did not answer; or why this launch may not. */
export type StockTaken = number | null | 'stale-writer' | 'token-refused'

/** Sends what the outbox keeps: soon, in order, one request at a time, until the server holds it. */
export class Saver {
  readonly #ports: SaverPorts
  readonly #writer: string
  #lastSequence: number
  #stopped = false
  #busy = false
  #failures = 0
  #lastStart = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined
  #waitTimer: ReturnType<typeof setTimeout> | undefined
  /** When content will have been quiet for long enough, or has been restless for too long. */
  #quietAt = Infinity
  /** When to send whatever content does: asked to, or after a pause. */
  #urgentAt = Infinity
  /** When what is held back is to be tried again. */
  #retryAt = Infinity
  #retries = 0
  /** One commit a request, to find the one that is not understood. */
  #isSingly = false
  /** When the first change came that is not under way. */
  #since: number | undefined
  #exit = { inFlight: 0, upTo: 0 }
  /** When content may be made to wait for the server again. */
  #mayBlockAt = -Infinity
  #drained: (() => void)[] = []

  constructor(ports: SaverPorts, writer: string, lastSequence: number) {
    this.#ports = ports
    this.#writer = writer
    this.#lastSequence = lastSequence
  }

  /** Content has changed something. */
  changed(): void {
    const now = performance.now()
    this.#since ??= now
    this.#waitTimer ??= setTimeout(() => this.#tellWaiting(), tellWaiting)
    this.#quietAt = Math.min(now + quiet, this.#since + longest)
    this.#arm()
  }

  /** Saves now, or as soon as the request before allows. */
  flush(): void {
    if (this.#failures === 0) this.#urgentAt = Math.min(this.#urgentAt, performance.now())
    this.#arm()
  }

  /** The network is back: no need to sit a pause out. */
  hurry(): void {
    if (this.#failures > 0) this.#urgentAt = performance.now()
    this.#arm()
  }

  /**
   * For LMSCommit and LMSFinish: saves now, and tells whether what content has set is safe: stored in
   * this browser, or, where it stores nothing, held by the server.
   */
  commitNow(): boolean {
    this.flush()
    const { outbox, sendBlocking } = this.#ports
    if (outbox.secure()) return true
    if (this.#stopped || performance.now() < this.#mayBlockAt) return false
    if (outbox.sendable.length === 0) return false
    const answer = sendBlocking(this.#requestOf(this.#toSend('live')))
    if (answer?.outcome === 'held') this.#held(answer)
    // A server that does not answer must not hold content up at each of its commits.
    else this.#mayBlockAt = performance.now() + pauses[1]!
    return outbox.isStored
  }

  /** The page may be going: what fits under way at once is sent so that it outlives the page. */
  leaving(): void {
    const entries = this.#stopped ? [] : this.#sealed('exit')
    const upTo = entries.at(-1)?.mark?.sequence ?? 0
    const isUnderWay = this.#exit.inFlight > 0 && this.#exit.upTo === upTo
    if (entries.length === 0 || isUnderWay) return
    const { request, bytes } = this.#ports.wire.request(entries, exitBytes - this.#exit.inFlight)
    if (request.commits.length === 0) return
    this.#exit = { inFlight: this.#exit.inFlight + bytes, upTo }
    void this.#ports.send(request, true).then((answer) => {
      this.#exit.inFlight -= bytes
      if (answer?.outcome === 'held') this.#held(answer)
      // The page is still here after all: the ordinary way takes it from here.
      else this.flush()
    })
  }

  /**
   * Resolves when nothing waits any more but what is held back; with false when that takes longer
   * (milliseconds), or cannot be.
   */
  drained(within?: number): Promise<boolean> {
    this.flush()
    this.hurry()
    if (this.#ports.outbox.sendable.length === 0) return Promise.resolve(true)
    if (this.#stopped) return Promise.resolve(false)
    return new Promise((resolve) => {
      const late = within === undefined ? undefined : setTimeout(() => resolve(false), within)
      this.#drained.push(() => {
        clearTimeout(late)
        resolve(this.#ports.outbox.sendable.length === 0)
      })
    })
  }

  /** Sends nothing more; what waits stays where it is stored. */
  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    clearTimeout(this.#waitTimer)
    this.#tellDrained()
  }

  /** Sets the one timer by what is due first. While the server fails, only the pause counts. */
  #arm(): void {
    clearTimeout(this.#timer)
    if (this.#stopped || this.#busy) return
    const soon = this.#failures > 0 ? this.#urgentAt : Math.min(this.#urgentAt, this.#quietAt)
    const due = Math.min(soon, this.#retryAt)
    if (due === Infinity) return
    const start = Math.max(due, this.#lastStart + apart)
    this.#timer = setTimeout(() => void this.#send(), Math.max(0, start - performance.now()))
  }

  async #send(): Promise<void> {
    this.#quietAt = Infinity
    this.#urgentAt = Infinity
    this.#since = undefined
    this.#tryHeldBack()
    if (this.#ports.outbox.sendable.length === 0) return this.#arm()
    this.#busy = true
    this.#lastStart = performance.now()
    const request = this.#requestOf(this.#toSend('live'))
    const answer = await this.#ports.send(request, false)
    await this.#answered(answer, request)
    this.#busy = false
    this.#goOn()
  }

  #tryHeldBack(): void {
    if (performance.now() < this.#retryAt) return
    this.#retryAt = Infinity
    this.#isSingly = true
    this.#ports.outbox.holdBackNone()
  }

  async #answered(answer: CommitAnswer | null, { commits }: CommitRequest): Promise<void> {
    switch (answer?.outcome) {
      case 'held':
        this.#failures = 0
        this.#held(answer)
        return
      case 'gap':
        await this.#renumber()
        return
      case 'base-unknown':
        this.#sendWhole(answer.sequence)
        return
      case 'stale-writer':
      case 'token-refused':
        this.#mayNotGoOn(answer.outcome)
        return
      case 'malformed':
        await this.#notUnderstood(commits)
        return
      default:
        this.#failed()
    }
  }

  /**
   * Tampered with, or of another release than the server: the one that it does not understand, and all
   * after it of the same item, wait for better times. The other items go on.
   */
  async #notUnderstood(commits: readonly CommitMessage[]): Promise<void> {
    const { outbox } = this.#ports
    this.#failures = 0
    this.#urgentAt = performance.now()
    if (commits.length > 1) {
      this.#isSingly = true
      return
    }
    outbox.holdBack(commits[0]!.item)
    const last = pausesHeldBack.length - 1
    this.#retryAt = performance.now() + pausesHeldBack[Math.min(this.#retries++, last)]!
    await this.#renumber()
    if (!this.#stopped && outbox.sendable.length === 0) this.#allSent()
  }

  #mayNotGoOn(why: 'stale-writer' | 'token-refused'): void {
    this.stop()
    this.#ports.report({ samsyn: why === 'stale-writer' ? 'taken-over' : 'refused' })
  }

  #failed(): void {
    this.#failures++
    this.#tellWaiting()
  }

  /** The server holds what came before the commit whose differences do not fit what it holds. */
  #sendWhole(sequence: number): void {
    const { outbox, wire } = this.#ports
    this.#release(sequence - 1)
    const entry = outbox.entries.find(({ mark }) => mark?.sequence === sequence)
    if (!entry || !wire.sendWhole(entry)) return this.#failed()
    this.#failures = 0
    this.#urgentAt = performance.now()
  }

  #release(sequence: number): void {
    const { outbox, wire } = this.#ports
    this.#lastSequence = Math.max(this.#lastSequence, sequence)
    wire.acknowledged(outbox.heldUpTo(this.#writer, sequence))
  }

  #held(answer: CommitAnswer & { outcome: 'held' }): void {
    const { outbox, report } = this.#ports
    this.#release(answer.sequence)
    report({ samsyn: 'progress', progress: answer.progress })
    if (outbox.sendable.length === 0) this.#allSent()
  }

  /** What is left, if anything, is held back. */
  #allSent(): void {
    const { outbox, report } = this.#ports
    clearTimeout(this.#waitTimer)
    this.#waitTimer = undefined
    this.#since = undefined
    this.#isSingly = false
    if (outbox.entries.length > 0) report({ samsyn: 'stuck', changes: outbox.changes })
    else {
      this.#retries = 0
      report({ samsyn: 'saved', at: new Date().toISOString() })
    }
    this.#tellDrained()
  }

  async #renumber(): Promise<void> {
    const stock = await this.#ports.takeStock()
    if (stock === null) return this.#failed()
    if (typeof stock === 'string') return this.#mayNotGoOn(stock)
    this.#lastSequence = stock
    // What is left is numbered anew and goes at once.
    this.#urgentAt = performance.now()
  }

  /** After an answer: again after a pause, on with what did not fit, or when what came meanwhile is due. */
  #goOn(): void {
    const { sendable, numbered } = this.#ports.outbox
    // What came before a failure was over waits for no further change.
    const isDue = numbered.length > 0 || (sendable.length > 0 && this.#quietAt === Infinity)
    if (this.#failures > 0) {
      this.#urgentAt = performance.now() + pauses[Math.min(this.#failures, pauses.length) - 1]!
    } else if (isDue) {
      this.#urgentAt = performance.now()
    }
    this.#arm()
  }

  #tellWaiting(): void {
    const { outbox, report } = this.#ports
    this.#waitTimer = undefined
    if (this.#stopped || outbox.entries.length === 0) return
    const { changes } = outbox
    if (outbox.sendable.length === 0) report({ samsyn: 'stuck', changes })
    else report({ samsyn: 'waiting', changes, failing: this.#failures > 0 })
  }

  #tellDrained(): void {
    for (const tell of this.#drained.splice(0)) tell()
  }

  /** What goes next. While the server fails that is what it was sent before, so that no more is numbered. */
  #toSend(source: CommitSource): readonly Entry[] {
    const { numbered } = this.#ports.outbox
    return this.#failures > 0 && numbered.length > 0 ? numbered : this.#sealed(source)
  }

  #sealed(source: CommitSource): readonly Entry[] {
    return this.#ports.outbox.seal(this.#writer, this.#lastSequence, source)
  }

  /** At least the first, however large. */
  #requestOf(entries: readonly Entry[]): CommitRequest {
    const { wire } = this.#ports
    const { request } = wire.request(entries, this.#isSingly ? 0 : mostBytes)
    return request.commits.length > 0
      ? request
      : wire.request(entries.slice(0, 1), Infinity).request
  }
}

import type { AttemptState, FromFrame, PlayerItem, StateRequest } from '~/kernel/player-protocol.ts'
import { clearApi, loadApi, type SetApi } from './content-api.ts'
import { ContentServer } from './content-server.ts'
import { afterEnd } from './navigation.ts'
import { stockOf } from './flush-outbox.ts'
import { Outbox } from './outbox.ts'
import { keysFrom, type Store } from './outbox-keys.ts'
import { holdPlayLock } from './play-lock.ts'
import { randomId } from './random-id.ts'
import { Saver } from './saver.ts'
import type { ScormPorts } from './scorm-item.ts'
import type { Stage } from './stage.ts'
import { takeStock } from './take-stock.ts'
import { Wire } from './wire.ts'

const pauses = [1000, 2000, 4000, 8000, 15_000]
/** How long leaving the player may wait for the last save; what is not saved then is kept here. */
const endWithinMs = 5000

interface PlayerPorts {
  token: string
  contentTitle: string
  store: Store | null
  stage: Stage
  report: (message: FromFrame) => void
}

/** One launch of an attempt: asks where it stands, plays an item, and sees to it that nothing is lost. */
export class Player {
  readonly #ports: PlayerPorts
  readonly #server: ContentServer
  #outbox: Outbox | undefined
  #saver: Saver | undefined
  readonly #wire = new Wire()
  #item: string | null = null
  #isOver = false
  /** Counts what the learner has asked to see: an answer that comes late is for nobody. */
  #turn = 0
  /** We are ending content, which is not its own doing. */
  #isEnding = false
  #isLeaving = false
  #hasToldStorage = false

  constructor(ports: PlayerPorts) {
    this.#ports = ports
    this.#server = new ContentServer(ports.token)
  }

  /** Sends what earlier launches have left, then plays. */
  async start(item: string | null): Promise<void> {
    const { store } = this.#ports
    const turn = ++this.#turn
    let state = await this.#askState({ item, unsent: [] })
    if (!state) return
    await holdPlayLock(state.attemptId)
    const outbox = new Outbox(store, state.attemptId)
    this.#outbox = outbox
    outbox.claim(state.writer)
    if (outbox.entries.length > 0) {
      state = await takeStock(outbox, item, (request) => this.#askState(request))
      if (!state) return
    }
    if (!store) this.#tellStorage()
    this.#saver = this.#saverFor(outbox, state)
    if (outbox.entries.length > 0) {
      // What content begins with must hold all of it.
      if (!(await this.#saver.drained())) return
      state = await this.#askState({ item, unsent: [], again: true })
      if (!state) return
    }
    const shown = this.#shownLast(state)
    if (shown !== null && shown !== state.item) {
      state = await this.#askState({ item: shown, unsent: [], again: true })
      if (!state) return
    }
    await this.#play(state, turn)
  }

  /** Ends what is playing, saves it, and plays another item. */
  async open(item: string): Promise<void> {
    if (this.#isOver || !this.#saver) return
    const turn = ++this.#turn
    await this.#endContent()
    if (!(await this.#saver.drained())) return
    const state = await this.#askState({ item, unsent: [], again: true })
    if (!state) return
    await this.#play(state, turn)
    // What was pressed to open it, or the content before, is not there any more.
    this.#ports.stage.focus()
  }

  /** Ends what is playing and saves it, for the learner who leaves. */
  async end(): Promise<void> {
    this.#turn++
    await this.#endContent()
    await this.#saver?.drained(endWithinMs)
    this.#ports.report({ samsyn: 'ended', isSaved: this.#isSaved })
  }

  /** The page is hidden, or about to go. */
  leaving(): void {
    this.#saver?.leaving()
  }

  /** The page goes. Content may still be told, and have its last words to save. */
  gone(): void {
    this.#isLeaving = true
    this.leaving()
  }

  /** Whether what content has set would be gone with the page: neither stored here nor with the server. */
  get wouldLose(): boolean {
    return !this.#isOver && this.#outbox?.isStored === false
  }

  online(): void {
    this.#saver?.hurry()
  }

  /** Another window of this browser has written to the store. */
  stored(change: { key: string | null; newValue: string | null }): void {
    if (!this.#outbox?.isClaim(change) || this.#isOver) return
    this.#saver?.stop()
    this.#told({ samsyn: 'taken-over' })
  }

  /** Shows the item, if the learner still wants it: content looks for its API as soon as it is there. */
  async #play(state: AttemptState, turn: number): Promise<void> {
    const item = state.items.find(({ identifier }) => identifier === state.item)
    if (!item?.launchUrl) return
    const unsent = this.#outbox?.workOf(item.identifier)
    const setApi =
      item.type === 'sco' ? await this.#loadApi(item, laidOver(state, unsent)) : clearApi
    if (!setApi || turn !== this.#turn || this.#isOver) return
    this.#item = item.identifier
    this.#wire.knows(item.identifier, state.seed.state?.elements ?? {})
    this.#isEnding = false
    setApi()
    this.#ports.stage.show(item.launchUrl, this.#ports.contentTitle)
    this.#told({ samsyn: 'item', item: item.identifier })
    this.#noteShown(state)
    if (item.type === 'asset') {
      // It says nothing itself: having been shown is all there is to it.
      this.#outbox?.begin(item.identifier, randomId())
      this.#saver?.flush()
    }
  }

  /**
   * The item that was on the screen when this browser last played, if nobody has saved anything since: the
   * server knows of an item only when content has said something in it.
   */
  #shownLast({ attemptId, lastSequence }: AttemptState): string | null {
    const shown = this.#ports.store?.getItem(shownKey(attemptId)) ?? ''
    const start = `${lastSequence} `
    return shown.startsWith(start) ? shown.slice(start.length) : null
  }

  #noteShown({ attemptId, lastSequence, item }: AttemptState): void {
    try {
      this.#ports.store?.setItem(shownKey(attemptId), `${lastSequence} ${item}`)
    } catch {
      // A store without room: then it goes on where something was saved last.
    }
  }

  #loadApi({ identifier }: PlayerItem, { seed, items }: AttemptState): Promise<SetApi | undefined> {
    const place = { items, current: identifier }
    const ports: ScormPorts = {
      began: (session) => {
        this.#outbox?.begin(identifier, session)
        this.#noted()
      },
      changed: (session, element, value) => {
        this.#outbox?.record(identifier, session, element, value)
        this.#noted()
      },
      commit: () => this.#commit(),
      finished: (session, request) => {
        this.#outbox?.finish(identifier, session)
        const isSafe = this.#commit()
        if (!this.#isEnding && !this.#isLeaving) {
          this.#goOn(identifier, request === null ? 'leaves' : afterEnd(request, place))
        }
        return isSafe
      },
    }
    return this.#patiently(() => loadApi(seed, ports, place))
  }

  /** Content has ended of its own accord, and it or its standard says what comes then. */
  #goOn(item: string, then: ReturnType<typeof afterEnd>): void {
    if (then === 'leaves') this.#told({ samsyn: 'finished', item })
    // When content has had its answer.
    else if (then !== 'stays') queueMicrotask(() => void this.open(then.item))
  }

  #noted(): void {
    this.#saver?.changed()
    if (this.#outbox?.isStored === false) this.#tellStorage()
    // After this there are no timers: what content says in its last moment goes when it has said it.
    if (this.#isLeaving) queueMicrotask(() => this.leaving())
  }

  #commit(): boolean {
    const isSafe = this.#saver?.commitNow() ?? false
    if (this.#isLeaving) this.leaving()
    return isSafe
  }

  async #endContent(): Promise<void> {
    this.#isEnding = true
    await this.#ports.stage.unload()
    clearApi()
    this.#item = null
  }

  /** Asks until there is an answer. Undefined when this launch may not go on. */
  async #askState(request: StateRequest): Promise<AttemptState | undefined> {
    const answer = await this.#patiently(() => this.#server.askState(request))
    if (answer?.outcome === 'state') return answer
    if (answer) this.#told({ samsyn: answer.outcome === 'stale-writer' ? 'taken-over' : 'refused' })
    return undefined
  }

  /** Tries until something other than null comes of it. Undefined when this launch may not go on. */
  async #patiently<Result>(attempt: () => Promise<Result | null>): Promise<Result | undefined> {
    for (let failures = 0; !this.#isOver; failures++) {
      const result = await attempt()
      if (result !== null) return result
      this.#told({ samsyn: 'waiting', changes: this.#outbox?.changes ?? 0, failing: true })
      await pause(pauses[Math.min(failures, pauses.length - 1)]!)
    }
    return undefined
  }

  #saverFor(outbox: Outbox, { writer, lastSequence }: AttemptState): Saver {
    return new Saver(
      {
        outbox,
        wire: this.#wire,
        send: (request, keepalive) => this.#server.send(request, keepalive),
        sendBlocking: (request) => this.#server.sendBlocking(request),
        takeStock: async () =>
          stockOf(await takeStock(outbox, this.#item, (request) => this.#server.askState(request))),
        report: (message) => this.#told(message),
      },
      writer,
      lastSequence,
    )
  }

  /** Whether this browser keeps nothing, of this attempt or another, that the server does not hold. */
  get #isSaved(): boolean {
    const { store } = this.#ports
    const isSent = this.#outbox?.entries.length === 0
    return isSent && (!store || keysFrom(store).length === 0)
  }

  #tellStorage(): void {
    if (this.#hasToldStorage) return
    this.#hasToldStorage = true
    this.#told({ samsyn: 'no-storage' })
  }

  #told(message: FromFrame): void {
    if (message.samsyn === 'taken-over' || message.samsyn === 'refused') {
      this.#isOver = true
      this.#isEnding = true
      this.#ports.stage.clear()
      clearApi()
    }
    this.#ports.report(message)
  }
}

const shownKey = (attemptId: string) => `samsyn.shown.${attemptId}`

/** With what the server does not take as yet: the learner has done it all the same. */
function laidOver(state: AttemptState, unsent: Record<string, string> = {}): AttemptState {
  if (Object.keys(unsent).length === 0) return state
  const { seed } = state
  const { elements, ...held } = seed.state ?? { totalSeconds: 0, isEnded: false }
  return {
    ...state,
    seed: { ...seed, state: { ...held, elements: { ...elements, ...unsent } } },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

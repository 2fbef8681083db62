import http from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What becomes of a request on its way. Those that end in "-after" let the server do its work and
 * spoil the answer.
 */
export const faultKinds = [
  'cut',
  'cut-after',
  'error',
  'error-after',
  'stall',
  'stall-after',
  'login-page',
  'login-page-after',
  'other-json',
  'truncated',
  'slow',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  kind: FaultKind
  /** How many requests it meets; without it, all until it is lifted. */
  times?: number
  /** Milliseconds that a stall or a slow line lasts. */
  lasts?: number
  /** Whether files and the frame's document are met as well, or only what the player saves and asks. */
  everything?: boolean
}

/** A request that has passed. */
export interface Passed {
  at: number
  path: string
  bytes: number
  status: number
  fault?: FaultKind
}

const loginPage =
  '<!doctype html><html lang="sv"><title>Logga in</title><h1>Logga in på nätverket</h1></html>'

/** Stands between browsers and a server on this machine, and spoils what it is told to, host by host. */
export class FaultProxy {
  /**
   * Takes "no-store" from what is answered, which keeps Chromium from keeping a page in memory for the back
   * button. Other browsers, and later ones, keep it all the same.
   */
  letsPagesBeKept = false
  readonly #server: http.Server
  readonly #upstream: number
  readonly #faults = new Map<string, Fault>()
  readonly #passed = new Map<string, Passed[]>()
  readonly #arrivals = new Map<string, () => void>()

  constructor(upstream: number) {
    this.#upstream = upstream
    this.#server = http.createServer((request, response) => this.#answer(request, response))
    this.#server.keepAliveTimeout = 2000
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  /** @param host "c-….samsyn.localhost:1234" */
  spoil(host: string, fault: Fault): void {
    this.#faults.set(host, { ...fault })
  }

  heal(host: string): void {
    this.#faults.delete(host)
  }

  isSpoilt(host: string | undefined): boolean {
    return host !== undefined && this.#faults.has(host)
  }

  /** The commits that a host has sent, spoilt or not. */
  commitsOf(host: string): Passed[] {
    return (this.#passed.get(host) ?? []).filter(({ path }) => path === '/_samsyn/commit')
  }

  /** Resolves when the host's next commit has been handed to the server, which has not answered it yet. */
  nextCommit(host: string): Promise<void> {
    return new Promise((resolve) => this.#arrivals.set(host, resolve))
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('error', () => response.destroy())
    request.on('end', () => this.#pass(request, response, Buffer.concat(pieces)))
  }

  #pass(request: http.IncomingMessage, response: http.ServerResponse, body: Buffer): void {
    const host = request.headers.host ?? ''
    const path = request.url ?? '/'
    const fault = this.#faultFor(host, path)
    const passed: Passed = {
      at: performance.now(),
      path,
      bytes: body.length,
      status: 0,
      fault: fault?.kind,
    }
    this.#passed.set(host, [...(this.#passed.get(host) ?? []), passed])
    const forward = (done: (answer: Answer | null) => void) =>
      this.#forward(request, body, (answer) => {
        passed.status = answer?.status ?? 0
        done(answer)
      })
    const cut = () => void response.destroy()
    const later = (work: () => void) => setTimeout(work, fault?.lasts ?? 30_000)
    const page = (status: number, type: string, text: string) =>
      response.writeHead(status, { 'Content-Type': type }).end(text)
    const html = 'text/html; charset=utf-8'
    switch (fault?.kind) {
      case 'cut':
        return cut()
      case 'cut-after':
        return forward(cut)
      case 'error':
        return void page(500, 'text/plain', 'Internal Server Error')
      case 'error-after':
        return forward(() => page(502, html, '<h1>Bad Gateway</h1>'))
      case 'stall':
        return void later(cut)
      case 'stall-after':
        return forward(() => later(cut))
      case 'login-page':
        return void page(200, html, loginPage)
      case 'login-page-after':
        return forward(() => page(200, html, loginPage))
      case 'other-json':
        return void page(200, 'application/json', '{"status":"ok"}')
      case 'truncated':
        return forward((answer) => (answer ? truncate(response, answer) : cut()))
      case 'slow':
        return void later(() => forward((answer) => (answer ? send(response, answer) : cut())))
      case undefined:
        return forward((answer) => (answer ? send(response, answer) : cut()))
    }
  }

  #faultFor(host: string, path: string): Fault | undefined {
    const fault = this.#faults.get(host)
    if (!fault) return undefined
    const isOurs = path === '/_samsyn/commit' || path === '/_samsyn/state'
    if (!isOurs && !fault.everything) return undefined
    if (fault.times !== undefined && --fault.times <= 0) this.#faults.delete(host)
    return fault
  }

  /** Null when the server is not there. */
  #forward(
    { method, url, headers }: http.IncomingMessage,
    body: Buffer,
    tell: (answer: Answer | null) => void,
  ): void {
    let isTold = false
    const done = (answer: Answer | null) => {
      if (!isTold) tell(answer)
      isTold = true
    }
    const onward = http.request(
      { host: '127.0.0.1', port: this.#upstream, method, path: url, headers, agent: false },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('error', () => done(null))
        answer.on('end', () => {
          const { statusCode: status = 0, headers } = answer
          if (this.letsPagesBeKept) delete headers['cache-control']
          done({ status, headers, body: Buffer.concat(pieces) })
        })
      },
    )
    onward.on('error', () => done(null))
    onward.end(body, () => {
      if (url !== '/_samsyn/commit') return
      this.#arrivals.get(headers.host ?? '')?.()
      this.#arrivals.delete(headers.host ?? '')
    })
  }
}

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

function send(response: http.ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _, connection: __, ...others } = headers
  const length = body.length > 0 ? { 'content-length': body.length } : {}
  response.writeHead(status, { ...others, ...length }).end(body)
}

function truncate(response: http.ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _, connection: __, ...others } = headers
  response.writeHead(status, { ...others, 'content-length': body.length })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}

import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

/** What the server answers, and how fast; it takes everything at once unless told otherwise. */
export interface MailServerManners {
  greetingMs?: number
  /** From a mail's last byte to the answer. */
  answerMs?: number
  /** An answer instead of yes to a receiver: 550, 450. */
  refuse?: (to: string) => number | undefined
  /** When a receiver has been named, and nothing of the mail has come. */
  onReceiver?: (to: string) => void
  /** When a mail's last byte has come, and it is neither kept nor answered. */
  onEnd?: (to: string) => void
  /** Keeps a mail when its last byte has come, not when it is answered. */
  keepsAtOnce?: boolean
}

export interface ReceivedMail {
  to: string
  source: string
}

/** A real SMTP server on loopback, in this process: down and up again on the same port, its mails kept. */
export class MailServer {
  readonly received: ReceivedMail[] = []
  manners: MailServerManners = {}
  /** How often a receiver was named, whatever came of it. */
  asked = 0
  #port = 0
  #server: SMTPServer | undefined
  readonly #sockets = new Set<Socket>()

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`
  }

  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onConnect: (_session, done) => void pause(this.manners.greetingMs ?? 0).then(() => done()),
      onRcptTo: ({ address }, _session, done) => {
        this.asked++
        this.manners.onReceiver?.(address)
        const code = this.manners.refuse?.(address)
        done(code ? Object.assign(new Error('no'), { responseCode: code }) : null)
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = session.envelope.rcptTo[0]!.address
          void this.#take({ to, source: Buffer.concat(chunks).toString() }, server, done)
        })
      },
    })
    server.on('error', () => undefined)
    server.server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
    server.listen(this.#port, '127.0.0.1')
    await once(server.server, 'listening')
    this.#port = (server.server.address() as AddressInfo).port
    this.#server = server
  }

  async #take(mail: ReceivedMail, server: SMTPServer, done: () => void): Promise<void> {
    const { answerMs = 0, keepsAtOnce = false } = this.manners
    this.manners.onEnd?.(mail.to)
    if (keepsAtOnce) this.received.push(mail)
    await pause(answerMs)
    // One that has ended meanwhile has kept nothing.
    if (!keepsAtOnce && this.#server === server) this.received.push(mail)
    done()
  }

  /** Ends as a server does whose machine is turned off: every connection breaks. */
  async stop(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => server.server.close(() => resolve()))
  }

  /** How many mails each receiver has. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const { to } of this.received) counts[to] = (counts[to] ?? 0) + 1
    return counts
  }
}

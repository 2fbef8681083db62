import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { env } from './env.server.ts'
import { keepInFolder, type Mail } from './mail.server.ts'

/**
 * What came of handing a mail over.
 * - accepted: the server has it, and answers for it
 * - refused-address: there is no such receiver (5xx at RCPT)
 * - refused: it does not take this mail (5xx at DATA or after)
 * - later: it does not take it now (4xx)
 * - away: the server, or our account with it, was not there; nothing was handed over
 * - withheld: whoever was asked just before the end said no; nothing was handed over
 * - doubtful: handed over to its last byte, and no answer came, nor did the server hang up
 */
export type Delivery =
  'accepted' | 'refused-address' | 'refused' | 'later' | 'away' | 'withheld' | 'doubtful'

/** A way to the mail server, kept open from one mail to the next. */
export interface MailRoad {
  /**
   * Hands one mail over.
   * @param mayEnd asked when the server has all but the last byte, without which it has nothing: from its yes
   *   on it is uncertain whether the server has the mail, until it answers
   */
  deliver: (mail: Mail, mayEnd: () => Promise<boolean>) => Promise<Delivery>
  close: () => void
}

/**
 * RFC 5321, 4.5.3.2.6: whoever waits less than ten minutes for the answer to a mail's end sends mails twice
 * to a server that is slow.
 */
const answerMs = 600_000
const mailsOfConnection = 100

/** Opens a way to the mail server that the settings name; without one mails are kept in the mail folder. */
export function openMailRoad(limits: { answerMs?: number } = {}): MailRoad {
  const url = env().SMTP_URL
  return url ? smtpRoad(url, limits.answerMs ?? answerMs) : folderRoad
}

const folderRoad: MailRoad = {
  deliver: async (mail, mayEnd) => {
    if (!(await mayEnd())) return 'withheld'
    await keepInFolder(mail)
    return 'accepted'
  },
  close: () => undefined,
}

function smtpRoad(url: string, socketTimeout: number): MailRoad {
  let open: { connection: SMTPConnection; sent: number } | undefined
  const close = () => {
    open?.connection.close()
    open = undefined
  }
  return {
    close: () => {
      open?.connection.quit()
      open = undefined
    },
    deliver: async (mail, mayEnd) => {
      if (open && (open.connection.destroyed || open.sent >= mailsOfConnection)) close()
      try {
        open ??= { connection: await connect(url, socketTimeout), sent: 0 }
      } catch {
        return 'away'
      }
      open.sent++
      const delivery = await send(open.connection, mail, mayEnd)
      // After anything but an answer to the mail itself, nobody knows what the connection waits for.
      if (delivery !== 'accepted') close()
      return delivery
    },
  }
}

async function connect(url: string, socketTimeout: number): Promise<SMTPConnection> {
  const { auth, ...options } = parseConnectionUrl(url)
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: 20_000,
    greetingTimeout: 30_000,
    socketTimeout,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject)
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (auth) {
      await new Promise<void>((resolve, reject) => {
        connection.login(auth, (error) => (error ? reject(error) : resolve()))
      })
    }
  } catch (error) {
    connection.close()
    throw error
  }
  return connection
}

async function send(
  connection: SMTPConnection,
  mail: Mail,
  mayEnd: () => Promise<boolean>,
): Promise<Delivery> {
  const composed = new MailComposer({ from: env().MAIL_FROM, ...mail }).compile()
  const content = await composed.build()
  let reached: 'begun' | 'withheld' | 'ended' = 'begun'
  const stream = Readable.from(
    (async function* () {
      yield content
      reached = (await mayEnd()) ? 'ended' : 'withheld'
      // The stream breaks off, and what the server has so far it throws away.
      if (reached === 'withheld') throw new Error('withheld')
    })(),
    { objectMode: false },
  )
  try {
    await new Promise<void>((resolve, reject) => {
      const { from, to } = composed.getEnvelope()
      connection.send({ from, to }, stream, (error) => (error ? reject(error) : resolve()))
    })
    return 'accepted'
  } catch (error) {
    return deliveryOf(error as SmtpError, reached)
  }
}

interface SmtpError extends Error {
  code?: string
  originalCode?: string
  command?: string
  responseCode?: number
}

/** The server's own no is a no, whenever it comes; without one it depends on how far the mail came. */
function deliveryOf(error: SmtpError, reached: 'begun' | 'withheld' | 'ended'): Delivery {
  const { command, responseCode = 0 } = error
  if (reached === 'withheld') return 'withheld'
  if (command === 'RCPT TO' || command === 'DATA') {
    if (responseCode >= 500) return command === 'RCPT TO' ? 'refused-address' : 'refused'
    if (responseCode >= 400 && responseCode !== 421) return 'later'
  }
  return reached === 'ended' && responseCode < 400 && !hungUp(error) ? 'doubtful' : 'away'
}

/**
 * Whether the server ended the connection. Before it has said 250 it has not taken a mail (RFC 5321, 6.1), and
 * one that ends while it takes one has as a rule not kept it.
 */
function hungUp({ code, originalCode }: SmtpError): boolean {
  return code === 'ECONNECTION' || originalCode === 'ECONNRESET' || originalCode === 'EPIPE'
}

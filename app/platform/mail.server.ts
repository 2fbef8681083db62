import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { newId } from '~/kernel/ids.ts'
import { env } from './env.server.ts'
import { singleton } from './singleton.server.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text; addresses on lines of their own. */
  text: string
  /** Without its brackets; a server that gets a mail twice can tell by it. */
  messageId?: string
  headers?: Record<string, string>
}

const folder = () => path.join(env().DATA_FOLDER, 'mail')

function transport() {
  const url = env().SMTP_URL
  if (!url) return undefined
  return singleton('smtp', () =>
    // A slow server is waited for: who hangs up on it sends the same mail once more.
    createTransport({ url, connectionTimeout: 10_000, socketTimeout: 600_000 }),
  )
}

/**
 * Sends one message by SMTP, or, where no SMTP is set, writes it to the mail folder.
 * @throws the transport's error; the calling job tries again
 */
export async function sendMail(mail: Mail): Promise<void> {
  const smtp = transport()
  if (smtp) await smtp.sendMail({ from: env().MAIL_FROM, ...mail })
  else await keepInFolder(mail)
}

/** Writes one message to the mail folder instead of sending it. */
export async function keepInFolder(mail: Mail): Promise<void> {
  const message = { from: env().MAIL_FROM, ...mail }
  const written = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
  }).sendMail(message)
  mkdirSync(folder(), { recursive: true })
  writeFileSync(path.join(folder(), `${newId()}.eml`), written.message as Buffer)
  writeFileSync(
    path.join(folder(), `${newId()}.json`),
    JSON.stringify({
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      at: new Date().toISOString(),
    }),
  )
}

export interface KeptMail extends Pick<Mail, 'to' | 'subject' | 'text'> {
  id: string
  at: string
}

/** The newest messages of the mail folder, for the mailbox page of the demo and of development. */
export function readMailbox(most = 50): KeptMail[] {
  mkdirSync(folder(), { recursive: true })
  return readdirSync(folder())
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, most)
    .map((name) => ({
      id: name.slice(0, -5),
      ...(JSON.parse(readFileSync(path.join(folder(), name), 'utf8')) as Omit<KeptMail, 'id'>),
    }))
}

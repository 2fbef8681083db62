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
}

const folder = () => path.join(env().DATA_FOLDER, 'mail')

function transport() {
  const url = env().SMTP_URL
  if (!url) return undefined
  return singleton('smtp', () =>
    createTransport({ url, connectionTimeout: 10_000, socketTimeout: 30_000 }),
  )
}

/**
 * Sends one message by SMTP, or, where no SMTP is set, writes it to the mail folder.
 * @throws the transport's error; the calling job tries again
 */
export async function sendMail(mail: Mail): Promise<void> {
  const message = { from: env().MAIL_FROM, ...mail }
  const smtp = transport()
  if (smtp) {
    await smtp.sendMail(message)
    return
  }
  const written = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
  }).sendMail(message)
  mkdirSync(folder(), { recursive: true })
  writeFileSync(path.join(folder(), `${newId()}.eml`), written.message as Buffer)
  writeFileSync(
    path.join(folder(), `${newId()}.json`),
    JSON.stringify({ ...mail, at: new Date().toISOString() }),
  )
}

export interface KeptMail extends Mail {
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

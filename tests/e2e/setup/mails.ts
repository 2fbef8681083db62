import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { SamsynServer } from './samsyn-server.ts'

export interface SentMail {
  to: string
  subject: string
  text: string
}

/** The mails that a server has sent to an address, the oldest first. */
export function mailsTo({ dataFolder }: SamsynServer, address: string): SentMail[] {
  const folder = path.join(dataFolder, 'mail')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => readMail(path.join(folder, name)))
    .filter(({ to }) => to === address)
}

/** Waits for a mail with this subject; the latest, where there are several. */
export async function mailTo(
  samsyn: SamsynServer,
  address: string,
  subject: string,
): Promise<SentMail> {
  const found = () => mailsTo(samsyn, address).findLast((mail) => mail.subject === subject)
  await expect.poll(() => found()?.subject, { intervals: [100] }).toBe(subject)
  return found()!
}

/** The path of the first of our own addresses in a mail, which stands on a line of its own. */
export function linkIn({ text }: SentMail, { origin }: SamsynServer): string {
  const line = text.split('\n').find((each) => each.startsWith(`${origin}/`))
  expect(line, 'the mail holds a link of ours').toBeTruthy()
  return line!.slice(origin.length)
}

// A mail that is being written this very moment cannot be read yet.
function readMail(file: string): SentMail[] {
  try {
    return [JSON.parse(readFileSync(file, 'utf8')) as SentMail]
  } catch {
    return []
  }
}

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { MailServer } from '../../../tests/setup/mail-server.ts'
import { onServer, withDatabase } from '../../../tests/setup/server-databases.ts'

// Each test starts the program four times.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-sender-'))
const served = inject('servedTemplate')
const server = new MailServer()
const databases: string[] = []

beforeAll(() => server.start())
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  for (const name of databases) await onServer(served!.url, `drop database ${name} with (force)`)
})

let settings: Record<string, string>
beforeEach(async () => {
  server.received.length = 0
  settings = {
    DATA_FOLDER: path.join(folder, newId()),
    SECRET: 'only for tests '.repeat(3),
    LOG_LEVEL: 'silent',
    SMTP_URL: server.url,
  }
  if (!served) {
    settings.EMBEDDED_IMAGE = inject('embeddedTemplate')
    return
  }
  const name = `samsyn_sender_${process.pid}_${databases.length}`
  await onServer(served.url, `create database ${name} template ${served.template}`)
  databases.push(name)
  settings.DATABASE_URL = withDatabase(served.url, name)
})
afterEach(() => {
  server.manners = {}
})

/** A Monday, and so long after that whoever was silent has ended. */
const [morning, later] = ['2026-09-07T07:00:00Z', '2026-09-07T08:00:00Z']

const processOf = (command: string[], now: string) => ({
  args: ['--import', 'tsx', path.resolve('tests/setup/send-process.ts'), ...command],
  env: { ...process.env, ...settings, NOW: now },
})

async function run(command: string[], now = morning): Promise<unknown> {
  const { args, env } = processOf(command, now)
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return JSON.parse(stdout)
}

/** Sends, and is killed where the mail server says so. */
async function killedWhile(manners: (kill: () => void) => MailServer['manners']): Promise<void> {
  const { args, env } = processOf(['send', '1'], morning)
  const sender = spawn(process.execPath, args, { env, stdio: 'ignore' })
  server.manners = manners(() => sender.kill('SIGKILL'))
  const [, signal] = (await once(sender, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  server.manners = {}
}

const onceEach = (emails: string[]) => Object.fromEntries(emails.map((email) => [email, 1]))

test('a sender killed before the fifth mail has come has each of ten mails sent once', async () => {
  const emails = (await run(['make', '10'])) as string[]
  let named = 0
  await killedWhile((kill) => ({ onReceiver: () => void (++named === 5 && kill()) }))
  expect(server.received).toHaveLength(4)
  await run(['send', '4'], later)
  expect(server.counts()).toEqual(onceEach(emails))
  expect(await run(['look'])).toEqual([{ status: 'sent', count: 10 }])
})

test('a sender killed while the server takes in the fifth mail has each of ten mails sent once', async () => {
  const emails = (await run(['make', '10'])) as string[]
  let ended = 0
  // The server has the mail to its last byte, and keeps it though nobody waits for its answer.
  await killedWhile((kill) => ({
    answerMs: 50,
    keepsAtOnce: true,
    onEnd: () => void (++ended === 5 && kill()),
  }))
  await run(['send', '4'], later)
  expect(server.counts()).toEqual(onceEach(emails))
  expect(await run(['look'])).toEqual([
    { status: 'doubtful', count: 1 },
    { status: 'sent', count: 9 },
  ])
})

test('letters go the same way: a sender killed before the third has come sends each of five once', async () => {
  const emails = (await run(['make-letters', '5'])) as string[]
  let named = 0
  await killedWhile((kill) => ({ onReceiver: () => void (++named === 3 && kill()) }))
  expect(server.received).toHaveLength(2)
  await run(['send', '4'], later)
  expect(server.counts()).toEqual(onceEach(emails))
  expect(await run(['look'])).toEqual([{ status: 'sent', count: 5 }])
})

test('a sender that begins again at once leaves alone what another may still have', async () => {
  await run(['make', '3'])
  let named = 0
  await killedWhile((kill) => ({ onReceiver: () => void (++named === 1 && kill()) }))
  expect(await run(['send', '4'])).toMatchObject({ deliveries: { accepted: 2 } })
})

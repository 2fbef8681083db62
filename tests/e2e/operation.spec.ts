import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from './setup/test.ts'
import { fetchFrom, postForm } from './setup/loopback.ts'

interface Run {
  child: ChildProcess
  output: () => string
  ended: Promise<number | null>
}

/** Starts the built server with just these settings. */
function start(settings: Record<string, string>): Run {
  const child = spawn(process.execPath, ['build/server.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...settings },
  })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (text += piece.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  return { child, output: () => text, ended }
}

const port = 3000 + Math.floor(Math.random() * 900) + 100

test('a wrong setting, or a production start without a served database, ends with one clear line', async () => {
  const wrong = start({ DEMO: '1', PORT: 'http' })
  expect(await wrong.ended).toBe(1)
  expect(wrong.output().trim()).toMatch(/^Setting PORT must be a number[^\n]*$/)
  const embedded = start({})
  expect(await embedded.ended).toBe(1)
  expect(embedded.output().trim()).toMatch(
    /^Setting DATABASE_URL is missing[^\n]*ALLOW_EMBEDDED=1[^\n]*$/,
  )
})

test('a production start invents nobody, gives one administrator link, keeps its data, and stops when asked', async () => {
  test.setTimeout(150_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-production-'))
  const settings = { ALLOW_EMBEDDED: '1', DATA_FOLDER: folder, PORT: String(port) }
  const status = (address: string) =>
    fetchFrom(port, { path: address }).then(
      (answer) => answer.status,
      () => 0,
    )
  try {
    const first = start(settings)
    await expect.poll(first.output, { timeout: 60_000 }).toContain('/administrator/')
    expect(first.output()).not.toContain('demo.samsyn.example')
    expect(await status('/readyz')).toBe(200)
    expect(await status('/mailbox')).toBe(404)

    const second = start({ ...settings, PORT: String(port + 1) })
    expect(await second.ended).toBe(1)
    expect(second.output()).toMatch(/already open in process \d+/)

    const link = /\/administrator\/\S+/.exec(first.output())![0]
    const account = {
      givenName: 'Ada',
      familyName: 'Första',
      email: 'ada@example.se',
      password: 'tolv tecken eller fler',
      language: 'sv',
    }
    const made = await postForm(port, link, account)
    expect([made.status, made.headers.location]).toEqual([302, '/people'])

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const again = start(settings)
    const begun = performance.now()
    await expect.poll(() => status('/readyz'), { timeout: 60_000, intervals: [100] }).toBe(200)
    test.info().annotations.push({
      type: 'seconds to start again',
      description: String((performance.now() - begun) / 1000),
    })
    await expect.poll(again.output).toContain('Samsyn is running')
    expect(again.output()).not.toContain('/administrator/')
    const signedIn = await postForm(port, '/sign-in', {
      email: account.email,
      password: account.password,
    })
    expect(String(signedIn.headers['set-cookie'])).toContain('session=')
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('localhost leads to the app, and an unknown host is told where it is', async ({ samsyn }) => {
  const alias = await fetchFrom(samsyn.port, { path: '/courses', host: `localhost:${samsyn.port}` })
  expect([alias.status, alias.headers.location]).toEqual([302, `${samsyn.origin}/courses`])
  const unknown = await fetchFrom(samsyn.port, { path: '/', host: 'elsewhere.example' })
  expect(unknown.status).toBe(421)
  expect(unknown.body).toContain(samsyn.origin)
})

test('a form from another origin changes nothing', async ({ samsyn }) => {
  const fields = { email: 'a@example.se', password: 'x' }
  for (const origin of [
    'http://evil.example',
    `http://c-abcdefghijklmnopqrst.samsyn.localhost:${samsyn.port}`,
    'null',
  ]) {
    const answer = await postForm(samsyn.port, '/sign-in', fields, { origin })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('inget har ändrats')
  }
})

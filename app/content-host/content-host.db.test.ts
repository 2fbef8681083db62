import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signLaunch } from '~/domain/attempt/launch-token.server.ts'
import { keepBlob } from '~/platform/blobs.server.ts'
import { commitOf, makeAttempt, type MadeAttempt } from '../../tests/factories/attempt.ts'
import { makeModule, makePackage, packageItem } from '../../tests/factories/catalogue.ts'
import { makePerson } from '../../tests/factories/identity.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { answerContentHost } from './content-host.server.ts'

useDatabase()

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-content-'))
process.env.DATA_FOLDER = folder

const digits = '0123456789'.repeat(10)
const files = {
  'index.html': { text: '<!doctype html><p>Start', mediaType: 'text/html' },
  'media/film.mp4': { text: digits, mediaType: 'video/mp4' },
  // As a Mac names it: a letter and a ring.
  ['bilder/på väg.png'.normalize('NFD')]: { text: 'png', mediaType: 'image/png' },
  'tom.css': { text: '', mediaType: 'text/css' },
}

let server: Server
let origin: string
let attempt: MadeAttempt
let hostLabel: string
beforeAll(async () => {
  if (!existsSync('build/player-frame/manifest.json')) {
    const vite = path.resolve('node_modules/vite/bin/vite.js')
    execFileSync(process.execPath, [vite, 'build', '--config', 'vite.player.config.ts'])
  }
  const kept = []
  for (const [name, { text, mediaType }] of Object.entries(files)) {
    const sha256 = createHash('sha256').update(text).digest('hex')
    const from = path.join(folder, 'file')
    writeFileSync(from, text)
    await keepBlob(from, sha256)
    kept.push({ path: name, sha256, bytes: text.length, mediaType })
  }
  const packageId = await makePackage({ files: kept })
  attempt = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
  hostLabel = attempt.launch.hostLabel
  const app = express()
  app.use('/host/:label', (request, response, next) => {
    answerContentHost(request, response, request.params.label).catch(next)
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (address: string, headers: Record<string, string> = {}, label = hostLabel) =>
  fetch(`${origin}/host/${label}${address}`, { headers })

const token = (label = hostLabel) =>
  signLaunch({ ...attempt.launch, hostLabel: label }, process.env.SECRET!, new Date())

const post = (address: string, body: unknown, bearer: string | null = token(), label = hostLabel) =>
  fetch(`${origin}/host/${label}${address}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('a package file', () => {
  test('comes as what it is, to be kept for ever, and framed by us only', async () => {
    const answer = await get('/content/index.html')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(files['index.html'].text)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': '23',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
    })
    const policy = answer.headers.get('content-security-policy')!
    expect(policy).toContain("frame-ancestors 'self' http://samsyn.localhost:3000")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toMatch(/^default-src 'self' /)
  })

  test('that the browser has is not sent again', async () => {
    const etag = (await get('/content/index.html')).headers.get('etag')!
    const answer = await get('/content/index.html', { 'If-None-Match': `W/"x", ${etag}` })
    expect(answer.status).toBe(304)
    expect(await answer.text()).toBe('')
  })

  test('comes in parts, so that a film can be wound', async () => {
    const part = await get('/content/media/film.mp4', { Range: 'bytes=10-14' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 10-14/100')
    expect(await part.text()).toBe('01234')
    const end = await get('/content/media/film.mp4', { Range: 'bytes=-3' })
    expect(await end.text()).toBe('789')
    const beyond = await get('/content/media/film.mp4', { Range: 'bytes=100-' })
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe('bytes */100')
  })

  test('comes whole when the part asked for is of another file', async () => {
    const headers = { Range: 'bytes=10-14', 'If-Range': '"another"' }
    const answer = await get('/content/media/film.mp4', headers)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(digits)
  })

  test('is found by its name in either form of å, and with a query behind it', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const name = encodeURI('bilder/på väg.png'.normalize(form))
      expect((await get(`/content/${name}?v=2`)).status).toBe(200)
    }
  })

  test('may be empty', async () => {
    const answer = await get('/content/tom.css')
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  test('of HEAD has everything but the bytes', async () => {
    const address = `${origin}/host/${hostLabel}/content/media/film.mp4`
    const answer = await fetch(address, { method: 'HEAD' })
    expect(answer.headers.get('content-length')).toBe('100')
    expect(await answer.text()).toBe('')
  })

  test.each([
    '/content/',
    '/content/missing.html',
    '/content/..%2f..%2fpackage.json',
    '/content/%2e%2e/secret',
    '/content/media',
    '/content/INDEX.HTML',
    '/content/index.html%00',
    '/content//etc/passwd',
  ])('is all there is: %s is not there', async (address) => {
    expect((await get(address)).status).toBe(404)
  })

  test("of another registration's package is not there", async () => {
    const other = await makeAttempt((await makePerson()).personId, await makeModule())
    const answer = await get('/content/media/film.mp4', {}, other.launch.hostLabel)
    expect(answer.status).toBe(404)
  })
})

describe('the player frame', () => {
  test('runs our script only, and stands in our page only', async () => {
    const answer = await get('/_samsyn/frame')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const policy = answer.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain('frame-ancestors http://samsyn.localhost:3000')
    const script = /src="([^"]+\.js)"/.exec(await answer.text())![1]!
    const asset = await get(script)
    expect(asset.status).toBe(200)
    expect(asset.headers.get('content-type')).toMatch(/javascript/)
    expect(asset.headers.get('cache-control')).toContain('immutable')
  })

  test('is on the hosts of registrations, and on no other', async () => {
    expect((await get('/_samsyn/frame', {}, 'a'.repeat(26))).status).toBe(404)
  })
})

describe('the state and the commits', () => {
  test('are for who carries a launch token', async () => {
    const state = await post('/_samsyn/state', { item: null, unsent: [] })
    expect(state.status).toBe(200)
    expect(state.headers.get('cache-control')).toBe('no-store')
    expect(await state.json()).toMatchObject({
      outcome: 'state',
      attemptId: attempt.attemptId,
      item: 'item-1',
    })
    const commits = [commitOf(1, { 'cmi.core.lesson_location': '2' })]
    const commit = await post('/_samsyn/commit', { commits })
    expect(commit.status).toBe(200)
    expect(await commit.json()).toMatchObject({ outcome: 'held', sequence: 1 })
    const gap = await post('/_samsyn/commit', { commits: [commitOf(5, {})] })
    expect([gap.status, await gap.json()]).toEqual([409, { outcome: 'gap', expected: 2 }])
  })

  test.each(['/_samsyn/state', '/_samsyn/commit'])(
    'refuse at %s whoever has none, or one for another host',
    async (address) => {
      const body = { item: null, unsent: [], commits: [commitOf(2, {})] }
      const foreign = token('b'.repeat(26))
      for (const bearer of [null, 'nonsense', foreign]) {
        const answer = await post(address, body, bearer)
        expect([answer.status, await answer.json()]).toEqual([401, { outcome: 'token-refused' }])
      }
    },
  )

  test.each(['{"half', '[]', '{"commits":[]}', '{"commits":[{"sequence":0}]}', '"text"'])(
    'answer %s by saying that it is malformed',
    async (body) => {
      const answer = await post('/_samsyn/commit', body)
      expect([answer.status, await answer.json()]).toEqual([400, { outcome: 'malformed' }])
    },
  )

  test('cannot be read with GET', async () => {
    for (const address of ['/_samsyn/state', '/_samsyn/commit']) {
      expect((await get(address, { Authorization: `Bearer ${token()}` })).status).toBe(404)
    }
  })
})

test.each(['/', '/home', '/_samsyn', '/_samsyn/', '/_samsyn/assets/', '/_samsyn/assets/x.js'])(
  'there is nothing at %s',
  async (address) => {
    expect((await get(address)).status).toBe(404)
  },
)

test('no answer sets a cookie, and none looks at one', async () => {
  const cookie = { Cookie: 'session=anything' }
  const answers = [
    await get('/content/index.html', cookie),
    await get('/_samsyn/frame', cookie),
    await get('/nothing', cookie),
    await post('/_samsyn/state', { item: null, unsent: [] }),
  ]
  for (const answer of answers) expect(answer.headers.get('set-cookie')).toBeNull()
})

test('an item whose name is no file name is launched by its path', async () => {
  const items = [packageItem({ identifier: 'del/1 å', launchPath: 'a b/å.html' })]
  const packageId = await makePackage({ items })
  const made = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
  const bearer = signLaunch(made.launch, process.env.SECRET!, new Date())
  const asked = { item: 'del/1 å', unsent: [] }
  const state = await post('/_samsyn/state', asked, bearer, made.launch.hostLabel)
  expect(await state.json()).toMatchObject({
    item: 'del/1 å',
    items: [{ launchUrl: '/content/a%20b/%C3%A5.html' }],
  })
})

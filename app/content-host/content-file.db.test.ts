import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { readContentBase } from '~/domain/attempt/content-file.server.ts'
import { blobs } from '~/platform/blobs.server.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAttempt, type MadeAttempt } from '../../tests/factories/attempt.ts'
import { makeModule, makePackage } from '../../tests/factories/catalogue.ts'
import { makePerson } from '../../tests/factories/identity.ts'
import { keptFile, useContentServer } from '../../tests/setup/content-server.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { lockedPolicy } from './content-headers.server.ts'

useDatabase()
const server = useContentServer()

const digits = '0123456789'.repeat(10)
const pageText = '<!doctype html><meta charset="iso-8859-1"><p>Start'
// Longer than what is worth packing, and in Latin-1 as old tools write.
const longPage = Buffer.from(`<!doctype html><p>${'på väg '.repeat(1_000)}`, 'latin1')
const script = `export const text = '${'abc '.repeat(500)}'`

let attempt: MadeAttempt
let base: string
beforeAll(async () => {
  const packageId = await makePackage({
    files: [
      await keptFile('index.html', 'text/html', pageText),
      await keptFile('lång.html', 'text/html', longPage),
      await keptFile('js/app.mjs', 'text/javascript', script),
      await keptFile('media/film.mp4', 'video/mp4', digits),
      // As a Mac names it: a letter and a ring.
      await keptFile('bilder/på väg.png'.normalize('NFD'), 'image/png', 'png'),
      await keptFile('tom.css', 'text/css', ''),
      await keptFile('min%20bild.png', 'image/png', 'escaped'),
      await keptFile('Övning/Bild.png', 'image/png', 'capitals'),
      await keptFile('stor/A.txt', 'text/plain', 'A'),
    ],
  })
  attempt = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
  base = await readContentBase(attempt.attemptId)
})

const get = (path: string, headers: Record<string, string> = {}, from = base) =>
  server.ask(attempt.launch.hostLabel, from + path, headers)

const head = (path: string, headers: Record<string, string> = {}) =>
  server.ask(attempt.launch.hostLabel, base + path, headers, 'HEAD')

describe('a package file', () => {
  test('comes as what it is, to be kept for ever, and framed by us only', async () => {
    const answer = await get('index.html')
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toBe(pageText)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html',
      'content-length': String(pageText.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
    })
    const policy = answer.headers['content-security-policy'] as string
    expect(policy).toContain("frame-ancestors 'self' http://samsyn.localhost:3000")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toMatch(/^default-src 'self' /)
  })

  test('that the browser has is not sent again', async () => {
    const { etag } = (await get('index.html')).headers
    for (const known of [`W/"x", ${etag!}`, `W/${etag!}`, '*']) {
      const answer = await get('index.html', { 'If-None-Match': known })
      expect([answer.status, answer.body.length]).toEqual([304, 0])
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'self' /)
    }
    expect((await get('index.html', { 'If-None-Match': '"another"' })).status).toBe(200)
  })

  test('is found by its name in either form of å', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const name = encodeURI('bilder/på väg.png'.normalize(form))
      expect((await get(`${name}?v=2`)).status).toBe(200)
    }
  })

  test.each([
    ['min%20bild.png', 'escaped'],
    ['min bild.png', 'escaped'],
    ['MIN%20BILD.PNG', 'escaped'],
    ['%C3%96vning/BILD.PNG', 'capitals'],
    ['%C3%B6vning/bild.png', 'capitals'],
    [encodeURI('övning/Bild.png'.normalize('NFD')), 'capitals'],
    ['stor/a.TXT', 'A'],
  ])('is found as Windows tools name it: %s', async (name, content) => {
    const answer = await get(encodeURI(decodeURI(name)))
    expect([answer.status, answer.body.toString()]).toEqual([200, content])
  })

  test('may be empty', async () => {
    const answer = await get('tom.css')
    expect([answer.status, answer.body.length]).toEqual([200, 0])
  })

  test('whose bytes are gone is no answer to be kept', async () => {
    const kept = await keptFile('borta.js', 'text/javascript', 'gone')
    const packageId = await makePackage({ files: [kept] })
    const made = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
    await blobs().remove(kept.sha256)
    const answer = await server.ask(made.launch.hostLabel, `${base}borta.js`)
    expect(answer.status).toBe(500)
    expect(answer.headers['cache-control'] ?? '').not.toContain('immutable')
  })

  test.each([
    '',
    'missing.html',
    '..%2f..%2fpackage.json',
    '%2e%2e/secret',
    'media',
    'index.html%00',
    '/etc/passwd',
  ])('is all there is: %s is not there', async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store'])
  })

  test.each(['/content/index.html', '/content//index.html', '/content/x/index.html'])(
    'is not at %s, without the policy in its address',
    async (address) => {
      expect((await server.ask(attempt.launch.hostLabel, address)).status).toBe(404)
    },
  )

  test("of another registration's package is not there", async () => {
    const other = await makeAttempt((await makePerson()).personId, await makeModule())
    const answer = await server.ask(other.launch.hostLabel, `${base}media/film.mp4`)
    expect(answer.status).toBe(404)
  })

  test('is no page of its own: opened beside the player it sends the learner to the course', async () => {
    const framed = await get('index.html', { 'Sec-Fetch-Dest': 'iframe' })
    expect([framed.status, framed.headers.vary]).toEqual([200, 'Sec-Fetch-Dest'])
    expect(framed.headers['content-security-policy']).toContain('; sandbox allow-scripts ')
    for (const path of ['index.html', 'js/app.mjs', 'missing.html']) {
      const alone = await get(path, { 'Sec-Fetch-Dest': 'document' })
      expect([alone.status, alone.headers['cache-control']]).toEqual([404, 'no-store'])
      expect(alone.headers['content-security-policy']).toBe(lockedPolicy)
      expect(alone.body.toString()).toContain(
        'Öppna kursen från Samsyn: http://samsyn.localhost:3000',
      )
    }
  })

  test('is no service worker, which could answer pages without any policy', async () => {
    expect((await get('js/app.mjs', { 'Service-Worker': 'script' })).status).toBe(404)
  })
})

describe('a part of a file', () => {
  test('comes alone, so that a film can be wound', async () => {
    const part = await get('media/film.mp4', { Range: 'bytes=10-14' })
    expect(part.status).toBe(206)
    expect(part.headers['content-range']).toBe('bytes 10-14/100')
    expect(part.headers['content-length']).toBe('5')
    expect(part.body.toString()).toBe('01234')
    const end = await get('media/film.mp4', { Range: 'bytes=-3' })
    expect(end.body.toString()).toBe('789')
  })

  test('that lies beyond the end is refused with the size, and the refusal is not kept', async () => {
    const beyond = await get('media/film.mp4', { Range: 'bytes=100-' })
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */100'])
    expect(beyond.headers['cache-control']).toBe('no-store')
  })

  test('is the whole where it is of another file, or where several are asked for', async () => {
    const { etag } = (await get('media/film.mp4')).headers
    const Range = 'bytes=10-14'
    const other = await get('media/film.mp4', { Range, 'If-Range': '"another"' })
    expect([other.status, other.body.toString()]).toEqual([200, digits])
    expect((await get('media/film.mp4', { Range, 'If-Range': etag! })).status).toBe(206)
    const several = await get('media/film.mp4', { Range: 'bytes=0-1, 5-6' })
    expect([several.status, several.body.toString()]).toEqual([200, digits])
  })

  test('is a part of the file as it is, never of what is packed', async () => {
    const headers = { Range: 'bytes=0-14', 'Accept-Encoding': 'br, gzip' }
    const part = await get(encodeURI('lång.html'), headers)
    expect(part.status).toBe(206)
    expect(part.headers['content-encoding']).toBeUndefined()
    expect(part.body.toString('latin1')).toBe('<!doctype html>')
  })
})

describe('text', () => {
  const path = encodeURI('lång.html')

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ])(
    'is packed for who accepts %s, without a word on its charset',
    async (accepted, coding, unpack) => {
      const answer = await get(path, { 'Accept-Encoding': accepted })
      expect(answer.headers).toMatchObject({
        'content-encoding': coding,
        'content-length': String(answer.body.length),
        'content-type': 'text/html',
        vary: 'Accept-Encoding, Sec-Fetch-Dest',
      })
      expect(answer.body.length).toBeLessThan(longPage.length / 10)
      expect(unpack(answer.body).equals(longPage)).toBe(true)
    },
  )

  test('is sent as it is to who does not, and tells caches that there are others', async () => {
    const answer = await get(path)
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.headers.vary).toBe('Accept-Encoding, Sec-Fetch-Dest')
    expect(answer.body.equals(longPage)).toBe(true)
  })

  test('has another tag for each way that it is packed', async () => {
    const ways = ['br', 'gzip', 'identity']
    const answers = await Promise.all(ways.map((way) => get(path, { 'Accept-Encoding': way })))
    const tags = answers.map(({ headers }) => headers.etag!)
    expect(new Set(tags).size).toBe(3)
    const known = { 'If-None-Match': tags[0]! }
    expect((await get(path, { ...known, 'Accept-Encoding': 'br' })).status).toBe(304)
    expect((await get(path, { ...known, 'Accept-Encoding': 'gzip' })).status).toBe(200)
  })

  test('that is asked for by many at once is packed once, and kept', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => get('js/app.mjs', { 'Accept-Encoding': 'br' })),
    )
    for (const { body } of answers) expect(brotliDecompressSync(body).toString()).toBe(script)
    const packed = []
    for await (const blob of blobs().list()) {
      if (blob.name.endsWith('.br') && blob.bytes === answers[0]!.body.length) packed.push(blob)
    }
    expect(packed).toHaveLength(1)
  })

  test('of HEAD has everything but the bytes', async () => {
    const plain = await head(path)
    expect([plain.headers['content-length'], plain.body.length]).toEqual([
      String(longPage.length),
      0,
    ])
    const packed = await head(path, { 'Accept-Encoding': 'br' })
    const whole = await get(path, { 'Accept-Encoding': 'br' })
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      'content-length': whole.headers['content-length'],
      etag: whole.headers.etag,
    })
  })

  test('that is short, and what is packed by its format, comes as it is', async () => {
    const film = await keptFile('lång.mp4', 'video/mp4', randomBytes(4_000))
    const packageId = await makePackage({ files: [film] })
    const made = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
    const asked = { 'Accept-Encoding': 'br, gzip' }
    const address = base + encodeURI('lång.mp4')
    const answers = [
      await get('index.html', asked),
      await server.ask(made.launch.hostLabel, address, asked),
    ]
    for (const { status, headers } of answers) {
      expect([status, headers['content-encoding']]).toEqual([200, undefined])
      expect(headers.vary ?? '').not.toContain('Accept-Encoding')
    }
  })
})

describe('what an editor allows a package', () => {
  test('gives its files another address and another policy; the former are not kept', async () => {
    const file = await keptFile('index.html', 'text/html', pageText)
    const packageId = await makePackage({ files: [file] })
    const made = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
    const ask = (from: string) => server.ask(made.launch.hostLabel, `${from}index.html`)
    const before = await readContentBase(made.attemptId)
    const host = { packageId, host: 'cdn.example.com', kinds: ['script'] }
    await prisma().packageHost.create({ data: { ...host, foundIn: 'index.html' } })
    // Found in the package, and so far not allowed.
    expect(await readContentBase(made.attemptId)).toBe(before)

    await prisma().packageHost.updateMany({ where: { packageId }, data: { allowedAt: new Date() } })
    const after = await readContentBase(made.attemptId)
    expect(after).not.toBe(before)
    const fresh = await ask(after)
    expect(fresh.headers['cache-control']).toContain('immutable')
    expect(fresh.headers['content-security-policy']).toContain(' https://cdn.example.com')
    const late = await ask(before)
    expect(late.status).toBe(200)
    expect(late.headers['cache-control']).toBe('private, no-cache')
    expect(late.headers['content-security-policy']).toBe(fresh.headers['content-security-policy'])
  })
})

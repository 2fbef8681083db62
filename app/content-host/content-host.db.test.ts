import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { readContentBase } from '~/domain/attempt/content-file.server.ts'
import { signLaunch } from '~/domain/attempt/launch-token.server.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { commitOf, makeAttempt, type MadeAttempt } from '../../tests/factories/attempt.ts'
import { makeModule, makePackage, packageItem } from '../../tests/factories/catalogue.ts'
import { makePerson } from '../../tests/factories/identity.ts'
import { keptFile, useContentServer } from '../../tests/setup/content-server.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { lockedPolicy } from './content-headers.server.ts'

useDatabase()
const server = useContentServer()

let attempt: MadeAttempt
let hostLabel: string
let start: string
beforeAll(async () => {
  const page = await keptFile('index.html', 'text/html', '<!doctype html><p>Start')
  const packageId = await makePackage({ files: [page] })
  attempt = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
  hostLabel = attempt.launch.hostLabel
  start = `${await readContentBase(attempt.attemptId)}index.html`
})

const get = (address: string, headers: Record<string, string> = {}, label = hostLabel) =>
  fetch(server.hostOrigin(label) + address, { headers })

const token = (label = hostLabel) =>
  signLaunch({ ...attempt.launch, hostLabel: label }, process.env.SECRET!, new Date())

const post = (address: string, body: unknown, bearer: string | null = token(), label = hostLabel) =>
  fetch(server.hostOrigin(label) + address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
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

describe('the document that clears a host', () => {
  test('runs one script in our page only, the same on every host', async () => {
    const registration = await get('/_samsyn/clear')
    const open = await fetch(`${server.openOrigin('a'.repeat(26))}/_samsyn/clear`)
    const text = await registration.text()
    expect(await open.text()).toBe(text)
    for (const answer of [registration, open]) {
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      const script = /<script>([^]*)<\/script>/.exec(text)![1]!
      const hash = createHash('sha256').update(script).digest('base64')
      expect(answer.headers.get('content-security-policy')).toBe(
        `default-src 'none'; script-src 'sha256-${hash}'; form-action 'none'; base-uri 'none'; ` +
          'frame-ancestors http://samsyn.localhost:3000',
      )
    }
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

  test('leave a note of what was not understood, of each kind once an hour', async () => {
    await post('/_samsyn/commit', '{"commits":[]}')
    const unknown = { ...commitOf(2, {}), item: 'item-9' }
    for (let sent = 0; sent < 2; sent++) await post('/_samsyn/commit', { commits: [unknown] })
    const action = 'attempt.not-understood'
    const noted = await prisma().auditEntry.findMany({ where: { action }, orderBy: { at: 'asc' } })
    expect(noted).toMatchObject([
      { subjectId: attempt.attemptId, detail: { what: 'message' } },
      { subjectId: attempt.attemptId, detail: { what: 'part-unknown' } },
    ])
  })

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
    await get(start, cookie),
    await get('/_samsyn/frame', cookie),
    await get('/nothing', cookie),
    await post('/_samsyn/state', { item: null, unsent: [] }),
  ]
  for (const answer of answers) expect(answer.headers.get('set-cookie')).toBeNull()
})

test('what is no page is none that content could run its scripts in', async () => {
  const script = /src="([^"]+\.js)"/.exec(await (await get('/_samsyn/frame')).text())![1]!
  const answers = [
    await get('/nothing'),
    await get('/content/000000000000/missing.html'),
    await get(script),
    await get('/_samsyn/state'),
    await post('/_samsyn/state', '{"half'),
    await post('/_samsyn/commit', { commits: [commitOf(9, {})] }),
  ]
  for (const answer of answers) {
    expect(answer.headers.get('content-security-policy')).toBe(lockedPolicy)
  }
  expect(lockedPolicy).toContain('sandbox')
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
    items: [{ launchUrl: expect.stringMatching(/^\/content\/[0-9a-f]{12}\/a%20b\/%C3%A5\.html$/) }],
  })
})

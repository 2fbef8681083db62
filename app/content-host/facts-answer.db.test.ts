import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { readContentBase } from '~/domain/attempt/content-file.server.ts'
import { openHostLabelOf } from '~/domain/attempt/host-label.ts'
import { factsFile } from '~/domain/catalogue/package-facts.ts'
import { readCurrentFact } from '~/domain/catalogue/read-facts.server.ts'
import { reviseFact } from '~/domain/catalogue/revise-fact.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { makeAttempt, type MadeAttempt } from '../../tests/factories/attempt.ts'
import { makeModule, makeOpenModule, makePackage } from '../../tests/factories/catalogue.ts'
import { factSheet, makeFacts } from '../../tests/factories/fact.ts'
import { makePerson } from '../../tests/factories/identity.ts'
import { keptFile, useContentServer } from '../../tests/setup/content-server.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'

useDatabase()
const server = useContentServer()

const known = factSheet({ text: 'Ring det gamla numret.' })
const elsewhere = factSheet({ text: 'Citeras inte av paketet.' })
const unknown = factSheet({ text: 'Bara i paketet. '.repeat(100) })

/** An attempt at a package whose facts' file holds this. */
async function attemptWith(built: string): Promise<{ attempt: MadeAttempt; base: string }> {
  const part = { kind: 'page' as const, slug: 'sida', page: null, title: 'Sida', words: '' }
  const packageId = await makePackage({
    files: [
      await keptFile(factsFile, 'application/json', built),
      await keptFile(`annat/${factsFile}`, 'application/json', built),
    ],
    parts: [{ ...part, content: null, facts: [known.id, unknown.id] }],
  })
  const attempt = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
  return { attempt, base: await readContentBase(attempt.attemptId) }
}

const builtFile = JSON.stringify({ version: 1, facts: [known, unknown] })
let attempt: MadeAttempt
let base: string
beforeAll(async () => {
  await makeFacts(known, elsewhere)
  ;({ attempt, base } = await attemptWith(builtFile))
})

const get = (headers: Record<string, string> = {}, name = factsFile, method?: 'GET' | 'HEAD') =>
  server.ask(attempt.launch.hostLabel, base + name, headers, method)
const told = (body: Buffer) =>
  (JSON.parse(body.toString()) as { facts: { id: string; text: string }[] }).facts

describe('the facts beside a package', () => {
  test("are today's words, asked for again each time, under the package's policy", async () => {
    const first = await get()
    expect(first.status).toBe(200)
    expect(first.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'private, no-cache',
      'content-length': String(first.body.length),
      'x-content-type-options': 'nosniff',
    })
    expect(first.headers['content-security-policy']).toMatch(/^default-src 'self' /)
    const { number } = await readCurrentFact(known.id)
    const { id, kind, ...content } = known
    const revision = { ...content, text: `Ring det nya (${kind}).`, number, note: 'Nytt nummer.' }
    await reviseFact({ actor: systemActor, factId: id, ...revision })
    const fact = told((await get({ 'If-None-Match': first.headers.etag! })).body)[0]
    const { parts, lastReviewed } = known
    expect(fact).toEqual({ id, text: 'Ring det nya (line).', parts, lastReviewed })
  })

  test('are as they were built where Samsyn does not know them, and none that the package does not cite', async () => {
    const facts = told((await get()).body)
    expect(facts.map(({ id }) => id)).toEqual([known.id, unknown.id])
    expect(facts[1]).toEqual(unknown)
  })

  test('are not sent to who has them', async () => {
    const { etag } = (await get()).headers
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    const again = await get({ 'If-None-Match': etag! })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
    const outdated = '/content/000000000000/'
    const elsewhereAsked = await server.ask(attempt.launch.hostLabel, outdated + factsFile)
    expect(elsewhereAsked.headers.etag).toBe(etag)
  })

  test('come packed where that is understood, each way with a tag of its own', async () => {
    const plain = await get()
    const br = await get({ 'Accept-Encoding': 'br' })
    const gzip = await get({ 'Accept-Encoding': 'gzip' })
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(br.headers.vary).toContain('Accept-Encoding')
  })

  test('may be asked about without being sent', async () => {
    const [head, whole] = [await get({}, factsFile, 'HEAD'), await get()]
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(String(whole.body.length))
    expect(head.headers.etag).toBe(whole.headers.etag)
  })

  test('are a file as any other where they lie elsewhere, or are none of ours', async () => {
    const other = await get({}, `annat/${factsFile}`)
    expect(other.body.toString()).toBe(builtFile)
    expect(other.headers['cache-control']).toContain('immutable')
    const foreign = await attemptWith('{"facts":"ours alone"}')
    const answer = await server.ask(foreign.attempt.launch.hostLabel, foreign.base + factsFile)
    expect(answer.body.toString()).toBe('{"facts":"ours alone"}')
    expect(answer.headers['cache-control']).toContain('immutable')
  })

  test('are the same on the host of a module that is open to all', async () => {
    const file = await keptFile(factsFile, 'application/json', builtFile)
    const part = { kind: 'page' as const, slug: 'sida', page: null, title: 'Sida', words: '' }
    const parts = [{ ...part, content: null, facts: [known.id] }]
    const { moduleId } = await makeOpenModule({ files: [file], parts })
    const host = server.openOrigin(openHostLabelOf(moduleId))
    const answer = await fetch(`${host}/content/000000000000/${factsFile}`)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    const { text } = await readCurrentFact(known.id)
    expect(told(Buffer.from(await answer.arrayBuffer()))[0]).toMatchObject({ id: known.id, text })
  })
})

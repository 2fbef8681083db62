import { beforeAll, describe, expect, test } from 'vitest'
import { readOpenModule } from '~/domain/attempt/read-open-module.server.ts'
import { openHostLabelOf } from '~/domain/attempt/host-label.ts'
import { addVersion, publishVersion } from '~/domain/catalogue/catalogue.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAttempt } from '../../tests/factories/attempt.ts'
import { makeModule, makeOpenModule, makePackage } from '../../tests/factories/catalogue.ts'
import { makePerson } from '../../tests/factories/identity.ts'
import { keptFile, useContentServer } from '../../tests/setup/content-server.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { lockedPolicy } from './content-headers.server.ts'

useDatabase()
const server = useContentServer()

type File = Awaited<ReturnType<typeof keptFile>>

let page: File
beforeAll(async () => {
  page = await keptFile('index.html', 'text/html', '<!doctype html><p>Start')
})

async function makeOpen() {
  const module = await makeOpenModule({ files: [page] })
  const { contentUrl } = await readOpenModule(module.slug)
  return { ...module, address: new URL(contentUrl).pathname }
}

const get = (moduleId: string, address: string, init: RequestInit = {}) =>
  fetch(server.openOrigin(openHostLabelOf(moduleId)) + address, init)

describe('a module’s open host', () => {
  test('answers the published package by the rules of every content host', async () => {
    const { moduleId, address, slug } = await makeOpen()
    expect((await readOpenModule(slug)).contentOrigin).toContain(
      `//o-${openHostLabelOf(moduleId)}.`,
    )
    const answer = await get(moduleId, address)
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><p>Start'])
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    const policy = answer.headers.get('content-security-policy')!
    expect(policy).toContain("frame-ancestors 'self' http://samsyn.localhost:3000")
    expect(policy).toContain('sandbox')
    const tag = answer.headers.get('etag')!
    expect((await get(moduleId, address, { headers: { 'If-None-Match': tag } })).status).toBe(304)
    const part = await get(moduleId, address, { headers: { Range: 'bytes=0-4' } })
    expect([part.status, await part.text()]).toEqual([206, '<!doc'])
  })

  test('has neither player nor state nor commits, whoever asks', async () => {
    const { moduleId, packageId } = await makeOpen()
    const made = await makeAttempt((await makePerson()).personId, await makeModule({ packageId }))
    for (const address of ['/', '/_samsyn/frame', '/_samsyn/flush', '/_samsyn/assets/x.js']) {
      expect((await get(moduleId, address)).status, address).toBe(404)
    }
    for (const address of ['/_samsyn/state', '/_samsyn/commit']) {
      const answer = await get(moduleId, address, { method: 'POST', body: '{}' })
      expect(answer.status, address).toBe(404)
      expect(answer.headers.get('content-security-policy')).toBe(lockedPolicy)
    }
    // A registration's label is no open host's, nor the other way round.
    const foreign = `${server.openOrigin(made.launch.hostLabel)}/content/${'0'.repeat(12)}/index.html`
    expect((await fetch(foreign)).status).toBe(404)
    const label = openHostLabelOf(moduleId)
    const crossed = `${server.hostOrigin(label)}/content/${'0'.repeat(12)}/index.html`
    expect((await fetch(crossed)).status).toBe(404)
  })

  test('shows no page as a page of its own, and lets no worker in', async () => {
    const { moduleId, address } = await makeOpen()
    for (const [name, value] of [
      ['Sec-Fetch-Dest', 'document'],
      ['Service-Worker', 'script'],
    ] as const) {
      expect((await get(moduleId, address, { headers: { [name]: value } })).status).toBe(404)
    }
  })

  test('shows the newest version; a page of an earlier one that is still open goes on', async () => {
    const { moduleId, address, slug } = await makeOpen()
    const newer = await keptFile('index.html', 'text/html', '<!doctype html><p>Ny')
    const part = { kind: 'page', slug: 'a', page: null, title: 'A', words: 'A' } as const
    const packageId = await makePackage({
      files: [newer],
      parts: [{ ...part, content: null, facts: [] }],
    })
    const versionId = await addVersion({ actor: systemActor, moduleId, packageId })
    expect(await (await get(moduleId, address)).text(), 'a draft shows itself to nobody').toContain(
      'Start',
    )
    await publishVersion({ actor: systemActor, versionId })
    const { contentUrl, contentOrigin } = await readOpenModule(slug)
    expect(contentOrigin, 'progress stays where it is').toContain(openHostLabelOf(moduleId))
    expect(new URL(contentUrl).pathname).not.toBe(address)
    const fresh = await get(moduleId, new URL(contentUrl).pathname)
    expect([await fresh.text(), fresh.headers.get('cache-control')]).toEqual([
      '<!doctype html><p>Ny',
      expect.stringContaining('immutable'),
    ])
    const old = await get(moduleId, address)
    expect([await old.text(), old.headers.get('cache-control')]).toEqual([
      '<!doctype html><p>Ny',
      'private, no-cache',
    ])
  })
})

describe('nothing is there of', () => {
  const nothing = async ({ moduleId, slug }: { moduleId: string; slug: string }, at?: string) => {
    const address = at ?? `/content/${'0'.repeat(12)}/index.html`
    expect((await get(moduleId, address)).status).toBe(404)
    await expect(readOpenModule(slug)).rejects.toThrow('not-found')
  }

  test('a draft', async () => nothing(await makeOpenModule({ files: [page], status: 'draft' })))

  test('a version that is withdrawn', async () => {
    const open = await makeOpen()
    await prisma().moduleVersion.update({
      where: { id: open.versionId },
      data: { status: 'withdrawn' },
    })
    await nothing(open, open.address)
  })

  test('a module that is not open', async () => {
    const open = await makeOpen()
    await prisma().module.update({ where: { id: open.moduleId }, data: { isOpen: false } })
    await nothing(open, open.address)
  })

  test('another maker’s package, which expects a learning system', async () => {
    await nothing(await makeOpenModule({ files: [page], parts: [] }))
  })

  test('a module that does not exist', async () => {
    expect((await fetch(`${server.openOrigin('no-label')}/content/x`)).status).toBe(404)
    await expect(readOpenModule('ingen-modul')).rejects.toThrow('not-found')
    await expect(readOpenModule(undefined)).rejects.toThrow('not-found')
  })
})

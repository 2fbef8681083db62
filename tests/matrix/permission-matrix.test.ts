import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, rows } from '~/platform/db/database.server.ts'
import { raw, sql } from '~/platform/db/sql.server.ts'
import { env } from '~/platform/env.server.ts'
import { application } from '../../server/application.ts'
import { marksIn } from '../e2e/setup/marks.ts'
import { fetchFrom, type Answered } from '../e2e/setup/loopback.ts'
import { useDatabase } from '../setup/use-database.ts'
import { isAllowed, type Access, type Scope, type Things } from './access.ts'
import { makeMatrixWorld, type Viewer } from './matrix-world.ts'
import { routeRules } from './route-rules.ts'

const dataFolder = mkdtempSync(path.join(tmpdir(), 'samsyn-matrix-'))
process.env.DATA_FOLDER = dataFolder
process.env.LOG_LEVEL = 'silent'
process.env.NODE_ENV = 'production'
process.env.DEMO = '1'
useDatabase()

let server: Server | undefined
let port: number
let viewers: Viewer[]
let build: ServerBuild

beforeAll(async () => {
  viewers = await makeMatrixWorld()
  build = (await import(path.resolve('build/server/index.js'))) as ServerBuild
  const listening = createServer(await application(env()))
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  port = (listening.address() as AddressInfo).port
}, 120_000)

afterAll(() => {
  server?.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const host = () => new URL(env().APP_ORIGIN).host

function ask(viewer: Viewer, address: string, body?: URLSearchParams): Promise<Answered> {
  return fetchFrom(port, {
    path: address,
    host: host(),
    method: body ? 'POST' : 'GET',
    headers: {
      cookie: viewer.cookie,
      origin: env().APP_ORIGIN,
      ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: body?.toString(),
  })
}

/** Every row of every table, as one short text. Using a session may prolong it; that is no change of the world. */
async function fingerprint(): Promise<string> {
  const tables = await rows<{ name: string }>(sql`
    select tablename as name from pg_tables
     where schemaname = 'public' and tablename not in ('session', 'rate_limit') order by 1`)
  const each = tables.map(
    ({ name }) =>
      `select '${name}' || count(*) || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as mark from "${name}" t`,
  )
  const marks = await rows<{ mark: string }>(sql`${raw(each.join(' union all '))}`)
  return marks.map(({ mark }) => mark).join()
}

interface Case {
  viewer: Viewer
  scope: Scope
  things: Things
  access: Access
  allowed: boolean
}

function casesOf(access: Access): Case[] {
  return viewers.flatMap((viewer) =>
    (['own', 'foreign'] as const).map((scope) => {
      const things = viewer[scope]
      return {
        viewer,
        scope,
        things,
        access,
        allowed: isAllowed(access, viewer.actor, scope, things),
      }
    }),
  )
}

const told = ({ viewer, scope }: Case) => `${viewer.role}, ${scope} scope`

/** A denied visitor is led to sign in, everybody else gets 403; the answer names nobody. */
function expectDenied(one: Case, answer: Answered): void {
  const expected = one.viewer.actor ? [403] : [302, 401]
  expect(expected, `${told(one)} is refused`).toContain(answer.status)
  if (answer.status === 302) expect(answer.headers.location).toMatch(/^\/sign-in\?to=/)
  expect(marksIn([answer.body]), `${told(one)} sees no names`).toEqual([])
}

function expectAllowed(one: Case, answer: Answered): void {
  expect([401, 403, 500], `${told(one)} is let in`).not.toContain(answer.status)
  expect(String(answer.headers.location ?? ''), told(one)).not.toMatch(/^\/sign-in\?to=/)
}

test('every route has a rule, and every rule a route', () => {
  const isLayout = (id: string) => id === 'root' || id.endsWith('/_layout')
  const routes = Object.keys(build.routes).filter((id) => !isLayout(id))
  expect(Object.keys(routeRules).sort()).toEqual(routes.sort())
})

test('a layout asks for nothing and takes nothing, so that no rule is needed', () => {
  const layouts = Object.entries(build.routes).filter(([id]) => id.endsWith('/_layout'))
  const doing = layouts.filter(([, route]) => route?.module.loader ?? route?.module.action)
  expect(doing.map(([id]) => id)).toEqual([])
})

test('every route that takes forms has a rule for them', () => {
  const taking = Object.entries(build.routes)
    .filter(([id, route]) => route?.module.action && id !== 'routes/_auth+/sign-out')
    .map(([id]) => id)
  const ruled = Object.keys(routeRules).filter((id) => routeRules[id]!.forms?.length)
  expect(ruled.sort()).toEqual(taking.sort())
})

const tried = Object.entries(routeRules).filter(([, { page, forms }]) => page ?? forms)

describe.each(tried)('%s', (_id, rule) => {
  const { page, forms = [] } = rule
  if (page) {
    test('shows itself to those who may look', async () => {
      for (const one of casesOf(page)) {
        const address = rule.path(one.things)
        const answer = await ask(one.viewer, address)
        if (one.allowed) {
          expectAllowed(one, answer)
          continue
        }
        expectDenied(one, answer)
        const asData = await ask(one.viewer, singleFetch(address))
        expect(marksIn([asData.body]), told(one)).toEqual([])
      }
    })
  }
  for (const form of forms) {
    test(`${form.name}: is taken from those who may, and from nobody else`, async () => {
      const cases = casesOf(form.access)
      const before = await fingerprint()
      for (const one of cases.filter(({ allowed }) => !allowed)) {
        const fields = new URLSearchParams(form.fields(one.things))
        expectDenied(one, await ask(one.viewer, rule.path(one.things), fields))
      }
      expect(await fingerprint(), 'a refused form changes no row').toBe(before)
      for (const one of cases.filter(({ allowed }) => allowed)) {
        const fields = new URLSearchParams(form.fields(one.things))
        expectAllowed(one, await ask(one.viewer, rule.path(one.things), fields))
      }
    })
  }
})

// What the browser asks for when it moves without a new document.
function singleFetch(address: string): string {
  const [pathname, query] = address.split('?')
  return `${pathname === '/' ? '/_root' : pathname}.data${query ? `?${query}` : ''}`
}

test('the check would notice a name, and a changed row', async () => {
  const someone = viewers.find(({ role }) => role === 'manager')!
  const people = await ask(someone, `/organisations/${someone.own.organisationId}/people`)
  expect(marksIn([people.body]), 'the manager sees names').not.toEqual([])
  const before = await fingerprint()
  await database().pool.query("insert into installation (key, value) values ('planted', '1')")
  expect(await fingerprint()).not.toBe(before)
})

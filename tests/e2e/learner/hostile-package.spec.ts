import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
} from 'node:net'
import type { Frame, Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { hostilePackage, type Outcomes, type Targets } from '../../packages/hostile-script.ts'
import { publishModule } from '../setup/new-module.ts'
import { newPerson } from '../setup/new-person.ts'
import { contentOf } from '../setup/packages.ts'
import type { SamsynServer } from '../setup/samsyn-server.ts'
import { expect, test } from '../setup/test.ts'

/** What has reached a host that nobody has allowed. */
interface Witness {
  origin: string
  seen: string[]
  server: Server
}

let witness: Witness
test.beforeAll(async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.setHeader('Access-Control-Allow-Origin', '*').end('seen')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  witness = { origin: `http://foreign.localhost:${port}`, seen, server }
})
test.afterAll(() => witness.server.close())

/** A foreign host that counts mere connections, whatever is or is not asked over them. */
let listening: { origin: string; connections: number; server: TcpServer }
test.beforeAll(async () => {
  const server = createTcpServer((socket) => {
    listening.connections += 1
    socket.on('error', () => undefined).destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  listening = { origin: `http://listening.localhost:${port}`, connections: 0, server }
})
test.afterAll(() => listening.server.close())

/** What WebRTC asks for a way out: any word to it counts. */
let stun: { address: string; words: number; socket: Socket }
test.beforeAll(async () => {
  const socket = createSocket('udp4', () => (stun.words += 1)).bind(0, '127.0.0.1')
  await once(socket, 'listening')
  stun = { address: `127.0.0.1:${socket.address().port}`, words: 0, socket }
})
test.afterAll(() => stun.socket.close())

/** What has reached the app's host or another's content host: every address tried has "hostile" in it. */
const arrivedIn = (samsyn: SamsynServer) =>
  readFileSync(samsyn.logFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes('/hostile-'))

async function begin(page: Page, slug: string): Promise<Frame> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await page.waitForURL(/\/play\//)
  await expect(contentOf(page).getByRole('heading').first()).toBeVisible()
  return page.frames().find((frame) => frame.url().includes('/content/'))!
}

/** The content host of another person's registration, which is real and has something to tell. */
async function anothersHost(page: Page, samsyn: SamsynServer): Promise<string> {
  const { slug } = await publishModule(samsyn, await basicCourse())
  const frame = await begin(page, slug)
  return new URL(frame.url()).origin
}

async function expectStillSignedIn(page: Page): Promise<void> {
  await page.goto('/profile')
  await expect(page.getByRole('heading', { name: 'Min profil' })).toBeVisible()
}

test('nothing that a package tries while it plays leaves its own host', async ({
  page,
  context,
  browser,
  samsyn,
  loginAs,
}) => {
  test.setTimeout(120_000)
  const elsewhere = await browser.newContext({ baseURL: samsyn.origin })
  await loginAs('manager', elsewhere)
  const other = await anothersHost(await elsewhere.newPage(), samsyn)
  await elsewhere.close()
  const { slug } = await publishModule(samsyn, await hostilePackage())
  await loginAs(await newPerson(samsyn))
  const content = await begin(page, slug)
  const address = page.url()
  const targets: Targets = {
    app: samsyn.origin,
    other,
    foreign: witness.origin,
    listening: listening.origin,
    stun: stun.address,
  }
  const outcomes = await content.evaluate(
    (at) =>
      (window as unknown as { tryEverything: (at: Targets) => Promise<Outcomes> }).tryEverything(
        at,
      ),
    targets,
  )
  const gotThrough = Object.entries(outcomes).filter(
    ([name, outcome]) => !/^(stopped|nothing)/.test(outcome) && name !== cookieToss,
  )
  // What the frame keeps in its own host's storage is this attempt's, and nothing of the app's.
  const ownKeys = /^samsyn\.[\w.,-]*$/
  expect(gotThrough.filter(([name, got]) => !(/storage/.test(name) && ownKeys.test(got)))).toEqual(
    [],
  )
  expect(arrivedIn(samsyn)).toEqual([])
  expect(witness.seen).toEqual([])
  expect(listening.connections).toBe(0)
  expect(stun.words).toBe(0)
  expect(page.url()).toBe(address)
  expect(context.pages()).toHaveLength(1)
  await expectStillSignedIn(page)
})

/** The one thing that no header forbids content on a host below ours: a cookie for our whole domain. */
const cookieToss = 'give the app a cookie'

const waysAway = [
  'by its own address',
  'by a link',
  'by a download',
  'by a form',
  'by a refresh',
  'by the player frame’s address',
  'by the player frame’s own script',
  'by taking the sandbox away',
]

test('no way that a package goes leads its frame, the player or the page to the app', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  test.setTimeout(120_000)
  const { slug } = await publishModule(samsyn, await hostilePackage())
  await loginAs(await newPerson(samsyn))
  await begin(page, slug)
  const address = page.url()
  for (const way of waysAway) {
    await page.goto(address)
    await expect(contentOf(page).getByRole('heading', { name: 'Sidan är öppnad' })).toBeVisible()
    const content = page.frames().find((frame) => frame.url().includes('/content/'))!
    type Away = { goAway: Record<string, (at: Targets) => void> }
    const gone = content.evaluate(
      ([name, app]) =>
        (window as unknown as Away).goAway[name]!({
          app,
          other: '',
          foreign: '',
          listening: '',
          stun: '',
        }),
      [way, samsyn.origin] as const,
    )
    // The frame may be gone before it has answered.
    await gone.catch(() => undefined)
    // Long enough for a request that would have been made at once.
    await page.waitForLoadState('networkidle')
    expect(arrivedIn(samsyn), way).toEqual([])
    expect(page.url(), way).toBe(address)
    expect(context.pages(), way).toHaveLength(1)
  }
  await expectStillSignedIn(page)
})

test('a page of a package opened by itself runs nothing and reaches nobody', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await hostilePackage())
  await loginAs(await newPerson(samsyn))
  const content = await begin(page, slug)
  // The same address as the frame's, which the browser has kept, and one that it has not.
  const address = content.url()
  const telling = `${address}?listening=${encodeURIComponent(listening.origin)}`
  const before = listening.connections
  for (const opened of [address, telling]) {
    const alone = await context.newPage()
    await alone.goto(opened)
    await expect(alone.getByText('Öppna kursen från Samsyn')).toBeVisible()
    // Long enough for a request that would have been made at once.
    await alone.waitForLoadState('networkidle')
    expect(await alone.locator('script').count()).toBe(0)
    await alone.close()
  }
  expect(listening.connections).toBe(before)
  // Whoever does go there is counted.
  await page.goto(listening.origin).catch(() => undefined)
  expect(listening.connections).toBeGreaterThan(before)
})

test('a package that fills the app’s domain with cookies shuts nobody out', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await hostilePackage())
  const name = await newPerson(samsyn)
  await loginAs(name)
  const content = await begin(page, slug)
  await content.evaluate((app) => {
    const domain = new URL(app).hostname
    for (let i = 0; i < 40; i++) {
      document.cookie = `hostile${i}=${'x'.repeat(3500)}; domain=${domain}; path=/`
    }
  }, samsyn.origin)
  await page.goto('/profile')
  await expect(page.getByText('Ladda om sidan och logga in igen')).toBeVisible()
  await loginAs(name)
  await expectStillSignedIn(page)
})

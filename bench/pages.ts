import { spawn, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Browser } from '@playwright/test'
import { postForm } from '../tests/e2e/setup/loopback.ts'
import { median, rounded, share, sorted, sum } from './numbers.ts'
import type { PageLoad, PageLoadResult } from './pages/load-process.ts'
import {
  contentIsReady,
  isInteractive,
  newVisitor,
  openBrowser,
  visit,
  type Visit,
  type Visitor,
} from './pages/visits.ts'
import {
  connections,
  onServedDatabase,
  serverConnections,
  type ServedBench,
} from './served-bench.ts'
import type { BenchServer } from './server-process.ts'

/**
 * Answers a second of sign-in, the learner's home, a course page and the player, by the built server on a
 * served PostgreSQL with the demo's world, beside the floor: as many bytes by a bare server of Node's,
 * over as many connections, in turns. And what a browser transfers at the first and at the second visit,
 * files of packages aside, and when a reader can begin: when the page's script has taken over, or content
 * stands in the player.
 * The database's server is the one that TEST_DATABASE_URL or DATABASE_URL names; its database is made for
 * the bench and dropped after it. Options: --seconds of each turn, --rounds, --profile FOLDER.
 */
export const measure = () =>
  onServedDatabase({ demo: true }, async (bench) => {
    const browser = await openBrowser()
    try {
      return await measureOn({ ...bench, browser })
    } finally {
      await browser.close()
    }
  })

interface Ground extends ServedBench {
  browser: Browser
}

interface MeasuredPage {
  name: string
  path: string
  session: string | undefined
  ready: typeof isInteractive
}

async function measureOn(ground: Ground) {
  const pages = await pagesOf(ground)
  const measured: Record<string, unknown> = {}
  for (const page of pages) {
    const visits = await visitTwice(ground, page)
    measured[page.name] = { ...(await loadPage(ground, page)), ...visits }
  }
  return {
    pages: measured,
    conditions: {
      connections,
      serverConnections,
      seconds: ground.seconds,
      rounds: ground.rounds,
      node: process.version,
      browser: ground.browser.version(),
      cores: availableParallelism(),
      loadGenerator: 'on the same machine',
      build: 'production',
    },
  }
}

async function pagesOf({ server, browser }: Ground): Promise<MeasuredPage[]> {
  const answer = await postForm(server.port, '/sign-in', {
    email: 'learner@demo.samsyn.example',
    password: 'samsyn-i-demon',
  })
  const session = /session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1]
  if (!session) throw new Error(`The sign-in was answered ${answer.status}`)
  const page = (name: string, at: string): MeasuredPage => ({
    name,
    path: at,
    session: name === 'sign-in' ? undefined : session,
    ready: name === 'player' ? contentIsReady : isInteractive,
  })
  const player = await beginModule(browser, { origin: originOf(server), session })
  return [
    page('sign-in', '/sign-in'),
    page('home', '/home'),
    page('course', '/courses/grundkurs'),
    page('player', player),
  ]
}

const originOf = ({ contentDomain }: BenchServer) => `http://${contentDomain}`

/** Begins what is next for the learner and gives its player's path. */
async function beginModule(browser: Browser, visitor: Visitor): Promise<string> {
  const context = await newVisitor(browser, visitor)
  const page = await context.newPage()
  await page.goto(`${visitor.origin}/courses/grundkurs`)
  await page.getByRole('button', { name: /^(Börja|Fortsätt)/ }).click()
  await page.waitForURL(/\/play\//)
  await contentIsReady(page)
  const { pathname } = new URL(page.url())
  await context.close()
  return pathname
}

async function visitTwice({ server, browser, rounds }: Ground, page: MeasuredPage) {
  const visitor = { origin: originOf(server), session: page.session }
  const both: (readonly [Visit, Visit])[] = []
  for (let round = 0; round < rounds; round++) {
    const context = await newVisitor(browser, visitor)
    const address = visitor.origin + page.path
    both.push([
      await visit(context, address, page.ready),
      await visit(context, address, page.ready),
    ] as const)
    await context.close()
  }
  const middle = (nth: 0 | 1) => ({
    bytes: median(both.map((visits) => visits[nth].bytes)),
    requests: median(both.map((visits) => visits[nth].requests)),
    readyMs: median(both.map((visits) => visits[nth].readyMs)),
  })
  return { firstVisit: middle(0), secondVisit: middle(1) }
}

async function loadPage({ server, seconds, rounds }: Ground, page: MeasuredPage) {
  const cookie = page.session ? `session=${page.session}` : ''
  const order = { port: server.port, host: server.contentDomain, path: page.path, cookie }
  // The server has compiled nothing yet.
  const { bytes } = await load({ ...order, connections, seconds: Math.min(seconds, 2) })
  const floor = await startFloor(bytes)
  const floors: PageLoadResult[] = []
  const turns: PageLoadResult[] = []
  for (let round = 0; round < rounds; round++) {
    floors.push(await load({ ...order, port: floor.port, connections, seconds }))
    turns.push(await load({ ...order, connections, seconds }))
  }
  floor.process.kill()
  const all = sorted(turns.flatMap(({ latencies }) => latencies))
  return {
    answersPerSecond: Math.round(median(turns.map(rateOf))),
    p50: share(all, 0.5),
    p95: share(all, 0.95),
    p99: share(all, 0.99),
    floorPerSecond: Math.round(median(floors.map(rateOf))),
    ratio: rounded(median(turns.map((one, round) => rateOf(one) / rateOf(floors[round]!)))),
    errors: sum([...turns, ...floors].map(({ errors }) => errors)),
  }
}

async function load(order: PageLoad): Promise<PageLoadResult> {
  const child = runScript('load-process.ts', [])
  child.stdin.end(JSON.stringify(order))
  return JSON.parse(await text(child.stdout)) as PageLoadResult
}

async function startFloor(bytes: number): Promise<{ port: number; process: ChildProcess }> {
  const child = runScript('floor-process.ts', [String(bytes)])
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (piece: Buffer) => resolve(piece.toString())),
  )
  return { port: Number(port), process: child }
}

const runScript = (name: string, words: string[]) =>
  spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'pages', name), ...words],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )

const rateOf = ({ answers, seconds }: PageLoadResult) => answers / seconds

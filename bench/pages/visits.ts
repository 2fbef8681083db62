// What a browser transfers when a page is visited for the first and for the second time.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
} from '@playwright/test'
import { chromiumArguments, ensureChromium } from '../../scripts/find-chromium.ts'

export interface Visit {
  /** Heads and bodies of all answers, as they were sent; the files of a package aside. */
  bytes: number
  requests: number
  /** Milliseconds from the address to where a reader can begin. */
  readyMs: number
}

export const openBrowser = () =>
  chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments })

export interface Visitor {
  origin: string
  /** The value of the session's cookie; none: not signed in. */
  session: string | undefined
}

/** A browser that has been nowhere yet, signed in. */
export async function newVisitor(browser: Browser, { origin, session }: Visitor) {
  const context = await browser.newContext({ locale: 'sv-SE' })
  if (session) await context.addCookies([{ name: 'session', value: session, url: origin }])
  return context
}

/** @param ready resolves when a reader can begin */
export async function visit(
  context: BrowserContext,
  address: string,
  ready: (page: Page) => Promise<unknown>,
): Promise<Visit> {
  const finished: Request[] = []
  const note = (request: Request) => finished.push(request)
  context.on('requestfinished', note)
  const page = await context.newPage()
  const begun = performance.now()
  await page.goto(address)
  await ready(page)
  const readyMs = Math.round(performance.now() - begun)
  await page.waitForLoadState('networkidle')
  context.off('requestfinished', note)
  const transferred = await Promise.all(finished.filter(isOurs).map(bytesOf))
  await page.close()
  const sent = transferred.filter((bytes) => bytes > 0)
  return { bytes: sent.reduce((a, b) => a + b, 0), requests: sent.length, readyMs }
}

const isOurs = (request: Request) => !new URL(request.url()).pathname.startsWith('/content/')

/** None for what the browser had. */
async function bytesOf(request: Request): Promise<number> {
  const response = await request.response()
  const timing = request.timing()
  if (!response || timing.requestStart < 0) return 0
  const { responseHeadersSize, responseBodySize } = await request.sizes()
  return responseHeadersSize + responseBodySize
}

/** The page has been taken over by its script: its buttons do what they say. */
export async function isInteractive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.documentElement).some((key) => key.startsWith('__reactFiber')),
  )
}

/** The content stands in the player and has begun. */
export async function contentIsReady(page: Page): Promise<void> {
  const content = page.frameLocator('iframe.player-frame').frameLocator('iframe')
  await content.getByRole('heading').first().waitFor()
}

import AxeBuilder from '@axe-core/playwright'
import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { marksIn } from './marks.ts'
import { postForm } from './loopback.ts'
import { startServer, type SamsynServer } from './samsyn-server.ts'
import { emailOf, password } from './world.ts'

export { expect }

interface PerWorker {
  samsyn: SamsynServer
}

export type PageOf = (role: string | null, options?: BrowserContextOptions) => Promise<Page>

/** Options of a page on a small phone. */
export const phone = { viewport: { width: 360, height: 740 } }

interface PerTest {
  /** Signs the test's browser in as the world's person of that role. */
  loginAs: (role: string, context?: BrowserContext) => Promise<void>
  /** A page of another browser, in which that person is signed in, or nobody; it goes with the test. */
  pageOf: PageOf
  /** Fails where axe finds a breach of WCAG 2.2 A or AA. */
  expectAccessible: (page: Page) => Promise<void>
  noNamesInAddresses: void
}

/** Of axe: WCAG 2.2 A and AA. */
export const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The tests' own `test`: a server per worker, sign-in by cookie, and an eye on addresses and titles. */
export const test = base.extend<PerTest, PerWorker>({
  samsyn: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use, info) => {
      const server = await startServer(`worker-${info.workerIndex}`)
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ samsyn }, use) => use(samsyn.origin),
  loginAs: async ({ samsyn, context }, use) => {
    await use(async (role, where = context) => {
      const answer = await postForm(samsyn.port, '/sign-in', { email: emailOf(role), password })
      const cookie = String(answer.headers['set-cookie'])
      const [, value] = /session=([^;]+)/.exec(cookie) ?? []
      expect(value, `the sign-in of ${role} answered ${answer.status}`).toBeTruthy()
      await where.addCookies([{ name: 'session', value: value!, url: samsyn.origin }])
    })
  },
  pageOf: async ({ browser, loginAs }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (role, options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      if (role !== null) await loginAs(role, context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      // One document needs no page beside it to put its frames' findings together, and axe once.
      const isOneDocument = page.frames().length === 1
      const hasAxe = isOneDocument && (await page.evaluate(() => 'axe' in window))
      const { violations } = await new AxeBuilder({ page, axeSource: hasAxe ? 'true' : undefined })
        .setLegacyMode(isOneDocument)
        .withTags(accessibilityRules)
        .analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`),
      ).toEqual([])
    })
  },
  noNamesInAddresses: [
    async ({ context }, use) => {
      const seen: string[] = []
      context.on('request', (request) => seen.push(request.url()))
      context.on('page', (page) => {
        page.on('load', () => {
          page.title().then(
            (title) => seen.push(title),
            () => undefined,
          )
        })
      })
      await use()
      expect(marksIn(seen), 'names in addresses or titles').toEqual([])
    },
    { auto: true },
  ],
})

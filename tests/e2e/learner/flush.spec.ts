import type { BrowserContext, Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { newPerson } from '../setup/new-person.ts'
import { contentOf } from '../setup/packages.ts'
import type { SamsynServer } from '../setup/samsyn-server.ts'
import { expect, test } from '../setup/test.ts'

const saved = /^Sparat \d\d[:.]\d\d$/

async function turnPage(page: Page, to: string): Promise<void> {
  await contentOf(page).getByRole('button', { name: 'Nästa sida' }).click()
  await contentOf(page).getByRole('heading', { name: to }).waitFor()
}

/** Ends a page as a killed browser would: it is told nothing. */
async function kill(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  // The content hosts' frames may have processes of their own, which would be told of the page's end.
  for (const frame of page.frames().slice(1)) {
    const its = await page
      .context()
      .newCDPSession(frame)
      .catch(() => undefined)
    its?.send('Page.crash').catch(() => undefined)
  }
  const its = await page
    .context()
    .newCDPSession(page)
    .catch(() => undefined)
  its?.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

/** Somebody's course of which the last page turned is only in the browser, since it was killed without a network. */
async function leaveUnsent(samsyn: SamsynServer, page: Page): Promise<string> {
  const { slug } = await publishModule(samsyn, await basicCourse())
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await turnPage(page, 'Ett samtal')
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: saved })).toBeVisible()
  const address = page.url()
  await page.context().setOffline(true)
  await turnPage(page, 'Efter samtalet')
  await kill(page)
  await page.context().setOffline(false)
  return address
}

const notesIn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('samsyn.unsent.')))

/** Where the course stands for somebody on another computer. */
async function expectStandsAt(
  address: string,
  heading: string,
  context: BrowserContext,
): Promise<void> {
  const elsewhere = await context.newPage()
  await elsewhere.goto(address)
  await expect(contentOf(elsewhere).getByRole('heading', { name: heading })).toBeVisible()
  await elsewhere.close()
}

test('what a closed page could not send is sent by the reader’s next page', async ({
  page,
  context,
  browser,
  samsyn,
  loginAs,
}) => {
  await loginAs('learner')
  const address = await leaveUnsent(samsyn, page)
  const next = await context.newPage()
  const sent = context.waitForEvent('response', (response) =>
    response.url().endsWith('/_samsyn/commit'),
  )
  await next.goto('/profile')
  expect((await sent).status()).toBe(200)
  await expect.poll(() => notesIn(next)).toEqual([])
  await expect(next.locator('iframe')).toHaveCount(0)
  const other = await browser.newContext({ baseURL: samsyn.origin })
  await loginAs('learner', other)
  await expectStandsAt(address, 'Efter samtalet', other)
  await other.close()
})

test('nobody else on the same computer sends it, and it waits for its owner', async ({
  page,
  context,
  browser,
  samsyn,
  loginAs,
}) => {
  const owner = await newPerson(samsyn)
  await loginAs(owner)
  const address = await leaveUnsent(samsyn, page)
  await context.clearCookies()
  await loginAs('manager')
  const asked: string[] = []
  context.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const next = await context.newPage()
  for (const path of ['/home', '/profile']) {
    await next.goto(path)
    await next.waitForLoadState('networkidle')
  }
  expect(asked.filter((path) => /resources\/flush|_samsyn/.test(path))).toEqual([])
  await context.clearCookies()
  await loginAs(owner)
  const sent = context.waitForEvent('response', (response) =>
    response.url().endsWith('/_samsyn/commit'),
  )
  await next.goto('/home')
  expect((await sent).status()).toBe(200)
  const other = await browser.newContext({ baseURL: samsyn.origin })
  await loginAs(owner, other)
  await expectStandsAt(address, 'Efter samtalet', other)
  await other.close()
})

test('nothing is sent past a tab in which the module is being played', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  await loginAs('learner')
  const { slug } = await publishModule(samsyn, await basicCourse())
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await turnPage(page, 'Ett samtal')
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: saved })).toBeVisible()
  await context.route('**/_samsyn/commit', (route) => route.abort())
  await turnPage(page, 'Efter samtalet')
  await expect(page.getByText(/^Ansluter igen … \d ändringar väntar$/)).toBeVisible()
  const next = await context.newPage()
  const flush = next.waitForResponse('**/_samsyn/flush')
  const asked: string[] = []
  next.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await next.goto('/home')
  await flush
  await expect(next.locator('iframe')).toHaveCount(0)
  expect(asked.filter((path) => /_samsyn\/(state|commit)/.test(path))).toEqual([])
  expect(await notesIn(next)).toHaveLength(1)
  await context.unroute('**/_samsyn/commit')
  await turnPage(page, 'Kontrollfrågor')
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
  expect(await notesIn(page)).toEqual([])
})

import type { FrameLocator, Page } from '@playwright/test'
import { basicCourse, twoItems } from '../../packages/build.ts'
import { publishModule, type NewModule } from '../setup/new-module.ts'
import { contentOf, expectContentToFill } from '../setup/packages.ts'
import { mailTo } from '../setup/mails.ts'
import type { SamsynServer } from '../setup/samsyn-server.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, password } from '../setup/world.ts'

const saved = /^Sparat \d\d[:.]\d\d$/
const saveLine = (page: Page) => page.getByRole('main').getByRole('status')

async function begin(page: Page, slug: string): Promise<void> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await page.waitForURL(/\/play\//)
}

/** A basic course of the test's own, begun by the learner. */
async function beginCourse(
  page: Page,
  samsyn: SamsynServer,
  loginAs: (role: string) => Promise<void>,
): Promise<NewModule> {
  const module = await publishModule(samsyn, await basicCourse())
  await loginAs('learner')
  await begin(page, module.slug)
  return module
}

/** Resolves when the server has taken what was done last; with `part`, when it has taken that part of it. */
const nextSave = (page: Page, part = '') =>
  page.waitForResponse(
    (response) =>
      response.url().endsWith('/_samsyn/commit') &&
      response.ok() &&
      response.request().postData()!.includes(part),
  )

async function turnPage(page: Page, to: string): Promise<void> {
  const content = contentOf(page)
  await content.getByRole('button', { name: 'Nästa sida' }).click()
  await content.getByRole('heading', { name: to }).waitFor()
}

async function passTest(content: FrameLocator): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await content.getByRole('button', { name: 'Nästa sida' }).click()
  }
  await content.getByLabel('Med en öppen fråga').check()
  await content.getByLabel('Skriver ned vad som sades').check()
  await content.getByRole('button', { name: 'Rätta mina svar' }).click()
  await expect(content.getByText(/^Godkänt:/)).toBeVisible()
}

test('a module of several parts is played by its contents list, and is done when all are', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { slug, title } = await publishModule(samsyn, await twoItems())
  await loginAs('learner')
  await begin(page, slug)
  await expect(contentOf(page).getByRole('heading', { name: 'Inledning' })).toBeVisible()
  await expectContentToFill(page)
  const contents = page.getByRole('group').filter({ hasText: 'Innehåll' })
  const openPart = async (name: string) => {
    await contents.getByText('Innehåll').click()
    await contents.getByRole('button', { name }).click()
    await expect(contentOf(page).getByRole('heading', { name: 'Välkommen' })).toBeVisible()
  }
  await expect(contents.getByText('1 av 3 klara')).toBeVisible()
  await openPart('Del ett inte påbörjad')
  await passTest(contentOf(page))
  await expect(contents.getByText('2 av 3 klara')).toBeVisible()
  await contents.getByText('Innehåll').click()
  await expectAccessible(page)
  await contents.getByText('Innehåll').click()
  await openPart('Del två inte påbörjad')
  await passTest(contentOf(page))
  await expect(contents.getByText('3 av 3 klara')).toBeVisible()
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
  const done = page.getByRole('region', { name: 'Klara moduler' })
  await expect(done.getByText(title)).toBeVisible()
})

test('a module goes on where it was after the page is loaded again', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await beginCourse(page, samsyn, loginAs)
  await turnPage(page, 'Ett samtal')
  await turnPage(page, 'Efter samtalet')
  await page.reload()
  await expect(contentOf(page).getByRole('heading', { name: 'Efter samtalet' })).toBeVisible()
  await turnPage(page, 'Kontrollfrågor')
  await contentOf(page).getByLabel('Med ett råd').check()
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(contentOf(page).getByLabel('Med ett råd')).toBeChecked()
})

test('a fault in a module is reported beside it, with its support code, while it stays open', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  await beginCourse(page, samsyn, loginAs)
  await page.setViewportSize({ width: 360, height: 640 })
  await turnPage(page, 'Ett samtal')
  const code = await page.getByText('Supportkod').getByRole('strong').innerText()
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Rapportera fel på sidan' }).click()
  const report = await opened
  await expect(report.getByLabel('Supportkod')).toHaveValue(code)
  await expect(report.getByLabel('Sidan det gäller')).toHaveValue(new URL(page.url()).pathname)
  await report.getByLabel('Vad hände').fill('Filmen startar inte.')
  await report.getByRole('button', { name: 'Skicka rapporten' }).click()
  await expect(report.getByRole('heading', { name: 'Tack, rapporten är skickad' })).toBeVisible()
  const { text } = await mailTo(samsyn, 'support@samsyn.localhost', 'Fel på sidan: ny anmälan')
  expect(text).toContain(`Supportkod: ${code}`)
  await report.close()
  await turnPage(page, 'Efter samtalet')
})

test('another person’s player answers 403 with words that help', async ({
  page,
  context,
  browser,
  samsyn,
  loginAs,
}) => {
  const { slug, title } = await publishModule(samsyn, await basicCourse())
  await loginAs('learner')
  await begin(page, slug)
  const address = page.url()
  for (const role of ['manager', 'administrator']) {
    const other = await browser.newContext()
    await loginAs(role, other)
    const theirs = await other.newPage()
    expect((await theirs.goto(address))?.status()).toBe(403)
    const main = theirs.getByRole('main')
    await expect(main.getByRole('heading')).toHaveText('Du kommer inte åt den här sidan')
    await expect(main).toContainText('Sidan hör till någon annan eller kräver en annan roll.')
    await expect(main).not.toContainText(title)
    await other.close()
  }
  await context.clearCookies()
  await page.goto(address)
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fplay%2F/)
})

test('who signs in to go on with a module gets its page as a document of its own', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  await beginCourse(page, samsyn, loginAs)
  const address = page.url()
  await context.clearCookies()
  await page.goto(address)
  const main = page.getByRole('main')
  await main.getByLabel('E-post').fill(emailOf('learner'))
  await main.getByLabel('Lösenord', { exact: true }).fill(password)
  const isDocument = page.waitForRequest(
    (request) => request.isNavigationRequest() && request.url() === address,
  )
  await main.getByRole('button', { name: 'Logga in' }).click()
  await isDocument
  await expect(contentOf(page).getByRole('heading', { name: 'Välkommen' })).toBeVisible()
})

test('a player that is open when the learner is signed out still saves', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  const { slug } = await beginCourse(page, samsyn, loginAs)
  await turnPage(page, 'Ett samtal')
  const other = await context.newPage()
  await other.goto('/sign-out')
  await other.getByRole('main').getByRole('button', { name: 'Logga ut' }).click()
  await expect(other).toHaveURL('/')
  await context.clearCookies()
  const save = nextSave(page)
  await turnPage(page, 'Efter samtalet')
  await save
  await expect(saveLine(page).filter({ hasText: saved })).toBeVisible()
  // So that nothing of it can have been kept by this browser alone.
  const fresh = await context.browser()!.newContext()
  await page.close()
  await loginAs('learner', fresh)
  const again = await fresh.newPage()
  await again.goto(`/modules/${slug}`)
  await again.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(contentOf(again).getByRole('heading', { name: 'Efter samtalet' })).toBeVisible()
  await fresh.close()
})

test('the tab opened last takes over, the earlier says so and can take it back', async ({
  page,
  context,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  await beginCourse(page, samsyn, loginAs)
  await turnPage(page, 'Ett samtal')
  const later = await context.newPage()
  await later.goto(page.url())
  await expect(contentOf(later).getByRole('heading', { name: 'Ett samtal' })).toBeVisible()
  const takenOver = { name: 'Modulen är öppen i ett annat fönster' }
  await expect(page.getByRole('heading', takenOver)).toBeVisible()
  await expectAccessible(page)
  await turnPage(later, 'Efter samtalet')
  await expect(saveLine(later).filter({ hasText: saved })).toBeVisible()
  await page.getByRole('button', { name: 'Fortsätt här' }).click()
  await expect(contentOf(page).getByRole('heading', { name: 'Efter samtalet' })).toBeVisible()
  await expect(later.getByRole('heading', takenOver)).toBeVisible()
})

test('another computer takes over too, and the first one learns it when it saves', async ({
  page,
  browser,
  samsyn,
  loginAs,
}) => {
  await beginCourse(page, samsyn, loginAs)
  // The line says that the page before is saved for as long as it takes to turn this one.
  const isThere = nextSave(page, '"cmi.core.lesson_location":"2"')
  await turnPage(page, 'Ett samtal')
  await isThere
  const elsewhere = await browser.newContext()
  await loginAs('learner', elsewhere)
  const there = await elsewhere.newPage()
  await there.goto(page.url())
  await turnPage(there, 'Efter samtalet')
  await contentOf(page).getByRole('button', { name: 'Tillbaka' }).click()
  await expect(
    page.getByRole('heading', { name: 'Modulen är öppen i ett annat fönster' }),
  ).toBeVisible()
  await there.reload()
  await expect(contentOf(there).getByRole('heading', { name: 'Efter samtalet' })).toBeVisible()
  await elsewhere.close()
})

test('what is done without a connection waits, and is saved when there is one again', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  await beginCourse(page, samsyn, loginAs)
  await turnPage(page, 'Ett samtal')
  await expect(saveLine(page).filter({ hasText: saved })).toBeVisible()
  await context.setOffline(true)
  await turnPage(page, 'Efter samtalet')
  await expect(page.getByText(/^Ansluter igen … \d ändringar väntar$/)).toBeVisible()
  await turnPage(page, 'Kontrollfrågor')
  await context.setOffline(false)
  await expect(saveLine(page).filter({ hasText: saved })).toBeVisible()
  await page.reload()
  await expect(contentOf(page).getByRole('heading', { name: 'Kontrollfrågor' })).toBeVisible()
})

test('what a closed page could not send is sent when the module is opened again', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  await beginCourse(page, samsyn, loginAs)
  await turnPage(page, 'Ett samtal')
  const address = page.url()
  await context.setOffline(true)
  await turnPage(page, 'Efter samtalet')
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await expect(contentOf(again).getByRole('heading', { name: 'Efter samtalet' })).toBeVisible()
  await expect(saveLine(again).filter({ hasText: saved })).toBeVisible()
})

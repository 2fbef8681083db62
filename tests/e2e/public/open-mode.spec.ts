import type { FrameLocator, Page } from '@playwright/test'
import { neutralAddress, stubNeutralPage } from '../setup/neutral-page.ts'
import { newPerson } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'

const slug = 'grund-1-vad-det-ar'
const title = 'Vad det handlar om'

const moduleIn = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Modulens innehåll"]')
const heading = (content: FrameLocator) =>
  content.getByRole('heading', { level: 2 }).filter({ visible: true }).first()

async function open(page: Page): Promise<FrameLocator> {
  await page.goto(`/open/${slug}`)
  const content = moduleIn(page)
  await expect(heading(content)).toBeVisible()
  return content
}

/** Answers what is asked on the page that is shown, rightly or not, and goes on. */
async function doPage(content: FrameLocator): Promise<void> {
  const form = content.locator('form').filter({ visible: true })
  for (const question of await form.all()) {
    const send = question.getByRole('button', { name: 'Svara', exact: true })
    if ((await send.count()) === 0) continue
    const choice = question.locator('input[type=radio], input[type=checkbox]').first()
    if ((await choice.count()) > 0) await choice.check()
    for (const list of await question.locator('select').all()) await list.selectOption({ index: 1 })
    await send.click()
  }
  await content.getByRole('button', { name: /^(Nästa sida|Till avslutningen)$/ }).click()
}

/** Hosts that are neither the app's nor below it. */
function watchStrangers(page: Page): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (!new URL(request.url()).hostname.endsWith('samsyn.localhost')) seen.push(request.url())
  })
  return seen
}

async function nationShows(page: Page): Promise<string[]> {
  await page.goto(`/nation?module=${slug}`)
  const section = page.getByRole('region', { name: 'Öppet, självrapporterat', exact: true })
  await expect(section.getByText('Ingen har kontrollerat uppgifterna')).toBeVisible()
  const rows = await section.getByRole('row').allInnerTexts()
  return rows.map((row) => row.replace(/\s+/g, ' ').trim())
}

test('a module is taken without signing in, left and gone on with, and told of if one likes', async ({
  page,
  pageOf,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const strangers = watchStrangers(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/courses/grundkurs')
  await page.locator(`main a[href="/modules/${slug}"]`).first().click()
  await page.getByRole('link', { name: 'Ta modulen utan att logga in' }).click()
  await expect(page).toHaveURL(new RegExp(`/open/${slug}$`))
  const content = moduleIn(page)
  await expect(page.getByText('Du är inte inloggad.')).toBeVisible()
  await expect(heading(content)).toHaveText('Innan du börjar')
  await expectAccessible(page)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)

  await doPage(content)
  await doPage(content)
  const third = await heading(content).innerText()
  await page.getByRole('link', { name: 'Stäng' }).click()
  await expect(page).toHaveURL(/\/courses\/grundkurs$/)
  await open(page)
  await expect(heading(content)).toHaveText(third)
  await expect(content.getByText('Du fortsätter där du var.')).toBeVisible()

  const tick = page.getByRole('link', { name: 'Berätta var du arbetar, om du vill' })
  await expect(tick).toHaveCount(0)
  for (let left = 7; left > 0; left--) await doPage(content)
  await expect(content.getByText('Du är klar med modulen')).toBeVisible()
  await expect(page.getByText('Du har gjort hela modulen.')).toBeVisible()
  await expectAccessible(page)
  await tick.click()
  await expect(page.getByText('Det här är anonymt')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Län där du arbetar').selectOption('Gotlands län')
  await page.getByLabel('Yrkesgrupp').selectOption('Civilsamhälle')
  await page.getByRole('button', { name: 'Skicka' }).click()
  await expect(page.getByRole('heading', { name: 'Tack' })).toBeVisible()
  await expectAccessible(page)

  const rows = await nationShows(await pageOf('analyst'))
  expect(rows).toContain('Gotlands län 1')
  expect(rows).toContain('Civilsamhälle 1')
  expect(strangers).toEqual([])
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('session')
})

test('the way out of a later page takes away how far one has come', async ({ page }) => {
  await stubNeutralPage(page)
  const content = await open(page)
  const first = await heading(content).innerText()
  await doPage(content)
  await page.getByRole('link', { name: 'Stäng' }).click()
  await expect(page).toHaveURL(/\/courses\/grundkurs$/)
  await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
  await expect(page).toHaveURL(neutralAddress)

  await open(page)
  await expect(heading(content)).toHaveText(first)
  await expect(content.getByText('Du fortsätter där du var.')).toHaveCount(0)
  const notes = await page.evaluate(() =>
    Object.keys({ ...sessionStorage, ...localStorage }).filter((key) => /late/.test(key)),
  )
  expect(notes).toEqual([])
})

test('the way out that is taken before the page’s script has come takes it away, too', async ({
  page,
}) => {
  await stubNeutralPage(page)
  const content = await open(page)
  const first = await heading(content).innerText()
  await doPage(content)
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort())
  await page.goto('/courses/grundkurs')
  await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
  await expect(page).toHaveURL(neutralAddress)
  await page.unroute(/\/assets\/.*\.js$/)

  await open(page)
  await expect(heading(content)).toHaveText(first)
  await expect(content.getByText('Du fortsätter där du var.')).toHaveCount(0)
  expect(await page.evaluate(() => document.cookie)).not.toContain('left')
})

test('who signs in takes along what was done, and goes on there', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const content = await open(page)
  await doPage(content)
  await doPage(content)
  const third = await heading(content).innerText()
  await loginAs(await newPerson(samsyn))
  await page.goto('/home')
  const offer = page.getByText(`Du har gjort en del av ”${title}” utan att logga in`)
  await expect(offer).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ta med det' }).click()
  await expect(page).toHaveURL(new RegExp(`/modules/${slug}$`))
  await expect(offer).toHaveCount(0)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page).toHaveURL(/\/play\//)
  const played = moduleIn(page).frameLocator('iframe')
  await expect(heading(played)).toHaveText(third)
  await expect(played.getByText('Du fortsätter där du var.')).toBeVisible()

  await page.goto('/home')
  await page.context().clearCookies()
  await open(page)
  await expect(heading(content), 'the open copy is gone').toHaveText('Innan du börjar')
})

test('the way out of the module leaves Samsyn, and takes away what was done', async ({ page }) => {
  await stubNeutralPage(page)
  const content = await open(page)
  await doPage(content)
  await heading(content).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(neutralAddress)
  await open(page)
  await expect(heading(content)).toHaveText('Innan du börjar')
})

test('who is signed in is led to the module’s own page', async ({ page, loginAs }) => {
  await loginAs('learner')
  await page.goto(`/open/${slug}`)
  await expect(page).toHaveURL(new RegExp(`/modules/${slug}$`))
})

test('before JavaScript the module is a document, and the form works', async ({
  browser,
  samsyn,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: samsyn.origin })
  const page = await context.newPage()
  await page.goto(`/open/${slug}`)
  await expect(moduleIn(page).getByRole('heading', { name: 'Innan du börjar' })).toBeVisible()
  await page.getByRole('link', { name: /Berätta var du arbetar|Tell us where you work/ }).click()
  await page.getByRole('button', { name: /Skicka|Send/ }).click()
  await expect(page).toHaveURL(/\/tick\/sent$/)
  await context.close()
})

import type { BrowserContext, Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { fetchFrom } from '../setup/loopback.ts'
import { neutralAddress, stubNeutralPage } from '../setup/neutral-page.ts'
import { publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

const exitOf = (page: Page) => page.getByRole('link', { name: 'Lämna sidan snabbt' })

/** Opens a page and waits until its script listens. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByText('eller tryck Esc tre gånger')).toBeVisible()
}

async function pressEscape(page: Page, times: number): Promise<void> {
  for (let press = 0; press < times; press++) await page.keyboard.press('Escape')
}

async function sessionCookie(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies()
  return `session=${cookies.find(({ name }) => name === 'session')?.value}`
}

const audiences = [
  { who: 'a visitor', role: null, pages: ['/', '/sign-in', '/sign-up', '/courses', '/nowhere'] },
  { who: 'a learner', role: 'learner', pages: ['/home', '/profile', '/people'] },
  { who: 'an analyst', role: 'analyst', pages: ['/nation', '/organisations'] },
]

for (const { who, role, pages } of audiences) {
  test(`the way out comes first and stays in view for ${who}, also on a phone`, async ({
    page,
    loginAs,
  }) => {
    if (role) await loginAs(role)
    await page.setViewportSize({ width: 360, height: 640 })
    for (const address of pages) {
      await page.goto(address)
      await page.keyboard.press('Tab')
      await expect(exitOf(page), `first in tab order on ${address}`).toBeFocused()
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      await expect(page.getByRole('link', { name: 'Personuppgifter' })).toBeInViewport()
      await expect(exitOf(page), `in view on ${address}`).toBeInViewport({ ratio: 1 })
      // Nothing lies over it.
      await exitOf(page).click({ trial: true })
    }
  })
}

test('one press leaves, takes the place of the page in the history, and ends the session', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  await loginAs('learner')
  const cookie = await sessionCookie(context)
  await stubNeutralPage(page)
  await open(page, '/home')
  await exitOf(page).click()
  await expect(page).toHaveURL(neutralAddress)
  await page.goBack()
  await expect(page).toHaveURL('about:blank')
  const home = await fetchFrom(samsyn.port, { path: '/home', headers: { cookie } })
  expect(home.headers.location, 'the session is over').toBe('/sign-in?to=%2Fhome')
})

test('the other tabs leave as well', async ({ page, context, loginAs }) => {
  await loginAs('learner')
  const other = await context.newPage()
  for (const tab of [page, other]) await stubNeutralPage(tab)
  await open(other, '/profile')
  await open(page, '/report')
  await exitOf(page).click()
  await expect(page).toHaveURL(neutralAddress)
  await expect(other).toHaveURL(neutralAddress)
})

test('pages from before ask for a sign-in when somebody goes back to them', async ({
  page,
  loginAs,
}) => {
  await loginAs('learner')
  await stubNeutralPage(page)
  await open(page, '/profile')
  await open(page, '/home')
  await exitOf(page).click()
  await expect(page).toHaveURL(neutralAddress)
  await page.goBack()
  await expect(page).toHaveURL('/sign-in?to=%2Fprofile')
  await expect(page.getByRole('heading', { name: 'Logga in' })).toBeVisible()
})

test('Esc leaves when it is pressed three times, also while writing', async ({ page }) => {
  await stubNeutralPage(page)
  await open(page, '/report')
  await page.getByLabel('Vad hände').fill('Något')
  await pressEscape(page, 2)
  await expect(page).toHaveURL('/report')
  await expect(page.getByLabel('Vad hände')).toHaveValue('Något')
  await pressEscape(page, 1)
  await expect(page).toHaveURL(neutralAddress)
  await page.goBack()
  await expect(page).toHaveURL('about:blank')
})

test('the page hides at once, before the way out is even asked for', async ({ page }) => {
  await page.addInitScript(() => {
    window.addEventListener('beforeunload', () => {
      const seen = document.querySelector('h1')?.checkVisibility({ visibilityProperty: true })
      sessionStorage.setItem('seen-when-leaving', String(seen))
    })
  })
  await stubNeutralPage(page)
  await open(page, '/courses')
  await pressEscape(page, 3)
  await expect(page).toHaveURL(neutralAddress)
  await page.goto('/courses')
  const seen = await page.evaluate(() => sessionStorage.getItem('seen-when-leaving'))
  expect(seen).toBe('false')
})

test('Esc three times inside a module that plays leaves as well', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await basicCourse())
  await loginAs('learner')
  await stubNeutralPage(page)
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await contentOf(page).getByRole('button', { name: 'Nästa sida' }).click()
  await contentOf(page).getByRole('heading', { name: 'Ett samtal' }).click()
  await pressEscape(page, 3)
  await expect(page).toHaveURL(neutralAddress)
  await page.goBack()
  // Signed out: the module's page is now what every visitor sees.
  await expect(page).toHaveURL(`/modules/${slug}`)
  await expect(page.getByRole('link', { name: 'Logga in och börja' })).toBeVisible()
})

test('a link to the way out on somebody else’s page signs nobody out', async ({
  context,
  samsyn,
  loginAs,
}) => {
  await loginAs('learner')
  const headers = { cookie: await sessionCookie(context), 'sec-fetch-site': 'cross-site' }
  const left = await fetchFrom(samsyn.port, { path: '/leave', headers })
  expect(left.headers.location).toBe(neutralAddress)
  const home = await fetchFrom(samsyn.port, { path: '/home', headers })
  expect(home.status).toBe(200)
})

import type { FrameLocator, Page } from '@playwright/test'
import { twoItems } from '../../packages/build.ts'
import { windowPackage } from '../../packages/window-package.ts'
import { neutralAddress, stubNeutralPage } from '../setup/neutral-page.ts'
import { publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

async function begin(page: Page, slug: string): Promise<void> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await page.waitForURL(/\/play\//)
}

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe.player-frame')

test('content that opens windows finds them within the page, and its runtime from there', async ({
  page,
  context,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { slug } = await publishModule(samsyn, await windowPackage())
  await loginAs('learner')
  await begin(page, slug)
  const content = frameOf(page).frameLocator('body > iframe')
  await expect(content.frameLocator('iframe').getByText('öppnades')).toBeVisible()
  const layer = frameOf(page).getByRole('dialog')
  await expect(layer).toHaveCount(0)

  await content.getByRole('button', { name: 'Starta kursen' }).click()
  const course = frameOf(page).frameLocator('dialog iframe')
  await expect(course.getByText('API true')).toBeVisible()
  await course.getByRole('button', { name: 'Svara' }).click()
  await expect(course.getByText('sparat true')).toBeVisible()
  await expectAccessible(page)
  await course.getByRole('button', { name: 'Avsluta' }).click()
  await expect(layer).toHaveCount(0)
  await expect(content.getByText('stängd')).toBeVisible()

  await content.getByRole('link', { name: 'Öppna i nytt fönster' }).press('Enter')
  await expect(course.getByRole('heading', { name: 'Kursen' })).toBeVisible()
  await expect(layer.getByRole('button', { name: 'Stäng' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(course.getByRole('button', { name: 'Svara' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(layer.getByRole('button', { name: 'Stäng' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(layer).toHaveCount(0)
  await expect(content.getByRole('link', { name: 'Öppna i nytt fönster' })).toBeFocused()

  await content.getByRole('link', { name: 'Läs mer' }).click()
  const told = page.getByText('Innehållet ville öppna exempel.invalid i ett nytt fönster.')
  await expect(told).toBeVisible()
  await page.getByRole('button', { name: 'Stäng' }).click()
  await expect(told).toHaveCount(0)

  await content.getByRole('button', { name: 'Skicka' }).click()
  await expect(told).toBeVisible()
  await page.getByRole('button', { name: 'Stäng' }).click()
  await expect(told).toHaveCount(0)

  // The top of all is the content's own first page, not the page around it.
  await content.frameLocator('iframe').getByRole('link', { name: 'Bort' }).click()
  await expect(told).toBeVisible()
  await content.frameLocator('iframe').getByRole('link', { name: 'Börja om' }).click()
  await expect(content.getByText('inte öppnad')).toBeVisible()
  expect(context.pages()).toHaveLength(1)
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
})

test('the keyboard goes from the bar into the content and back, and Esc leaves from a layer', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await windowPackage())
  await stubNeutralPage(page)
  await loginAs('learner')
  await begin(page, slug)
  const content = frameOf(page).frameLocator('body > iframe')
  await expect(content.frameLocator('iframe').getByText('öppnades')).toBeVisible()
  const toContent = page.getByRole('button', { name: 'Till innehållet' })
  const start = content.getByRole('button', { name: 'Starta kursen' })
  // The content may stand before the page's own script does, which the button needs.
  await expect(async () => {
    await toContent.focus()
    await expect(toContent).toBeInViewport({ timeout: 500 })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(start).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('F6')
  await expect(toContent).toBeFocused()
  await page.keyboard.press('Enter')
  await start.press('Enter')
  const course = frameOf(page).frameLocator('dialog iframe')
  await course.getByRole('button', { name: 'Svara' }).focus()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
  await expect(page).toHaveURL(neutralAddress)
})

test('Esc leaves from a window that content has written into, too', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await windowPackage())
  await stubNeutralPage(page)
  await loginAs('learner')
  await begin(page, slug)
  const content = frameOf(page).frameLocator('body > iframe')
  await content.getByRole('button', { name: 'Skriv ett fönster' }).click()
  const written = frameOf(page).frameLocator('dialog iframe')
  await written.getByRole('button', { name: 'Knapp' }).focus()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
  await expect(page).toHaveURL(neutralAddress)
})

test('a reload comes back to the part that was shown, though it has said nothing', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await twoItems())
  await loginAs('learner')
  await begin(page, slug)
  await expect(contentOf(page).getByRole('heading', { name: 'Inledning' })).toBeVisible()
  // So that it cannot speak.
  await page.route('**/del-2/*.js', (route) => route.abort())
  const contents = page.getByRole('group').filter({ hasText: 'Innehåll' })
  await contents.getByText('Innehåll').click()
  await contents.getByRole('button', { name: 'Del två' }).click()
  const shown = () => page.frames().some((frame) => frame.url().includes('/del-2/'))
  await expect.poll(shown).toBe(true)
  await page.reload()
  await expect.poll(shown).toBe(true)
})

test('what the server does not understand is told, kept, and saved by a later release', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await twoItems())
  await loginAs('learner')
  let asked = 0
  await page.route('**/_samsyn/commit', (route) => {
    asked++
    return route.fulfill({ status: 400, json: { outcome: 'malformed' } })
  })
  await begin(page, slug)
  await expect(page.getByText(/^\d ändring(ar)? kan inte sparas än\./)).toBeVisible()
  expect(asked).toBeLessThan(3)
  await page.unroute('**/_samsyn/commit')
  await page.reload()
  await expect(page.getByText(/^Sparat \d\d[:.]\d\d$/)).toBeVisible()
})

test('the bar tells the time that has been spent, once for each session, and what a part may take', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await twoItems())
  await loginAs('learner')
  await begin(page, slug)
  await expect(contentOf(page).getByRole('heading', { name: 'Inledning' })).toBeVisible()
  const contents = page.getByRole('group').filter({ hasText: 'Innehåll' })
  await contents.getByText('Innehåll').click()
  await contents.getByRole('button', { name: 'Del två' }).click()
  await expect(page.getByText('högst 1 tim 0 min för delen')).toBeVisible()
  await expect(contentOf(page).getByRole('heading', { name: 'Välkommen' })).toBeVisible()
  const frame = page.frames().find((one) => one.url().includes('/_samsyn/frame'))!
  const told = (time: string) =>
    frame.evaluate((time) => {
      const api = (
        window as unknown as Record<string, Record<string, (...words: string[]) => string>>
      ).API!
      api.LMSSetValue!('cmi.core.session_time', time)
      return api.LMSCommit!('')
    }, time)
  // Content shows its heading before it has begun to speak.
  for (const time of ['00:10:00', '00:18:00']) {
    await expect.poll(() => told(time)).toBe('true')
  }
  await expect(page.getByText('Tid: 18 minuter · högst 1 tim 0 min för delen')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Tid: 18 minuter')).toBeVisible()
})

test('a slow line is told of, and that the work is kept; waiting for content is no fault then', async ({
  page,
  samsyn,
  loginAs,
}) => {
  await page.addInitScript(() => {
    const line = Object.assign(new EventTarget(), { effectiveType: '2g', saveData: false })
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => line })
  })
  const { slug } = await publishModule(samsyn, await twoItems())
  await page.route('**/_samsyn/state', async (route) => {
    await expect(page.getByText('Anslutningen är långsam. Innehållet hämtas …')).toBeVisible()
    await route.continue()
  })
  await loginAs('learner')
  await begin(page, slug)
  await expect(contentOf(page).getByRole('heading', { name: 'Inledning' })).toBeVisible()
  await expect(page.getByText(/^Sparat \d\d[:.]\d\d · Långsam anslutning/)).toBeVisible()
})

import type { FrameLocator, Page } from '@playwright/test'
import { mediaIn } from '../../../courses/toolkit/builder/course-media.ts'
import { editions, modulePackage } from '../../../courses/toolkit/builder/module-package.ts'
import {
  moduleOf,
  readSample,
  sampleFolder,
} from '../../../courses/toolkit/builder/sample-course.ts'
import { stubNeutralPage, neutralAddress } from '../setup/neutral-page.ts'
import { publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

const course = readSample()
const zipOf = (slug: string, edition: (typeof editions)[number]) =>
  modulePackage(course, moduleOf(course, slug), edition, mediaIn(sampleFolder))

async function open(page: Page, slug: string, button: 'Börja' | 'Fortsätt') {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL(/\/play\//)
  return contentOf(page)
}

async function close(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
}

const press = (content: FrameLocator, name: string) =>
  content.getByRole('button', { name }).filter({ visible: true }).first().click()
const heading = (content: FrameLocator, name: string) =>
  content.getByRole('heading', { level: 2, name })

/** Answers the question of a test that is on the screen, rightly or with the first answer that is not right. */
async function answer(content: FrameLocator, rightly: boolean): Promise<void> {
  const fieldset = content.locator('.test fieldset')
  const input = fieldset.locator('input').first()
  if (!(await input.isVisible())) return order(content, rightly)
  const id = (await input.getAttribute('name'))!.replace('answer-', '')
  const right = (await content.locator(`[data-question="${id}"]`).getAttribute('data-right'))!
  const wanted = rightly
    ? [...right]
    : ['a', 'b', 'c'].filter((key) => !right.includes(key)).slice(0, 1)
  for (const key of wanted) await fieldset.locator(`input[value="${key}"]`).check()
}

/** Steps begin in an order that is not right. */
async function order(content: FrameLocator, rightly: boolean): Promise<void> {
  const steps = content.locator('.test .steps li')
  const count = rightly ? await steps.count() : 0
  for (let place = 0; place < count; place++) {
    const wanted = content.locator(`.test .steps li[data-key="${'abc'[place]}"]`)
    while ((await steps.nth(place).getAttribute('data-key')) !== 'abc'[place]) {
      await wanted.locator('.up').click()
    }
  }
}

async function takeTest(content: FrameLocator, begin: string, rightly: boolean): Promise<void> {
  await press(content, begin)
  for (let number = 1; number <= 4; number++) {
    await heading(content, `Fråga ${number} av 4`).waitFor()
    await answer(content, rightly)
    await press(content, number === 4 ? 'Till översikten' : 'Nästa fråga')
  }
  await press(content, 'Lämna in provet')
}

for (const edition of editions) {
  test(`a lesson as SCORM ${edition} is gone on with where it was, and done when all is done`, async ({
    page,
    samsyn,
    loginAs,
    expectAccessible,
  }) => {
    const { slug, title } = await publishModule(samsyn, await zipOf('motet', edition))
    await loginAs('learner')
    const content = await open(page, slug, 'Börja')
    await expect(heading(content, 'När ni ses igen')).toBeVisible()
    await expect(content.getByText('Vad du har gjort finns kvar')).toHaveCount(0)
    await expectAccessible(page)
    await press(content, 'Verktyg')
    await content.getByLabel('Större').check()
    await page.keyboard.press('Escape')
    await press(content, 'Nästa sida')
    await expect(heading(content, 'Och sedan')).toBeVisible()
    await close(page)
    await expect(page.getByRole('region', { name: 'Klara moduler' }).getByText(title)).toBeVisible()

    await page.goto(`/modules/${slug}`)
    await page.getByRole('button', { name: 'Öppna igen' }).click()
    await expect(heading(content, 'Och sedan')).toBeVisible()
    await expect(content.getByText('Du fortsätter där du var.')).toBeVisible()
    await expect(content.locator('html')).toHaveAttribute('data-text-size', '1')
    await press(content, 'Till avslutningen')
    await expect(content.getByText('Allt är sparat.')).toBeVisible()
  })

  test(`a test as SCORM ${edition} is failed, taken again and passed`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    const { slug, title } = await publishModule(samsyn, await zipOf('prov', edition))
    await loginAs('learner')
    const content = await open(page, slug, 'Börja')
    await takeTest(content, 'Börja provet', false)
    await expect(content.getByText('Inte godkänt än')).toBeVisible()
    await expect(content.getByText('Du hade 0 av 4 rätt (0 %).')).toBeVisible()
    await close(page)
    const done = page.getByRole('region', { name: 'Klara moduler' })
    await expect(done.getByText(title)).toHaveCount(0)

    await open(page, slug, 'Fortsätt')
    await expect(content.getByText('Inte godkänt än')).toBeVisible()
    await takeTest(content, 'Gör ett nytt prov', true)
    await expect(content.getByText('Du hade 4 av 4 rätt (100 %).')).toBeVisible()
    await close(page)
    await expect(done.getByText(title)).toBeVisible()
  })
}

test('the module’s own way out leaves Samsyn, and takes what was written away', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await zipOf('samtal', '1.2'))
  await loginAs('learner')
  await stubNeutralPage(page)
  const content = await open(page, slug, 'Börja')
  await press(content, 'Nästa sida')
  const notes = content.getByLabel('Dina tankar')
  await notes.fill('Någon hade köpt blommor.')
  await content.getByLabel('Behåll mina anteckningar').check()
  const exit = content.getByRole('link', { name: 'Lämna sidan snabbt' })
  await exit.focus()
  await expect(exit).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(neutralAddress)

  await loginAs('learner')
  await open(page, slug, 'Fortsätt')
  await expect(heading(content, 'Innan ni ses')).toBeVisible()
  await expect(notes).toHaveValue('')
})

const thought = 'Någon hade köpt blommor.'

/** Writes a thought down on the second page, to be kept on the device. */
async function writeThought(content: FrameLocator): Promise<void> {
  await press(content, 'Nästa sida')
  await content.getByLabel('Dina tankar').fill(thought)
  await content.getByLabel('Behåll mina anteckningar').check()
}

const waysOut = {
  'the button above the player': (page: Page) =>
    page.getByRole('link', { name: 'Lämna sidan snabbt' }).first().click(),
  'Esc three times outside the module': async (page: Page) => {
    await page.getByRole('link', { name: 'Spara och stäng' }).focus()
    for (let times = 0; times < 3; times++) await page.keyboard.press('Escape')
  },
  'the way out of another tab': async (page: Page) => {
    const other = await page.context().newPage()
    await stubNeutralPage(other)
    await other.goto('/profile')
    await expect(other.getByText('eller tryck Esc tre gånger')).toBeVisible()
    await other.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
  },
}

for (const [way, leave] of Object.entries(waysOut)) {
  test(`${way} takes away what was written in the module`, async ({ page, samsyn, loginAs }) => {
    const { slug } = await publishModule(samsyn, await zipOf('samtal', '2004'))
    await loginAs('learner')
    await stubNeutralPage(page)
    const content = await open(page, slug, 'Börja')
    await writeThought(content)
    await leave(page)
    await expect(page).toHaveURL(neutralAddress)

    await loginAs('learner')
    await open(page, slug, 'Fortsätt')
    await expect(heading(content, 'Innan ni ses')).toBeVisible()
    await expect(content.getByLabel('Dina tankar')).toHaveValue('')
  })
}

const keysOn = (page: Page) =>
  page
    .frames()
    .at(-1)!
    .evaluate(() => [sessionStorage, localStorage].map((store) => Object.keys(store).sort()))

/** What an earlier launch could not send. */
const unsent = 'samsyn.outbox.0198e0a2-0000-7000-8000-000000000001.1'

/** Writes a thought for as long as the tab is open, closes the module, and leaves from home. */
async function leaveFromHome(page: Page, content: FrameLocator, isKept: boolean): Promise<void> {
  if (isKept) await writeThought(content)
  else {
    await press(content, 'Nästa sida')
    await content.getByLabel('Dina tankar').fill(thought)
  }
  const view = page.frames().at(-1)!
  await view.evaluate((key) => localStorage.setItem(key, '{}'), unsent)
  await close(page)
  // Before its script runs the way out is a link, and takes nothing away.
  await expect(page.getByText('eller tryck Esc tre gånger')).toBeVisible()
  await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
  await expect(page).toHaveURL(neutralAddress)
}

for (const isKept of [false, true]) {
  const life = isKept ? 'to be kept on the device' : 'for as long as the tab is open'
  test(`the way out of a later page takes away what was written ${life}, and nothing unsent`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    const { slug } = await publishModule(samsyn, await zipOf('samtal', '1.2'))
    await loginAs('learner')
    await stubNeutralPage(page)
    const content = await open(page, slug, 'Börja')
    await leaveFromHome(page, content, isKept)

    await loginAs('learner')
    await page.goto('/home')
    const left = await page.evaluate(() => [
      sessionStorage.getItem('samsyn.opened'),
      localStorage.getItem('samsyn.late'),
    ])
    expect(left, 'the app knows of nothing that is left').toEqual([null, null])
    await open(page, slug, 'Fortsätt')
    await expect(heading(content, 'Innan ni ses')).toBeVisible()
    await expect(content.getByLabel('Dina tankar')).toHaveValue('')
    await expect(content.getByLabel('Behåll mina anteckningar')).not.toBeChecked()
    expect((await keysOn(page))[1]).toContain(unsent)
  })
}

test('what the way out had no time for is gone before the module is opened again', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await zipOf('samtal', '1.2'))
  await loginAs('learner')
  await stubNeutralPage(page)
  const content = await open(page, slug, 'Börja')
  let times = 0
  // The host answers only after the page has gone.
  await page.route('**/_samsyn/clear', (route) => (times++ === 0 ? undefined : route.continue()))
  await leaveFromHome(page, content, true)
  expect(times).toBe(1)

  await loginAs('learner')
  await open(page, slug, 'Fortsätt')
  await expect(heading(content, 'Innan ni ses')).toBeVisible()
  await expect(content.getByLabel('Dina tankar')).toHaveValue('')
  // Again, and once more where home, which begins it too, was left before the answer came.
  expect(times).toBeGreaterThan(1)
})

test('to close the module takes nothing away', async ({ page, samsyn, loginAs }) => {
  const { slug } = await publishModule(samsyn, await zipOf('samtal', '1.2'))
  await loginAs('learner')
  const content = await open(page, slug, 'Börja')
  await writeThought(content)
  await close(page)
  await open(page, slug, 'Fortsätt')
  await expect(content.getByLabel('Dina tankar')).toHaveValue(thought)
  await expect(content.getByLabel('Behåll mina anteckningar')).toBeChecked()
})

test('the module’s buttons speak the language of Samsyn, or the one chosen in the module', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await zipOf('motet', '1.2'))
  await loginAs('learner')
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  const content = contentOf(page)
  await expect(content.getByRole('button', { name: 'Next page' })).toBeVisible()
  await expect(content.locator('html')).toHaveAttribute('lang', 'sv')
  await press(content, 'Tools')
  await content.getByLabel('Swedish').check()
  await page.getByRole('link', { name: 'Save and close' }).click()
  await page.waitForURL('/home')
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(content.getByRole('button', { name: 'Nästa sida' })).toBeVisible()
  await page.goto('/home')
  // Her own language: the tests after this one look for Swedish words.
  await page.getByRole('button', { name: 'Svenska' }).click()
  await expect(page.getByRole('button', { name: 'English' })).toBeVisible()
})

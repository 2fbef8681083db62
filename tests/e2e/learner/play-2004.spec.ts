import path from 'node:path'
import type { FrameLocator, Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { course2004 } from '../../packages/course-2004.ts'
import { publishModule } from '../setup/new-module.ts'
import { bytesOf, contentOf, hasSharedPackages } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

const golf = path.resolve('../shared/packages/RunTimeAdvancedCalls_SCORM20043rdEdition.zip')

async function begin(page: Page, slug: string): Promise<FrameLocator> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await page.waitForURL(/\/play\//)
  return contentOf(page)
}

const press = (content: FrameLocator, name: string) =>
  content.getByRole('button', { name, exact: true }).click()

async function leaveAsDone(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
  const done = page.getByRole('region', { name: 'Klara moduler' })
  await expect(done.getByText(title)).toBeVisible()
}

test('a SCO of SCORM 2004 that pauses goes on where it was, with what it had kept', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await course2004())
  await loginAs('learner')
  const content = await begin(page, slug)
  await expect(
    content.getByText('Läge: ab-initio. Mål: mal-1. Gräns: 0.8. Mer: true.'),
  ).toBeVisible()
  await press(content, 'Bläddra')
  await content.getByLabel('Anteckning').fill('Fråga igen på måndag')
  await press(content, 'Pausa')
  const paused = page.getByRole('heading', { name: 'Du har avslutat delen' })
  await expect(paused).toBeVisible()
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(content.getByText('Sida 2')).toBeVisible()
  await expect(content.getByText('Läge: resume.')).toBeVisible()
  await expect(content.getByLabel('Anteckning')).toHaveValue('Fråga igen på måndag')
})

test('a SCO of SCORM 2004 that is closed in the middle keeps its place too', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await course2004())
  await loginAs('learner')
  const content = await begin(page, slug)
  await press(content, 'Bläddra')
  await press(content, 'Bläddra')
  await content.getByText('Sida 3').waitFor()
  await page.reload()
  await expect(content.getByText('Sida 3')).toBeVisible()
  await expect(content.getByText('Läge: resume.')).toBeVisible()
})

test('SCOs of SCORM 2004 go where they ask to, and the module is done when both are', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { slug, title } = await publishModule(samsyn, await course2004())
  await loginAs('learner')
  const content = await begin(page, slug)
  const contents = page.getByRole('group').filter({ hasText: 'Innehåll' })
  await press(content, 'Godkänn och gå vidare')
  await expect(content.getByRole('heading', { name: 'Andra delen' })).toBeVisible()
  await expect(content.getByText('Mål: mal-2. Gräns: 0.8. Mer: false.')).toBeVisible()
  await expect(contents.getByText('1 av 2 klara')).toBeVisible()
  await press(content, 'Till första delen')
  await expect(content.getByRole('heading', { name: 'Första delen' })).toBeVisible()
  await page.getByRole('button', { name: 'Nästa del' }).click()
  await press(content, 'Godkänn och avsluta')
  await expect(page.getByRole('heading', { name: 'Modulen är klar' })).toBeVisible()
  await expect(contents.getByText('2 av 2 klara')).toBeVisible()
  await expectAccessible(page)
  await leaveAsDone(page, title)
})

test('content fetches the runtime of its own standard only, and that once', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const runtimes: string[] = []
  page.on('request', (request) => {
    const [, runtime] = /\/_samsyn\/assets\/(scorm\d+)/.exec(request.url()) ?? []
    if (runtime) runtimes.push(runtime)
  })
  const old = await publishModule(samsyn, await basicCourse())
  await loginAs('learner')
  const oldContent = await begin(page, old.slug)
  await expect(oldContent.getByRole('heading', { name: 'Välkommen' })).toBeVisible()
  expect(runtimes).toEqual(['scorm12'])
  const { slug } = await publishModule(samsyn, await course2004())
  const content = await begin(page, slug)
  await press(content, 'Godkänn och gå vidare')
  await expect(content.getByRole('heading', { name: 'Andra delen' })).toBeVisible()
  expect(runtimes).toEqual(['scorm12', 'scorm2004'])
})

test('RunTimeAdvancedCalls_SCORM20043rdEdition.zip is played to the end without an error, and resumed on the way (skipped without the shared packages folder)', async ({
  page,
  samsyn,
  loginAs,
}) => {
  test.skip(!hasSharedPackages, 'the shared packages folder is not here')
  test.setTimeout(120_000)
  // The sample tells every refusal of the runtime in an alert; it asks before it resumes.
  const alerts: string[] = []
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'alert') alerts.push(dialog.message())
    void dialog.accept()
  })
  const { slug, title } = await publishModule(samsyn, bytesOf(golf))
  await loginAs('learner')
  const content = await begin(page, slug)
  const inner = content.frameLocator('#contentFrame')
  await inner.getByRole('heading', { name: 'Play of the game' }).waitFor()
  for (let turn = 0; turn < 2; turn++) await press(content, 'Next ->')
  await inner.getByRole('heading', { name: 'Scoring', exact: true }).waitFor()
  await page.reload()
  await inner.getByRole('heading', { name: 'Scoring', exact: true }).waitFor()
  for (let turn = 2; turn < 14; turn++) await press(content, 'Next ->')
  await inner.getByRole('heading', { name: 'Knowledge Check' }).waitFor()
  // The sample shows which answers are right by their class, and the numbers in brackets.
  for (const answer of await inner.locator('.correctAnswer').all()) {
    const box = answer.locator('input[type=text]')
    if (await box.count()) await box.fill(/\((\d+)\)/.exec(await answer.innerText())![1]!)
    else await answer.locator('input').check()
  }
  await inner.getByRole('button', { name: 'Submit Answers' }).click()
  await inner.getByText('Score: 100').waitFor()
  await press(content, 'Exit')
  await expect(page.getByRole('heading', { name: 'Modulen är klar' })).toBeVisible()
  expect(alerts).toEqual([])
  await leaveAsDone(page, title)
})

import path from 'node:path'
import type { FrameLocator, Page } from '@playwright/test'
import {
  behaviourPackage,
  behaviours,
  firstWords,
  secondWords,
} from '../../packages/behaviour-packages.ts'
import { cookieOf, editorCookie, launchModule, publishModule } from '../setup/new-module.ts'
import { bytesOf, contentOf, hasSharedPackages } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

const shared = (name: string) => bytesOf(path.resolve('../shared/packages', name))

const often = { intervals: [100] }

async function begin(page: Page, slug: string): Promise<FrameLocator> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await page.waitForURL(/\/play\//)
  return contentOf(page)
}

async function leaveAsDone(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
  const done = page.getByRole('region', { name: 'Klara moduler' })
  await expect(done.getByText(title)).toBeVisible()
}

/** Goes through every part by the player's own button, and is resumed at the third. */
async function goThroughParts(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Nästa del' })
  const heading = contentOf(page).getByRole('heading').first()
  const contents = page.getByRole('group').filter({ hasText: 'Innehåll' })
  const current = contents.locator('[aria-current]')
  const title = async () => (await current.textContent())!.replace(/ (inte )?(påbörjad|klar)$/, '')
  await heading.waitFor()
  const [, parts] = /av (\d+) klara/.exec(await contents.innerText())!
  for (let part = 1; part < Number(parts); part++) {
    await heading.waitFor()
    // A part is begun when its content says so, and not when it is asked for.
    await current.filter({ hasNotText: 'inte påbörjad' }).waitFor({ state: 'attached' })
    const here = await title()
    if (part === 3) {
      await page.reload()
      await heading.waitFor()
      await expect.poll(title, often).toBe(here)
    }
    await next.click()
    await expect.poll(title, often).not.toBe(here)
  }
  await heading.waitFor()
  await expect(next).toBeHidden()
}

const inParts = [
  'ContentPackagingOneFilePerSCO_SCORM12.zip',
  'RuntimeMinimumCalls_SCORM12.zip',
  'RuntimeMinimumCalls_SCORM20043rdEdition.zip',
]

for (const name of inParts) {
  test(`${name} is played part by part, resumed on the way, and done at its end (skipped without the shared packages folder)`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    test.skip(!hasSharedPackages, 'the shared packages folder is not here')
    test.setTimeout(120_000)
    const alerts: string[] = []
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message())
      void dialog.accept()
    })
    const { slug, title } = await publishModule(samsyn, shared(name))
    await loginAs('learner')
    await begin(page, slug)
    await goThroughParts(page)
    expect(alerts).toEqual([])
    await leaveAsDone(page, title)
  })
}

test('RuntimeBasicCalls_SCORM20043rdEdition.zip is played to the end and resumed on the way (skipped without the shared packages folder)', async ({
  page,
  samsyn,
  loginAs,
}) => {
  test.skip(!hasSharedPackages, 'the shared packages folder is not here')
  test.setTimeout(120_000)
  const alerts: string[] = []
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'alert') alerts.push(dialog.message())
    void dialog.accept()
  })
  const { slug, title } = await publishModule(
    samsyn,
    shared('RuntimeBasicCalls_SCORM20043rdEdition.zip'),
  )
  await loginAs('learner')
  const content = await begin(page, slug)
  const inner = content.frameLocator('#contentFrame')
  const next = content.getByRole('button', { name: 'Next ->' })
  await inner.getByRole('heading', { name: 'Play of the game' }).waitFor()
  await next.click()
  await inner.getByRole('heading', { name: 'Par', exact: true }).waitFor()
  await page.reload()
  await inner.getByRole('heading', { name: 'Par', exact: true }).waitFor()
  for (let turn = 1; turn < 14; turn++) await next.click()
  await inner.getByRole('heading', { name: 'Knowledge Check' }).waitFor()
  for (const answer of await inner.locator('.correctAnswer').all()) {
    const box = answer.locator('input[type=text]')
    if (await box.count()) await box.fill(/\((\d+)\)/.exec(await answer.innerText())![1]!)
    else await answer.locator('input').check()
  }
  await inner.getByRole('button', { name: 'Submit Answers' }).click()
  await inner.getByText('Score: 100').waitFor()
  expect(alerts).toEqual([])
  await leaveAsDone(page, title)
})

// Their one SCO is a page that says "Not implemented yet" and never speaks to the runtime.
for (const edition of ['SCORM12', 'SCORM20042ndEdition']) {
  test(`ContentPackagingSingleSCO_${edition}.zip shows its page, which never speaks, and again when resumed (skipped without the shared packages folder)`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    test.skip(!hasSharedPackages, 'the shared packages folder is not here')
    const { slug } = await publishModule(samsyn, shared(`ContentPackagingSingleSCO_${edition}.zip`))
    await loginAs('learner')
    const content = await begin(page, slug)
    const words = content.getByRole('heading', { name: 'Not implemented yet' })
    await expect(words).toBeVisible()
    await page.reload()
    await expect(words).toBeVisible()
  })
}

for (const edition of ['1.2', '2004'] as const) {
  test(`content of SCORM ${edition} in every way it behaves is closed, resumed and done`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    const some = behaviours.filter((each) => each.edition === edition)
    test.setTimeout(30_000 * some.length)
    const editor = await editorCookie(samsyn)
    const learner = await cookieOf(samsyn, 'learner')
    await loginAs('learner')
    const content = contentOf(page)
    for (const behaviour of some) {
      await test.step(behaviour.name, async () => {
        const module = await publishModule(samsyn, await behaviourPackage(behaviour), editor)
        await page.goto(await launchModule(samsyn, module, 'Börja', learner))
        await expect(content.getByRole('heading', { name: firstWords })).toBeVisible()
        await expect(content.locator('#wrong')).toHaveText('')
        await page.goto('/home')
        await page.goto(await launchModule(samsyn, module, 'Fortsätt', learner))
        await expect(content.getByRole('heading', { name: secondWords })).toBeVisible()
        await expect(content.locator('#wrong')).toHaveText('')
        await leaveAsDone(page, module.title)
      })
    }
  })
}

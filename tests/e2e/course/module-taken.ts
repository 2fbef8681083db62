import type { Frame, Page } from '@playwright/test'
import { expect } from '../setup/test.ts'
import { answerAll, openPlace, placesOf, press } from './module-walk.ts'

const often = { intervals: [20] }

/** The module that the player on the screen plays, once it has begun. */
async function playedModule(page: Page): Promise<Frame> {
  const begun = async () => {
    const found = page.frames().find((frame) => frame.url().includes('/content/'))
    const isReady = await found
      ?.evaluate(() => document.documentElement.classList.contains('ready'))
      // The frame may go on loading meanwhile.
      .catch(() => false)
    return isReady ? found : undefined
  }
  let module: Frame | undefined
  await expect.poll(async () => (module = await begun()) !== undefined, often).toBe(true)
  return module!
}

/** Sees every page and answers every question rightly, those of a test among them. */
async function goThrough(module: Frame): Promise<void> {
  const places = await placesOf(module)
  const end = await module.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.contents li')].findIndex(
      ({ dataset }) => dataset.kind === 'end',
    ),
  )
  expect(end, `${places.join(', ')}: one of them is the end`).toBeGreaterThanOrEqual(0)
  for (let place = 0; place <= end; place++) {
    await openPlace(module, place)
    await answerAll(module, true)
  }
  if (!(await press(module, '.test .actions .main'))) return
  while (await answerAll(module, true)) await press(module, '.test .actions .main')
  await press(module, '.test .actions .main')
  await expect(module.getByText('Godkänt', { exact: true })).toBeVisible()
}

/** As whoever is signed in: begins a module of the course, takes it rightly to its end, and comes home. */
export async function takeModule(page: Page, slug: string): Promise<void> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await goThrough(await playedModule(page))
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
}

/** The certificate of a track stands among the learner's own, soon after its last module is done. */
export async function expectCertificate(page: Page, track: string): Promise<void> {
  await expect(async () => {
    await page.goto('/certificates')
    await expect(page.getByRole('heading', { level: 1, name: 'Mina intyg' })).toBeVisible()
    await expect(page.getByRole('main').getByText(track).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
}

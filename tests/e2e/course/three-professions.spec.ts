import type { Frame, Page } from '@playwright/test'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { readCourseFiles } from '../../../courses/toolkit/source/course-files.ts'
import { readCourse } from '../../../courses/toolkit/source/course-reader.ts'
import { newPerson } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { answerAll, openPlace, placesOf, press } from './module-walk.ts'

const { course } = readCourse(readCourseFiles('courses/heder'))

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

async function takeModule(page: Page, slug: string): Promise<void> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await goThrough(await playedModule(page))
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
}

/** The certificate of a track stands among the learner's own, soon after its last module is done. */
async function expectCertificate(page: Page, track: string): Promise<void> {
  await expect(async () => {
    await page.goto('/certificates')
    await expect(page.getByRole('heading', { level: 1, name: 'Mina intyg' })).toBeVisible()
    await expect(page.getByRole('main').getByText(track).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
}

const learners: { track: string; who: string; group: ProfessionGroup }[] = [
  { track: 'socialtjanst-barn-unga', who: 'A social worker', group: 'social-services' },
  { track: 'skola', who: 'A teacher', group: 'school' },
  { track: 'forskola', who: 'A preschool teacher', group: 'school' },
]

for (const { track: slug, who, group } of learners) {
  test(`${who} takes the basics, the test and their own track to a certificate`, async ({
    page,
    samsyn,
    loginAs,
  }) => {
    test.setTimeout(120_000)
    const track = course.tracks.find((one) => one.slug === slug)!
    expect(track.modules).toHaveLength(8)
    await loginAs(await newPerson(samsyn, group))
    for (const module of track.modules) await takeModule(page, module)
    const done = page.getByRole('region', { name: 'Klara moduler' }).getByRole('listitem')
    await expect(done).toHaveCount(track.modules.length)
    for (const module of course.modules.filter(({ slug }) => track.modules.includes(slug))) {
      await expect(done.filter({ hasText: module.title.sv })).toHaveCount(1)
    }
    await expectCertificate(page, track.title.sv)
  })
}

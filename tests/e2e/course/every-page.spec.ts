import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readCourseFiles } from '../../../courses/toolkit/source/course-files.ts'
import { readCourse } from '../../../courses/toolkit/source/course-reader.ts'
import { accessibilityRules, expect, test as base } from '../setup/test.ts'
import { serveCourse } from './module-page.ts'
import { answerAll, openPlace, placesOf, press, walkCases } from './module-walk.ts'

const folder = 'courses/heder'
const { course } = readCourse(readCourseFiles(folder))
const axeScript = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const test = base.extend<object, { served: string }>({
  served: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const { origin, stop } = await serveCourse(course, folder)
      await use(origin)
      await stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ served }, use) => use(served),
})

/** Every other page in each, so that both are met in every module. */
const looks = [
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 1280, height: 800, colorScheme: 'dark' },
] as const

/** What is wrong with what the screen shows, or with a part of it. */
class Inspection {
  readonly faults: string[] = []
  readonly #page: Page
  readonly #module: string
  states = 0

  constructor(page: Page, module: string) {
    this.#page = page
    this.#module = module
  }

  async look(where: string, part = 'body'): Promise<void> {
    this.states += 1
    const found = await this.#page.evaluate(
      async ([wanted, tags]) => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') }
        const { violations } = await axe.run(
          [...document.querySelectorAll(wanted)].filter((one) => one.checkVisibility()),
          {
            runOnly: { type: 'tag', values: [...tags] },
            resultTypes: ['violations'],
          },
        )
        const wide = document.documentElement.scrollWidth - innerWidth
        return [
          ...violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
          ),
          ...(wide > 0 ? [`${wide} px wider than its window`] : []),
        ]
      },
      [part, accessibilityRules] as const,
    )
    this.faults.push(...found.map((fault) => `${this.#module}, ${where}: ${fault}`))
  }
}

async function takeTest(page: Page, inspection: Inspection): Promise<void> {
  await inspection.look('the test’s rules')
  await press(page, '.test .actions .main')
  for (let number = 1; await answerAll(page, number % 2 === 0); number++) {
    await inspection.look(`question ${number} of a test`, '.test')
    await press(page, '.test .actions .main')
  }
  await inspection.look('before the test is handed in')
  await press(page, '.test .actions .main')
  await inspection.look('the test’s result')
}

for (const [index, module] of course.modules.entries()) {
  test(`nothing is in anybody’s way on any page of ${module.slug}`, async ({ page }) => {
    const inspection = new Inspection(page, module.slug)
    await page.goto(`/1.2/${module.slug}/`)
    await page.evaluate(axeScript)
    const places = await placesOf(page)
    for (const [at, place] of places.entries()) {
      const { colorScheme, ...size } = looks[(index + at) % 2]!
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await openPlace(page, at)
      await inspection.look(place)
      await walkCases(page, (where) => inspection.look(`${place}, ${where}`, 'section.case'))
      for (const rightly of [false, true]) {
        const word = rightly ? 'answered rightly' : 'answered wrongly'
        if (await answerAll(page, rightly))
          await inspection.look(`${place}, ${word}`, 'form.question')
      }
      if (await page.locator('.test').isVisible()) await takeTest(page, inspection)
    }
    for (const panel of ['contents', 'tools']) {
      await press(page, `[aria-controls="panel-${panel}"]`)
      await inspection.look(`with ${panel} open`)
    }
    expect(inspection.faults).toEqual([])
    expect(inspection.states).toBeGreaterThan(places.length)
  })
}

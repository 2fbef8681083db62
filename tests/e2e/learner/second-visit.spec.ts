import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page, Request } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { course2004 } from '../../packages/course-2004.ts'
import { publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import type { SamsynServer } from '../setup/samsyn-server.ts'
import { expect, test } from '../setup/test.ts'

type LoginAs = (role: string, context?: BrowserContext) => Promise<void>

/** Tells, from now on, what the server has answered on content hosts: "GET /content/…". */
function requestsFromNow({ logFile }: SamsynServer): () => string[] {
  const begun = readFileSync(logFile, 'utf8').length
  return () =>
    readFileSync(logFile, 'utf8')
      .slice(begun)
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as { method?: string; path?: string })
      .filter(({ path }) => /^\/(content|_samsyn)\//.test(path ?? ''))
      .map(({ method, path }) => `${method} ${path}`)
}

const heading = (page: Page, name: string) => contentOf(page).getByRole('heading', { name })

async function launch(page: Page, slug: string, button: string): Promise<void> {
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: button }).click()
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
}

test('a second visit transfers nothing but the launch', async ({ page, samsyn, loginAs }) => {
  const { slug } = await publishModule(samsyn, await basicCourse())
  await loginAs('learner')

  const first = requestsFromNow(samsyn)
  await launch(page, slug, 'Börja')
  await expect(heading(page, 'Välkommen')).toBeVisible()
  await contentOf(page).getByRole('button', { name: 'Nästa sida' }).click()
  await expect(heading(page, 'Ett samtal')).toBeVisible()
  await leave(page)
  await expect.poll(first).toContainEqual(expect.stringMatching(/^GET \/content\/.*\.js$/))
  expect(first()).toContainEqual(expect.stringMatching(/^GET \/_samsyn\/assets\/.*\.js$/))

  const second = requestsFromNow(samsyn)
  await launch(page, slug, 'Fortsätt')
  await expect(heading(page, 'Ett samtal')).toBeVisible()
  await leave(page)
  await expect.poll(second).toContain('POST /_samsyn/state')
  // What was done in it is saved, and that is all that travels beside the launch.
  const transferred = second().filter((request) => request !== 'POST /_samsyn/commit')
  expect(transferred).toEqual(['GET /_samsyn/frame', 'POST /_samsyn/state'])

  const back = requestsFromNow(samsyn)
  await page.goBack()
  await expect(heading(page, 'Ett samtal')).toBeVisible()
  await expect.poll(back).toContain('POST /_samsyn/state')
  expect(back().filter((request) => /^GET \/(content|_samsyn\/assets)\//.test(request))).toEqual([])
})

/** What a browser that has been nowhere yet is sent when the learner opens an address, package files aside. */
async function firstVisit(
  address: string,
  { browser, loginAs }: { browser: Browser; loginAs: LoginAs },
): Promise<{ bytes: number; files: string[] }> {
  const context = await browser.newContext()
  await loginAs('learner', context)
  const finished: Request[] = []
  context.on('requestfinished', (request) => finished.push(request))
  const page = await context.newPage()
  await page.goto(address)
  await expect(page.getByText(/^Sparat /)).toBeVisible()
  const asked = finished.filter((request) => !request.url().includes('/content/'))
  const sizes = await Promise.all(asked.map((request) => request.sizes()))
  await context.close()
  return {
    bytes: sizes.reduce((sum, one) => sum + one.responseHeadersSize + one.responseBodySize, 0),
    files: asked.map((request) => path.basename(new URL(request.url()).pathname)),
  }
}

const weighed = [
  { standard: 'SCORM 1.2', course: basicCourse, runtime: /^scorm12-api/, kilobytes: [80, 110] },
  { standard: 'SCORM 2004', course: course2004, runtime: /^scorm2004-api/, kilobytes: [100, 130] },
] as const

for (const { standard, course, runtime, kilobytes } of weighed) {
  const [least, most] = kilobytes
  test(`the player of ${standard} weighs less than ${most} kB on a first visit, package files aside`, async ({
    page,
    browser,
    samsyn,
    loginAs,
  }) => {
    const { slug } = await publishModule(samsyn, await course())
    await loginAs('learner')
    await launch(page, slug, 'Börja')
    await page.waitForURL(/\/play\//)
    const { bytes, files } = await firstVisit(page.url(), { browser, loginAs })
    expect(bytes / 1000).toBeGreaterThan(least)
    expect(bytes / 1000).toBeLessThan(most)
    expect(
      files.filter((file) => /^scorm(12|2004)-api/.test(file)),
      'one runtime',
    ).toEqual([expect.stringMatching(runtime)])
    expect(
      files.filter((file) => /^(remix|entry\.client)-/.test(file)),
      'no router',
    ).toEqual([])
    test.info().annotations.push({ type: 'bytes', description: String(bytes) })
  })
}

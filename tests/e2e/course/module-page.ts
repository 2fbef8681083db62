import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Locator, type Page } from '@playwright/test'
import { mediaIn } from '../../../courses/toolkit/builder/course-media.ts'
import { Drawing } from '../../../courses/toolkit/builder/drawing.ts'
import { answerFile } from '../../../courses/toolkit/builder/file-server.ts'
import { editions, moduleFiles } from '../../../courses/toolkit/builder/module-package.ts'
import type { PackageFile } from '../../../courses/toolkit/builder/package-zip.ts'
import {
  moduleOf,
  readSample,
  sampleFolder,
} from '../../../courses/toolkit/builder/sample-course.ts'
import type { Edition } from '../../../courses/toolkit/runtime/response.ts'
import type { Course } from '../../../courses/toolkit/source/course-model.ts'

interface ServedCourse {
  origin: string
  stop: () => Promise<unknown>
}

/** Serves the sample course's modules as any web server would, each edition in a folder of its own. */
export const serveSample = (): Promise<ServedCourse> => serveCourse(readSample(), sampleFolder)

/** Serves a course's modules: "/1.2/<module>/" and "/2004/<module>/". */
export async function serveCourse(course: Course, folder: string): Promise<ServedCourse> {
  const media = mediaIn(folder)
  const drawn = new Map<string, Promise<PackageFile[]>>()
  const filesOf = (slug: string, edition: Edition) => {
    const key = `${edition}/${slug}`
    const files =
      drawn.get(key) ?? moduleFiles(new Drawing(course, moduleOf(course, slug)), edition, media)
    drawn.set(key, files)
    return files
  }
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [, edition, slug = '', name = ''] = /^\/(1\.2|2004)\/([^/]+)\/(.*)$/.exec(pathname) ?? []
    const known = editions.find((one) => one === edition)
    if (!known) return response.writeHead(404).end()
    void filesOf(slug, known).then((files) => {
      if (!answerFile(files, name, response)) response.writeHead(404).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, stop: () => new Promise((resolve) => server.close(resolve)) }
}

/** Far more than there is to press on any page. */
const mostPresses = 80

/** Goes on by Tab until the focus is there; of several, at the first that it comes to. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible()
  for (let press = 0; press < mostPresses; press++) {
    const isThere = await target.evaluateAll((all) =>
      all.some((one) => one === document.activeElement),
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${String(target)}`)
}

export async function pressButton(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).filter({ visible: true }).first()
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

/** Goes to a group of radio buttons by Tab and to one of them by its arrows. */
export async function choose(page: Page, group: string, answer: string): Promise<void> {
  const radios = page.getByRole('group', { name: group }).getByRole('radio')
  await tabTo(page, radios)
  const wanted = page.getByRole('group', { name: group }).getByLabel(answer)
  for (let press = 0; press < 10 && !(await wanted.isChecked()); press++) {
    await page.keyboard.press(press === 0 ? 'Space' : 'ArrowDown')
  }
  await expect(wanted).toBeChecked()
}

/** Moves a step of an ordering question up, as often as told. */
export async function moveUp(page: Page, step: string, times: number): Promise<void> {
  const button = page.getByRole('button', { name: `Flytta upp: ${step}` })
  for (let press = 0; press < times; press++) {
    await tabTo(page, button)
    await page.keyboard.press('Enter')
  }
}

/** Chooses in a list by writing how the choice begins, as screen readers' users do. */
export async function pick(page: Page, label: string, choice: string): Promise<void> {
  const list = page.getByLabel(label)
  await tabTo(page, list)
  await page.keyboard.type(choice)
  await expect(list.locator('option:checked')).toHaveText(choice)
}

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type FrameLocator, type Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'

/** Whether content has all the room that the page gives it. */
export async function expectContentToFill(page: Page): Promise<void> {
  const around = page.locator('iframe.player-frame')
  const content = around.contentFrame().locator('body > iframe')
  await expect(async () => {
    expect(await content.boundingBox()).toEqual(await around.boundingBox())
  }).toPass()
}

/** A package to walk the road with: where its file is, and how a learner goes through it. */
export interface PlayedPackage {
  name: string
  file: () => Promise<string>
  /** Goes two pages in, and tells where that is. */
  goMidway: (content: FrameLocator) => Promise<void>
  /** Says yes to going on where one was, and waits until the content is there. */
  resume: (content: FrameLocator) => Promise<void>
  /** Goes on to the end and answers every question rightly. */
  pass: (content: FrameLocator) => Promise<void>
}

const golfFile = path.resolve('../shared/packages/RuntimeBasicCalls_SCORM12.zip')

/** Rustici Software's "Golf Explained" with basic runtime calls, from the shared packages folder. */
const golf: PlayedPackage = {
  name: 'RuntimeBasicCalls_SCORM12.zip',
  file: () => Promise.resolve(golfFile),
  goMidway: async (content) => {
    const page = content.frameLocator('#contentFrame')
    await page.getByRole('heading', { name: 'Play of the game' }).waitFor()
    await content.getByRole('button', { name: 'Next ->' }).click()
    await page.getByRole('heading', { name: 'Par', exact: true }).waitFor()
    await content.getByRole('button', { name: 'Next ->' }).click()
    await page.getByRole('heading', { name: 'Scoring', exact: true }).waitFor()
  },
  resume: async (content) => {
    await content
      .frameLocator('#contentFrame')
      .getByRole('heading', { name: 'Scoring', exact: true })
      .waitFor()
  },
  pass: async (content) => {
    for (let page = 3; page <= 14; page++) {
      await content.getByRole('button', { name: 'Next ->' }).click()
    }
    const test = content.frameLocator('#contentFrame')
    await test.getByRole('heading', { name: 'Knowledge Check' }).waitFor()
    // The sample shows which answers are right by their class, and the numbers in brackets.
    for (const answer of await test.locator('.correctAnswer').all()) {
      const box = answer.locator('input[type=text]')
      if (await box.count()) await box.fill(/\((\d+)\)/.exec(await answer.innerText())![1]!)
      else await answer.locator('input').check()
    }
    await test.getByRole('button', { name: 'Submit Answers' }).click()
    await test.getByText('Score: 100').waitFor()
  },
}

const ownCourse = {
  identifier: 'road',
  title: 'Vägen',
  pages: [
    { title: 'Första sidan', html: '<p>Ett.</p>' },
    { title: 'Andra sidan', html: '<p>Två.</p>' },
    { title: 'Tredje sidan', html: '<p>Tre.</p>' },
  ],
  questions: [
    { text: 'Vilken är rätt?', options: ['Den här', 'Inte den här'], right: 0 },
    { text: 'Och nu?', options: ['Nej', 'Ja'], right: 1 },
  ],
}

/** A package of our own, for where the shared packages folder is missing. */
const own: PlayedPackage = {
  name: 'vagen.zip',
  file: async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'samsyn-road-')), 'vagen.zip')
    writeFileSync(file, await basicCourse(ownCourse))
    return file
  },
  goMidway: async (content) => {
    await content.getByRole('heading', { name: 'Första sidan' }).waitFor()
    await content.getByRole('button', { name: 'Nästa sida' }).click()
    await content.getByRole('heading', { name: 'Andra sidan' }).waitFor()
  },
  resume: async (content) => {
    await content.getByRole('heading', { name: 'Andra sidan' }).waitFor()
  },
  pass: async (content) => {
    await content.getByRole('button', { name: 'Nästa sida' }).click()
    await content.getByRole('button', { name: 'Nästa sida' }).click()
    await content.getByLabel('Den här', { exact: true }).check()
    await content.getByLabel('Ja', { exact: true }).check()
    await content.getByRole('button', { name: 'Rätta mina svar' }).click()
    await content.getByText(/^Godkänt:/).waitFor()
  },
}

export const hasSharedPackages = existsSync(golfFile)

/** The package that the whole road is walked with. */
export const roadPackage = hasSharedPackages ? golf : own

/** The package's own document inside the player page: the player frame's frame. */
export function contentOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.player-frame').frameLocator('iframe')
}

export const bytesOf = (file: string) => readFileSync(file)

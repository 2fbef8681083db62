import { mediaIn } from '../../../courses/toolkit/builder/course-media.ts'
import { modulePackage } from '../../../courses/toolkit/builder/module-package.ts'
import {
  moduleOf,
  readSample,
  sampleFolder,
} from '../../../courses/toolkit/builder/sample-course.ts'
import { basicCourse } from '../../packages/build.ts'
import { editorCookie, publishModule, uploadVersion } from '../setup/new-module.ts'
import { contentOf, expectContentToFill } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

const course = readSample()

test('an editor goes through a draft as a learner would, and nothing is kept of it', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const cookie = await editorCookie(samsyn)
  const module = await publishModule(samsyn, await basicCourse(), cookie)
  const zip = await modulePackage(course, moduleOf(course, 'motet'), '2004', mediaIn(sampleFolder))
  const version = await uploadVersion(samsyn, module, zip, cookie)
  await loginAs('editor')
  await page.goto(version)
  await page.getByRole('link', { name: 'Förhandsgranska' }).click()
  await expect(page.getByText('Inget sparas, och ingen annan ser det du gör.')).toBeVisible()
  const content = contentOf(page)
  await expect(content.getByRole('heading', { name: 'När ni ses igen' })).toBeVisible()
  await expect(content.getByText('Du är inte inloggad.')).toHaveCount(0)
  await expectContentToFill(page)
  await expectAccessible(page)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url())
  })
  await content.getByRole('button', { name: 'Nästa sida' }).click()
  await content.getByRole('button', { name: 'Till avslutningen' }).click()
  await expect(content.getByText('Du är klar med modulen')).toBeVisible()
  expect(sent).toEqual([])
  await page.reload()
  await expect(content.getByRole('heading', { name: 'När ni ses igen' })).toBeVisible()
  await page.getByRole('link', { name: 'Stäng' }).click()
  await expect(page.getByText('Utkast: syns inte för deltagare än')).toBeVisible()
  await expect(page.getByText('Ingen håller på med version 1.')).toBeVisible()
})

test('another maker’s package is previewed with a learning system that forgets', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const cookie = await editorCookie(samsyn)
  const module = await publishModule(samsyn, await basicCourse(), cookie)
  await loginAs('editor')
  await page.goto(`/catalogue/modules/${module.id}`)
  await page.getByRole('link', { name: /^Version 1/ }).click()
  await page.getByRole('link', { name: 'Förhandsgranska' }).click()
  await expect(contentOf(page).getByRole('heading').first()).toBeVisible()
  const frame = page.frames().find((one) => one.url().includes('/_samsyn/preview'))!
  const learner = () =>
    frame.evaluate(() => {
      const { API } = window as unknown as { API: Record<string, (word: string) => string> }
      return API.LMSGetValue!('cmi.core.student_id')
    })
  await expect.poll(learner).toBe('preview')
})

test('who is no editor is shown no preview, and no host of one', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const module = await publishModule(samsyn, await basicCourse())
  await loginAs('editor')
  await page.goto(`/catalogue/modules/${module.id}`)
  const version = await page
    .getByRole('link', { name: /^Version 1/ })
    .first()
    .getAttribute('href')
  await loginAs('learner')
  const refused = await page.goto(`${version}/preview`)
  expect(refused!.status()).toBe(403)
  const guessed = await page.request.get(`http://127.0.0.1:${samsyn.port}/_samsyn/preview`, {
    headers: { host: `p-${'a'.repeat(52)}.samsyn.localhost:${samsyn.port}` },
  })
  expect(guessed.status()).toBe(404)
})

import { readFileSync } from 'node:fs'
import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { expect, test } from '../setup/test.ts'

test('an editor sees how the questions of a version work, and takes them out as a file', async ({
  page,
  loginAs,
}) => {
  await loginAs('editor')
  await page.goto('/catalogue')
  await page.getByRole('link', { name: 'Vad det handlar om' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vad det handlar om' })).toBeVisible()
  await page.getByRole('link', { name: 'Version 1' }).click()
  await page.getByRole('link', { name: 'Se hur innehållet fungerar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kvalitet' })).toBeVisible()
  const questions = page.getByRole('table', { name: 'Frågor i kursens ordning' })
  await expect(questions.getByRole('row', { name: /^g1-q1 Rätt svar: / })).toBeVisible()
  const places = page.getByRole('table', { name: 'Platser i innehållet' })
  await expect(places.getByRole('row')).toHaveCount(10)
  await expect(page.getByText(/försök är inte klara och har legat stilla/)).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hämta frågorna (CSV)' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('fragor-grund-1-vad-det-ar-1.csv')
  const [head, ...rows] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(head).toContain('del;fraga;text;typ;status;forsok')
  expect(rows.map((row) => row.split(';').slice(0, 5).join(';'))).toEqual([
    'Vad det handlar om;g1-q1;;choice;visas',
    'Vad det handlar om;g1-q2;;choice;visas',
    'Vad det handlar om;g1-q3;;choice;visas',
    'Vad det handlar om;g1-q4;;sequencing;visas',
    'Vad det handlar om;g1-q5;;matching;visas',
  ])
})

test('a version that nobody has begun says when there will be figures', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const course = await basicCourse({
    title: 'Ny',
    pages: [{ title: 'Sida', html: '<p>Text.</p>' }],
  })
  const { id } = await publishModule(samsyn, course)
  await loginAs('editor')
  await page.goto(`/catalogue/modules/${id}`)
  await page.getByRole('link', { name: 'Version 1' }).click()
  await page.getByRole('link', { name: 'Se hur innehållet fungerar' }).click()
  await expect(page.getByRole('heading', { name: 'För få försök än' })).toBeVisible()
  await expectAccessible(page)
})

import type { Page } from '@playwright/test'
import { readCourseFiles } from '../../../courses/toolkit/source/course-files.ts'
import { readCourse } from '../../../courses/toolkit/source/course-reader.ts'
import { expectCertificate, takeModule } from '../course/module-taken.ts'
import { newPerson } from '../setup/new-person.ts'
import { startServer, type SamsynServer } from '../setup/samsyn-server.ts'
import { stateWorkplace } from '../setup/state-workplace.ts'
import { expect, test as base } from '../setup/test.ts'

const { course } = readCourse(readCourseFiles('courses/heder'))
const track = course.tracks.find(({ slug }) => slug === 'skola')!

/** A server of its own, since its clock is set ahead. */
const test = base.extend<object, { samsyn: SamsynServer }>({
  samsyn: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const server = await startServer('learners-year')
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

/** A track, mandatory for the teachers of Gislaved, to be done again each year. */
async function assignTrack(page: Page): Promise<void> {
  await page.goto('/assignments/new')
  await page.getByLabel('Vad ska göras?').selectOption({ label: 'Skola: hela spåret' })
  await page.getByLabel('Gislaved', { exact: true }).check()
  await page.getByLabel('Förskola och skola').check()
  await page.getByLabel('Dagar från start').fill('30')
  await page.getByLabel('Görs om efter').fill('12')
  await page.getByRole('button', { name: 'Se vilka det gäller' }).click()
  await page.getByRole('button', { name: 'Tilldela', exact: true }).click()
  await expect(page.getByText('Uppdraget är tilldelat.')).toBeVisible()
}

const issued = (page: Page) =>
  page.getByRole('main').getByRole('link', { name: 'Grundkurs, Skola' })

test('a learner sees why, takes the track, gets the certificate, and next year its refresher falls due', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  test.setTimeout(240_000)
  const name = await newPerson(samsyn, 'school')
  await loginAs(name)
  await stateWorkplace(page, 'Gislaved', 'Förskola och skola')
  await assignTrack(await pageOf('trainer'))
  const main = page.getByRole('main')

  await test.step('sees what, why and by when', async () => {
    await page.goto('/home')
    await expect(main).toContainText('Tilldelad av Länsstyrelsen Jönköping')
    await page.goto('/modules/spar-skola')
    await expect(page.getByText('Varför har jag den här?')).toBeVisible()
    await expect(main).toContainText(
      'Länsstyrelsen Jönköping har tilldelat dig spåret Skola, där modulen ingår.',
    )
  })

  await test.step('takes it, and gets the certificate', async () => {
    for (const module of track.modules) await takeModule(page, module)
    await expectCertificate(page, track.title.sv)
    await page.goto('/home')
    await expect(main).not.toContainText('Tilldelad av')
    await page.goto('/certificates')
    await expect(issued(page)).toHaveCount(1)
  })

  await test.step('ten months later nothing is asked, eleven later the refresher is', async () => {
    await samsyn.startAgain(295)
    await loginAs(name)
    await page.goto('/home')
    await expect(main).not.toContainText('Tilldelad av')
    await samsyn.startAgain(330)
    await loginAs(name)
    await page.goto('/home')
    await expect(main).toContainText('Repetition')
    await expect(main).toContainText('Tilldelad av Länsstyrelsen Jönköping')
    await expectAccessible(page)
    await page.goto('/modules/repetition')
    await expect(page.getByText('Varför har jag den här?')).toBeVisible()
  })

  await test.step('taken, it renews the certificate, and the earlier one stays as it was', async () => {
    await takeModule(page, 'repetition')
    await expect(async () => {
      await page.goto('/certificates')
      await expect(issued(page)).toHaveCount(2, { timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await page.goto('/home')
    await expect(main).not.toContainText('Tilldelad av')
  })
})

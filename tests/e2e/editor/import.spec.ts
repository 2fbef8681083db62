import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { basicCourse, smallPackage } from '../../packages/build.ts'
import { launchMissing, textFile, withoutManifest } from '../../packages/hostile.ts'
import { addModule, publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import type { SamsynServer } from '../setup/samsyn-server.ts'
import { expect, test } from '../setup/test.ts'
import { sendPackage, uploadPackage } from '../setup/upload-package.ts'

/** Every file that a server keeps of packages, taken in or on the way. */
function keptFiles({ dataFolder }: SamsynServer): string[] {
  return ['blobs', 'staging'].flatMap((name) => {
    const folder = path.join(dataFolder, name)
    if (!existsSync(folder)) return []
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  })
}

test('a package that cannot be taken in is refused by name, and nothing is saved', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { id } = await addModule(samsyn)
  await loginAs('editor')
  const before = keptFiles(samsyn)
  const refusals = [
    { zip: textFile(), words: 'Filen är ingen zip-fil' },
    { zip: withoutManifest(), words: 'Paketet saknar imsmanifest.xml' },
    { zip: launchMissing(), words: 'Filen index.html, som ”Del 1” ska öppna, finns inte' },
  ]
  for (const { zip, words } of refusals) {
    await uploadPackage(page, id, zip)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Paketet togs inte emot')
    await expect(alert).toContainText(words)
    await expect(alert).toContainText('Inget har sparats, och modulen är som förut.')
  }
  await expect(page.getByRole('alert')).toContainText('Regeln som bröts:')
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText('Modulen har ingen version än.')).toBeVisible()
  expect(keptFiles(samsyn)).toEqual(before)
})

test('the same page takes a good package right after a refused one', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { id } = await addModule(samsyn)
  await loginAs('editor')
  await uploadPackage(page, id, textFile())
  await expect(page.getByRole('alert')).toContainText('Filen är ingen zip-fil')
  await sendPackage(page, smallPackage())
  await expect(page.getByRole('heading', { name: 'Version 1' })).toBeVisible()
  await expect(page.getByText('Utkast: syns inte för deltagare än')).toBeVisible()
})

test('a published version replaces the former, and who has begun that goes on in it', async ({
  page,
  browser,
  samsyn,
  loginAs,
}) => {
  const course = (title: string) =>
    basicCourse({ title, pages: [{ title, html: '<p>Sidan.</p>' }] })
  const { id, slug } = await publishModule(samsyn, await course('Den första utgåvan'))
  const early = await browser.newContext()
  await loginAs('learner', early)
  const begun = await early.newPage()
  await begun.goto(`/modules/${slug}`)
  await begun.getByRole('button', { name: 'Börja' }).click()
  await contentOf(begun).getByRole('heading', { name: 'Den första utgåvan' }).waitFor()
  await begun.getByRole('link', { name: 'Spara och stäng' }).click()
  await begun.waitForURL('/home')

  await loginAs('editor')
  await uploadPackage(page, id, await course('Den andra utgåvan'))
  await expect(page.getByText('1 har börjat och fortsätter i version 1.')).toBeVisible()
  await page.getByRole('button', { name: 'Publicera' }).click()
  await expect(page.getByText('Versionen är publicerad.')).toBeVisible()
  await page.goto(`/catalogue/modules/${id}`)
  await expect(page.getByRole('row', { name: 'Version 2 Publicerad' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Version 1 Ersatt' })).toBeVisible()

  await begun.goto(`/modules/${slug}`)
  await begun.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(contentOf(begun).getByRole('heading', { name: 'Den första utgåvan' })).toBeVisible()
  await early.close()
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await expect(contentOf(page).getByRole('heading', { name: 'Den andra utgåvan' })).toBeVisible()
})

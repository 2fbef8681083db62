import type { Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { expect, test } from '../setup/test.ts'
import { mark } from '../setup/world.ts'

/** More than a request reminds. */
const many = 520
const run = `${Date.now()}`

/** People whom no mail reaches: none of them has confirmed an address yet. */
function staffFile() {
  const rows = Array.from(
    { length: many },
    (_, index) =>
      `R${run}-${index};Åsa${mark};Nr${index}${mark};r${run}-${index}@exempel.se;Socialsekreterare`,
  )
  const text = ['Anst.nr;Förnamn;Efternamn;E-post;Befattning', ...rows].join('\r\n')
  return { name: 'personal.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
}

async function bringIn(page: Page, organisation: string): Promise<string> {
  await page.goto(`${organisation}/people-import`)
  await page.getByLabel('Fil med personer').setInputFiles(staffFile())
  await page.getByRole('button', { name: 'Skicka filen' }).click()
  await page.waitForURL(/\/columns$/)
  await page.getByRole('button', { name: 'Kontrollera filen' }).click()
  await page.getByRole('button', { name: 'Läs in filen' }).click({ timeout: 60_000 })
  await expect(page.getByText(new RegExp(`^Klart\\. ${many} nya`))).toBeVisible({ timeout: 60_000 })
  return page.url()
}

test('a manager reminds more than five hundred, leaves, comes back, and sees what came of all of them', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  test.slow()
  const { slug, title } = await publishModule(samsyn, await basicCourse({ questions: [] }))
  await loginAs('manager')
  const main = page.getByRole('main')
  await page.goto('/organisations')
  const link = main.getByRole('rowheader').getByRole('link')
  const organisation = (await link.getAttribute('href'))!.split('?')[0]!
  const file = await bringIn(page, organisation)
  await page.goto(`${organisation}/assignments`)
  await main.getByRole('link', { name: 'Tilldela', exact: true }).click()
  await page.getByLabel('Vad ska göras?').selectOption({ label: title })
  await page.getByLabel('Var arbetar de?').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Se vilka det gäller' }).click()
  await page.getByRole('button', { name: 'Tilldela', exact: true }).click()
  await expect(page.getByText('Uppdraget är tilldelat.')).toBeVisible()

  await page.goto(`${organisation}/people?module=${slug}`)
  await page.getByLabel(/^Alla .* som listan visar/).check()
  await page.getByRole('radio', { name: 'Påminn' }).check()
  await page.getByRole('button', { name: 'Genomför' }).click()
  await page.waitForURL(/\/people\/reminders\/[0-9a-f-]{36}$/)
  await expect(main).toContainText(/5\d\d personer ska påminnas/)
  await page.goto(`${organisation}/people?module=${slug}`)
  await page.getByRole('link', { name: /^Se hur det g/ }).click()
  await expect(main.getByText('Påminnelsen är klar')).toBeVisible({ timeout: 60_000 })
  await expect(main).toContainText(/5\d\d personer nås inte/)
  await expectAccessible(page)

  await test.step('the same without JavaScript', async () => {
    const plain = await pageOf('manager', { javaScriptEnabled: false })
    await plain.goto(page.url())
    await expect(plain.getByText('Påminnelsen är klar')).toBeVisible()
  })

  await page.getByRole('link', { name: 'Till listan' }).click()
  await expect(page).toHaveURL(/\/people\?module=/)
  await page.goto(file)
  await page.getByRole('button', { name: 'Ångra filen' }).click()
  await expect(page.getByText('Filen är ångrad.')).toBeVisible({ timeout: 60_000 })
})

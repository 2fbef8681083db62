import writeXlsxFile from 'write-excel-file/node'
import { addDays, dateOf, today } from '~/kernel/dates.ts'
import { expect, test } from '../setup/test.ts'

/** A number for preschools and schools, one row that is about nowhere, and one with somebody's number. */
function fileOf(organisation: string, count: number) {
  const day = addDays(today(), -1)
  const lines = [
    'Organisation;Enhet;Yrkesgrupp;Antal;Datum;Källa',
    `${organisation};;Förskola och skola;${count};${day};SCB`,
    `Ingenstans kommun;;Socialtjänst;5;${day};SCB`,
    `${organisation};811218-9876;Socialtjänst;5;${day};SCB`,
  ]
  const buffer = Buffer.from(lines.join('\r\n'), 'latin1')
  return { name: 'antal.csv', mimeType: 'text/csv', buffer }
}

test('a trainer brings headcounts of the county in by file, and takes them back', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  const main = page.getByRole('main')
  await loginAs('trainer')
  await page.goto('/register')
  const organisation = await main.getByRole('rowheader').getByRole('link').first().innerText()
  await page.getByRole('link', { name: 'Antal från fil' }).click()
  await expect(page.getByRole('heading', { name: 'Antal anställda från fil' })).toBeVisible()
  await expectAccessible(page)
  const count = 10_000 + (Date.now() % 80_000)

  await test.step('the file is tried, and nothing has changed', async () => {
    await page.getByLabel('Fil med antal anställda').setInputFiles(fileOf(organisation, count))
    await page.getByRole('button', { name: 'Skicka filen' }).click()
    await page.waitForURL(/\/headcount-files\/[0-9a-f-]{36}$/)
    await expect(main.getByText('Inget är ändrat än.')).toBeVisible({ timeout: 20_000 })
    await expect(main.getByText('Organisationen finns inte i ditt område.').first()).toBeVisible()
    await expect(main.getByText('811218')).toHaveCount(0)
    await expectAccessible(page)
  })

  await test.step('it is applied, and undone', async () => {
    await page.getByRole('button', { name: 'Läs in filen' }).click()
    await expect(main.getByText('Klart.')).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Ångra filen' }).click()
    await expect(main.getByText('Filen är ångrad.')).toBeVisible({ timeout: 20_000 })
  })
})

test('a spreadsheet with English headings is read, and the list tells who brought it', async ({
  page,
  loginAs,
}) => {
  const main = page.getByRole('main')
  await loginAs('trainer')
  await page.goto('/register')
  const organisation = await main.getByRole('rowheader').getByRole('link').first().innerText()
  const heads = ['Employer', 'Profession group', 'Headcount', 'As of', 'Source']
  const buffer = await writeXlsxFile([
    heads.map((value) => ({ value })),
    [
      ...[{ value: organisation }, { value: 'School' }, { value: 17, type: Number }],
      { value: dateOf(addDays(today(), -2)), type: Date, format: 'yyyy-mm-dd' },
      { value: 'SCB' },
    ],
  ]).toBuffer()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.goto('/headcount-files')
  await page
    .getByLabel('Fil med antal anställda')
    .setInputFiles({ name: 'headcounts.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: 'Skicka filen' }).click()
  await page.waitForURL(/\/headcount-files\/[0-9a-f-]{36}$/)
  await expect(main.getByText('Inget är ändrat än.')).toBeVisible({ timeout: 20_000 })
  await page.goto('/headcount-files')
  const earlier = main.getByRole('row').filter({ hasText: 'headcounts.xlsx' })
  await expect(earlier.first()).toContainText('Kontrollerad, inget är ändrat')
  await expect(earlier.first()).not.toContainText('–')
})

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { addDays, today } from '~/kernel/dates.ts'
import { expect, test } from '../setup/test.ts'

const run = `${Date.now()}`

/** A county's own list of a year, as it is kept in a spreadsheet; in Windows-1252. */
function fileOf(rows: string[]) {
  const heads =
    'Insats;Typ;Form;Nivå;Datum;Timmar;Lokal;Kommuner;Delsyfte;Skola kvinnor;Skola män;Socialtjänst;Anteckning'
  const text = [heads, ...rows].join('\r\n')
  return { name: 'insatser-2025.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
}

const rowOf = (
  number: number,
  change: Partial<Record<'title' | 'type' | 'day' | 'women', string>>,
) =>
  [
    ...[change.title ?? `Träff ${run} ${number}`, change.type ?? 'Nätverksträff', 'Fysiskt'],
    ...['Yrke', change.day ?? '2025-03-04', '2,5', 'Stadshuset', '', '3'],
    ...[change.women ?? '14', '4', '9', ''],
  ].join(';')

const list = [
  rowOf(1, { title: `Hedersdag ${run}`, type: 'Utbildning' }),
  ...[2, 3, 4, 5].map((number) => rowOf(number, {})),
  rowOf(6, { day: addDays(today(), 3) }),
  rowOf(7, { type: 'Konsultation' }),
  rowOf(8, { title: 'Anna 19900101-0017' }),
  rowOf(9, { women: 'många' }),
]

async function tryFile(page: Page) {
  await page.goto('/activities/import')
  await page.getByLabel('Fil med insatser').setInputFiles(fileOf(list))
  await page.getByRole('button', { name: 'Skicka filen' }).click()
  await page.waitForURL(/\/activities\/import\/[0-9a-f-]{36}\/columns$/)
}

const count = (page: Page, outcome: string) =>
  page
    .getByRole('table', { name: 'Vad filens rader ger' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: outcome, exact: true }) })
    .getByRole('cell')
    .first()

test('a trainer brings in last year’s activities, finds them among the others, and undoes it', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  test.slow()
  const main = page.getByRole('main')
  await loginAs('trainer')
  await page.goto('/activities')
  await main.getByRole('link', { name: 'Läs in tidigare insatser' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tidigare insatser från fil')
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    main.getByRole('link', { name: 'Hämta en mall (CSV)' }).click(),
  ])
  expect(readFileSync(await template.path(), 'utf8')).toContain('RC-delsyfte')
  await expectAccessible(page)

  await tryFile(page)
  // Guessed by their heads; what the file does not say is said once for all rows.
  await expect(page.getByLabel('Skola kvinnor')).toHaveValue('count-school-K')
  await expect(page.getByLabel('Insats', { exact: true })).toHaveValue('title')
  await expect(page.getByLabel('Anteckning')).toHaveValue('unsaid')
  await expectAccessible(page)
  await page.getByLabel('Insatsen räknas i').selectOption({ index: 1 })
  await page.getByLabel(/^Arrangör/).selectOption({ index: 1 })
  await page.getByLabel('Deltagarna arbetade där insatsen räknas').check()
  await main.getByRole('button', { name: 'Kontrollera filen' }).click()

  await expect(count(page, 'Nya')).toHaveText('5', { timeout: 30_000 })
  await expect(count(page, 'Går inte')).toHaveText('4')
  await expect(main.getByText('Datumet ligger framåt i tiden.').first()).toBeVisible()
  await expectAccessible(page)
  const [refused] = await Promise.all([
    page.waitForEvent('download'),
    main.getByRole('link', { name: 'Hämta alla rader som inte går (CSV)' }).click(),
  ])
  const rows = readFileSync(await refused.path(), 'utf8')
  expect(rows).toContain('många')
  expect(rows).not.toContain('19900101')

  const address = page.url()
  await main.getByRole('button', { name: 'Läs in filen' }).click()
  await expect(main.getByText('Klart. 5 nya och 0 ändrade.')).toBeVisible({ timeout: 30_000 })
  await page.goto(`/activities?search=${encodeURIComponent(`Hedersdag ${run}`)}`)
  await main.getByRole('link', { name: `Hedersdag ${run}` }).click()
  await expect(main.getByText('Inläst från fil')).toBeVisible()
  await expect(main.getByText('4 mars 2025, 2,5 timmar')).toBeVisible()

  // The same file again has nothing to add, and remembers what was said.
  await tryFile(page)
  await main.getByRole('button', { name: 'Kontrollera filen' }).click()
  await expect(count(page, 'Oförändrade')).toHaveText('5', { timeout: 30_000 })
  await expect(main.getByText('Filen ändrar inget.')).toBeVisible()

  await page.goto(address)
  await main.getByRole('button', { name: 'Ångra filen' }).click()
  await expect(main.getByText('Filen är ångrad.')).toBeVisible({ timeout: 30_000 })
  await page.goto(`/activities?search=${encodeURIComponent(run)}`)
  await expect(main.getByRole('link', { name: `Hedersdag ${run}` })).toHaveCount(0)
})

/** A spreadsheet in English, with real days, times of day and lengths in its cells. */
async function englishSheet() {
  const heads = [
    ...['Title', 'Type', 'Form', 'Level', 'Date', 'Start', 'Hours', 'Venue', 'School women'],
    'School men',
  ]
  const partOfDay = (hours: number) => new Date(Date.UTC(1899, 11, 30) + hours * 3_600_000)
  const day = { value: new Date('2025-03-04T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }
  const rowOfSheet = (title: string, hours: SheetData[number][number]) => [
    ...[title, 'Seminar', 'On site', 'Profession'].map((value) => ({ value })),
    ...[day, { value: partOfDay(13.5), type: Date, format: 'hh:mm' }, hours],
    ...[{ value: 'Town hall' }, { value: 14, type: Number }, { value: 4, type: Number }],
  ]
  const buffer = await writeXlsxFile([
    heads.map((value) => ({ value })),
    rowOfSheet(`Decimal ${run}`, { value: 2.5, type: Number }),
    rowOfSheet(`Clock ${run}`, { value: partOfDay(1.75), type: Date, format: '[h]:mm' }),
  ]).toBuffer()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: 'activities.xlsx', mimeType, buffer }
}

test('a spreadsheet with English headings, real days and times of day is read as it shows', async ({
  page,
  loginAs,
}) => {
  const main = page.getByRole('main')
  await loginAs('trainer')
  await page.goto('/activities/import')
  await page.getByLabel('Fil med insatser').setInputFiles(await englishSheet())
  await page.getByRole('button', { name: 'Skicka filen' }).click()
  await page.waitForURL(/\/activities\/import\/[0-9a-f-]{36}\/columns$/)
  await expect(page.getByLabel('School women')).toHaveValue('count-school-K')
  await expect(page.getByLabel('Start', { exact: true })).toHaveValue('start')
  await page.getByLabel('Insatsen räknas i').selectOption({ index: 1 })
  await page.getByLabel(/^Arrangör/).selectOption({ index: 1 })
  await main.getByRole('button', { name: 'Kontrollera filen' }).click()
  await expect(count(page, 'Nya')).toHaveText('2', { timeout: 30_000 })
  const address = page.url()
  await main.getByRole('button', { name: 'Läs in filen' }).click()
  await expect(main.getByText('Klart. 2 nya och 0 ändrade.')).toBeVisible({ timeout: 30_000 })
  for (const [title, ends] of [
    ['Decimal', '16:00'],
    ['Clock', '15:15'],
  ]) {
    await page.goto(`/activities?search=${encodeURIComponent(`${title} ${run}`)}`)
    await main.getByRole('link', { name: `${title} ${run}` }).click()
    const session = main.getByRole('rowheader', { name: `4 mars 2025 kl. 13:30–${ends}` })
    await expect(session).toBeVisible()
  }
  await page.goto('/activities/import')
  const earlier = page.getByRole('row').filter({ hasText: 'activities.xlsx' }).first()
  await expect(earlier).toContainText('Inläst')
  await page.goto(address)
  await main.getByRole('button', { name: 'Ångra filen' }).click()
  await expect(main.getByText('Filen är ångrad.')).toBeVisible({ timeout: 30_000 })
})

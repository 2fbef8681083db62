import type { Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { addDays, today } from '~/kernel/dates.ts'
import { expect, test } from '../setup/test.ts'
import { mark } from '../setup/world.ts'

const staff = 500
const run = `${Date.now()}`

const heads = ['Anst.nr', 'Förnamn', 'Efternamn', 'E-post', 'Befattning', 'Anställd fr.o.m.']

/** Five hundred of staff, of whom seven rows are wrong in seven ways; as a Swedish personnel system writes it. */
function fileOf(rows: string[]) {
  const text = [heads.join(';'), ...rows].join('\r\n')
  return { name: 'personal.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
}

/** The same as Excel keeps it: a sheet, with its days as dates. */
async function workbookOf(rows: string[]) {
  const cellsOf = (row: string) => {
    const words = row.split(';')
    const from = new Date(`${words.pop()}T00:00:00Z`)
    return [
      ...words.map((value) => ({ value, type: String })),
      { value: from, type: Date, format: 'yyyy-mm-dd' },
    ]
  }
  const buffer = await writeXlsxFile([
    heads.map((value) => ({ value, type: String })),
    ...rows.map(cellsOf),
  ]).toBuffer()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: 'personal.xlsx', mimeType, buffer }
}

const rowOf = (
  number: number,
  change: Partial<Record<'number' | 'name' | 'email' | 'from', string>> = {},
) =>
  [
    change.number ?? `N${run}-${number}`,
    change.name ?? `Åsa${mark}`,
    `Nr${number}${mark}`,
    change.email ?? `n${run}-${number}@exempel.se`,
    number % 2 ? 'Socialsekreterare' : 'Samordningsansvarig',
    change.from ?? '2024-01-15',
  ].join(';')

function listWithFaults(): string[] {
  const rows = Array.from({ length: staff - 7 }, (_, index) => rowOf(index + 1))
  return [
    ...rows,
    rowOf(494, { number: '811218-9876' }),
    rowOf(495, { email: 'inte en adress' }),
    rowOf(496, { email: '', number: '' }),
    rowOf(497, { from: '31/3' }),
    rowOf(498, { name: '' }),
    rowOf(499, { email: '' }),
    rowOf(1),
  ]
}

interface FilePayload {
  name: string
  mimeType: string
  buffer: Buffer
}

async function send(page: Page, organisation: string, file: FilePayload) {
  await page.goto(`${organisation}/people-import`)
  await page.getByLabel('Fil med personer').setInputFiles(file)
  await page.getByRole('button', { name: 'Skicka filen' }).click()
  await page.waitForURL(/\/people-import\/[0-9a-f-]{36}\/columns$/)
}

const count = (page: Page, outcome: string) =>
  page
    .getByRole('table', { name: 'Vad filens rader ger' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: outcome, exact: true }) })
    .getByRole('cell')
    .first()

test('a trainer brings five hundred people in for an organisation that has asked for it', async ({
  page,
  pageOf,
  loginAs,
  expectAccessible,
}) => {
  test.slow()
  const main = page.getByRole('main')
  await loginAs('manager')
  await page.goto('/organisations')
  const link = main.getByRole('rowheader').getByRole('link')
  const organisation = (await link.getAttribute('href'))!.split('?')[0]!
  const trainer = await pageOf('trainer')

  await test.step('without a delegation the trainer may not', async () => {
    const answer = await trainer.goto(`${organisation}/people-import`)
    expect(answer?.status()).toBe(403)
  })

  await test.step('the manager gives one, until a day', async () => {
    await page.goto(organisation)
    await page.getByRole('link', { name: 'Ombud' }).click()
    await expectAccessible(page)
    await page.getByLabel('Utbildare').selectOption({ index: 1 })
    await page.getByLabel('Sista dag').fill(addDays(today(), 400))
    await page.getByRole('button', { name: 'Ge uppdraget' }).click()
    await expect(main.getByText('högst ett år fram').last()).toBeVisible()
    await page.getByLabel('Sista dag').fill(addDays(today(), 30))
    await page.getByRole('button', { name: 'Ge uppdraget' }).click()
    await expect(page.getByText('Uppdraget är givet.')).toBeVisible()
  })

  await test.step('the trainer sends the file and says what its columns mean', async () => {
    await trainer.goto('/region')
    await trainer.getByRole('link', { name: /^Du läser in personer åt/ }).click()
    await expectAccessible(trainer)
    await send(trainer, organisation, fileOf(listWithFaults()))
    await expect(trainer.getByLabel('Anst.nr')).toHaveValue('employerNumber')
    await expect(trainer.getByLabel('Anställd fr.o.m.')).toHaveValue('from')
    await trainer.getByLabel('Samordningsansvarig').selectOption('Socialtjänst')
    await expectAccessible(trainer)
    await trainer.getByRole('button', { name: 'Kontrollera filen' }).click()
  })

  await test.step('seven rows are refused, each with its reason', async () => {
    await expect(trainer.getByText('Inget är ändrat än.')).toBeVisible({ timeout: 30_000 })
    await expect(count(trainer, 'Nya')).toHaveText('493')
    await expect(count(trainer, 'Går inte')).toHaveText('7')
    const rows = trainer.getByRole('region', { name: 'Vad raderna ger' })
    await expect(rows.getByText('ser ut som ett personnummer').first()).toBeVisible()
    await expect(trainer.getByRole('main')).not.toContainText('811218')
    await expectAccessible(trainer)
    const download = trainer.waitForEvent('download')
    await trainer.getByRole('link', { name: 'Hämta alla rader som inte går (CSV)' }).click()
    expect((await download).suggestedFilename()).toBe('rader-som-inte-gick.csv')
  })

  await test.step('brought in whole, left and come back to', async () => {
    const address = trainer.url()
    const begun = trainer.waitForResponse((answer) => answer.request().method() === 'POST')
    await trainer.getByRole('button', { name: 'Läs in filen' }).click()
    await begun
    await trainer.goto('/home')
    await trainer.goto(address)
    await expect(trainer.getByText(/^Klart\. 493 nya/)).toBeVisible({ timeout: 60_000 })
  })

  await test.step('the same file again changes nothing', async () => {
    await send(trainer, organisation, fileOf(listWithFaults()))
    await trainer.getByRole('button', { name: 'Kontrollera filen' }).click()
    await expect(trainer.getByText('Filen ändrar inget.')).toBeVisible({ timeout: 30_000 })
    await expect(trainer.getByText('Samma fil är redan inläst')).toBeVisible()
  })

  await test.step('the same people as a workbook of Excel change nothing either', async () => {
    await send(trainer, organisation, await workbookOf(listWithFaults().slice(0, staff - 7)))
    await trainer.getByRole('button', { name: 'Kontrollera filen' }).click()
    await expect(trainer.getByText('Filen ändrar inget.')).toBeVisible({ timeout: 30_000 })
    await expect(count(trainer, 'Oförändrade')).toHaveText('493')
  })

  await test.step('the manager undoes it, and ends the delegation', async () => {
    await page.goto(`${organisation}/people-import`)
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'Inläst' }) })
    await row.getByRole('link', { name: 'personal.csv' }).click()
    await page.getByRole('button', { name: 'Ångra filen' }).click()
    await expect(page.getByText('Filen är ångrad.')).toBeVisible({ timeout: 60_000 })
    await expect(main.getByText('Det här står kvar')).toHaveCount(0)
    await page.goto(`${organisation}/delegations`)
    await page.getByRole('button', { name: 'Avsluta' }).click()
    await expect(page.getByText('Uppdraget är avslutat.')).toBeVisible()
    const answer = await trainer.goto(`${organisation}/people-import`)
    expect(answer?.status()).toBe(403)
  })
})

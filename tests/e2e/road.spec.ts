import type { Page } from '@playwright/test'
import { expect, test } from './setup/test.ts'
import { contentOf, roadPackage } from './setup/packages.ts'

const titleSv = 'Vägprov'
const slug = 'vagprov'

/** "12 av 340" in a row of the national page, by the row's first words. */
async function figureIn(page: Page, row: string): Promise<{ held: number; required: number }> {
  const text = await page.getByRole('row', { name: row }).first().innerText()
  const [, held, required] = /([\d\s\u00a0]+) av ([\d\s\u00a0]+)/.exec(text) ?? []
  expect(required, `"${text}" tells a figure`).toBeTruthy()
  const number = (digits: string | undefined) => Number((digits ?? '').replace(/\D/g, ''))
  return { held: number(held), required: number(required) }
}

async function nationalFigures(
  page: Page,
): Promise<Record<string, { held: number; required: number }>> {
  await page.goto('/nation')
  await page.getByLabel('Modul', { exact: true }).selectOption({ label: titleSv })
  await page.getByRole('button', { name: 'Visa' }).click()
  await expect(page.getByText(`”${titleSv}”`).first()).toBeVisible()
  const figures: Record<string, { held: number; required: number }> = {}
  for (const area of ['Gävleborg', 'Jönköping', 'Riket']) figures[area] = await figureIn(page, area)
  return figures
}

/** The rows of the table that the page's own link downloads, as the browser gets them. */
async function csvRows(page: Page): Promise<string[][]> {
  const href = await page.getByRole('link', { name: 'Hämta tabellen (CSV)' }).getAttribute('href')
  const text = await page.evaluate(async (address) => (await fetch(address)).text(), href!)
  return text
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
}

test('a package goes in, a learner goes through it, and the national figure moves by one', async ({
  page,
  context,
  loginAs,
  pageOf,
}) => {
  test.setTimeout(180_000)
  await page.goto('/')

  await test.step('an editor adds a module, imports the package and publishes it', async () => {
    const editor = await pageOf('editor')
    await editor.goto('/catalogue/modules/new')
    await editor.getByLabel('Kurs', { exact: true }).selectOption({ label: 'Grundkurs' })
    await editor.getByLabel('Modulens namn på svenska').fill(titleSv)
    await editor.getByLabel('Modulens namn på engelska').fill('Road test')
    await editor.getByLabel('Sammanfattning på svenska').fill('Ett prov på vägen.')
    await editor.getByLabel('Sammanfattning på engelska').fill('A test of the road.')
    await editor.getByLabel('Tid att gå igenom').fill('5')
    await editor.getByLabel('Webbadress').fill(slug)
    await editor.getByRole('button', { name: 'Lägg till modul' }).click()
    await editor.getByLabel('Kurspaket').setInputFiles(await roadPackage.file())
    await editor.getByRole('button', { name: 'Ladda upp och kontrollera' }).click()
    await editor.getByRole('button', { name: 'Publicera' }).click()
    await expect(editor.getByText('Versionen är publicerad.')).toBeVisible()
    await editor.context().close()
  })

  const analyst = await pageOf('analyst')
  const before = await nationalFigures(analyst)
  expect(before.Riket!.held).toBe(0)

  await test.step('a trainer assigns it to an organisation of the county', async () => {
    const manager = await pageOf('manager')
    await manager.goto('/organisations')
    await manager.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
    await manager.waitForURL(/\/organisations\/[0-9a-f-]{36}/)
    const organisation = new URL(manager.url()).pathname
    await manager.context().close()
    const trainer = await pageOf('trainer')
    await trainer.goto(`${organisation}/assignments`)
    await trainer.getByRole('link', { name: 'Tilldela', exact: true }).click()
    await trainer.getByLabel('Vad ska göras?').selectOption({ label: titleSv })
    await trainer.getByLabel('Var arbetar de?').selectOption({ index: 1 })
    const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    await trainer.getByLabel('Ska vara klart senast').fill(due)
    await trainer.getByRole('button', { name: 'Se vilka det gäller' }).click()
    await trainer.getByRole('button', { name: 'Tilldela', exact: true }).click()
    await expect(trainer.getByText('Uppdraget är tilldelat.')).toBeVisible()
    await trainer.context().close()
  })

  await test.step('a learner finds it at home, begins, and closes the tab midway', async () => {
    await loginAs('learner')
    await page.goto('/home')
    await expect(page.getByText(titleSv).first()).toBeVisible()
    await page.goto(`/modules/${slug}`)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.waitForURL(/\/play\//)
    await roadPackage.goMidway(contentOf(page))
    await expect(page.getByText(/Sparat \d\d[:.]\d\d/)).toBeVisible()
    await page.close({ runBeforeUnload: false })
  })

  expect((await nationalFigures(analyst)).Riket).toEqual(before.Riket)

  await test.step('the learner comes back, goes on at the same page, and passes', async () => {
    const again = await context.newPage()
    again.on('dialog', (dialog) => void dialog.accept())
    await again.goto('/home')
    await again.goto(`/modules/${slug}`)
    await again.getByRole('button', { name: 'Fortsätt' }).click()
    await roadPackage.resume(contentOf(again))
    await roadPackage.pass(contentOf(again))
    // Waits for the last save, which "Sparat" above the content does not tell from those before.
    await again.getByRole('link', { name: 'Spara och stäng' }).click()
    await again.waitForURL('/home')
    const done = again.getByRole('region', { name: 'Klara moduler' })
    await expect(done.getByText(titleSv)).toBeVisible()
  })

  await test.step('county and nation have moved by exactly one, and the CSV says the same', async () => {
    const after = await nationalFigures(analyst)
    expect(after.Riket).toEqual({ ...before.Riket!, held: 1 })
    const counties = ['Gävleborg', 'Jönköping']
    const moved = counties.filter((name) => after[name]!.held !== before[name]!.held)
    expect(moved).toHaveLength(1)
    expect(after[moved[0]!]).toEqual({ ...before[moved[0]!]!, held: 1 })
    const [header, ...rows] = await csvRows(analyst)
    const column = (name: string) => header!.findIndex((head) => head.includes(name))
    const told = (area: string) => {
      const row = rows.find((cells) => cells[1]!.startsWith(area) && cells.includes('Alla'))!
      return { held: Number(row[column('innehar')]), required: Number(row[column('behover')]) }
    }
    expect(told('Riket')).toEqual(after.Riket)
    for (const name of counties) expect(told(name)).toEqual(after[name])
  })
})

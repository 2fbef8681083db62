import type { Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { newPerson } from '../setup/new-person.ts'
import { municipalityOn, stateWorkplace } from '../setup/state-workplace.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, mark } from '../setup/world.ts'

async function ownOrganisation(page: Page): Promise<string> {
  await page.goto('/organisations')
  const link = page.getByRole('main').getByRole('rowheader').getByRole('link')
  await expect(link).toHaveCount(1)
  return new URL((await link.getAttribute('href'))!, page.url()).pathname
}

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

const fileOf = (...lines: string[]) => ({
  name: 'prov.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n'), 'latin1'),
})
const csvOf = (...rows: string[]) => fileOf('E-post;Modul;Datum;Underlag', ...rows)

async function checkFile(page: Page, organisation: string, file: ReturnType<typeof csvOf>) {
  await page.goto(`${organisation}/completions`)
  await page.getByLabel('Fil med genomföranden').setInputFiles(file)
  await page.getByRole('button', { name: 'Kontrollera filen' }).click()
  await page.waitForURL(/\/completions\/[0-9a-f-]{36}$/)
}

/** The line of the organisation's own figure: "1 av 52 (2 %) · varav 1 importerad · …". */
async function figureLine(page: Page, organisation: string, slug: string): Promise<string> {
  await page.goto(`${organisation}?module=${slug}`)
  return page.getByRole('main').locator('.figure-line').first().innerText()
}

async function decide(page: Page, option: string): Promise<void> {
  await page.goto('/nation')
  await page.getByRole('link', { name: 'Se och ändra räknereglerna' }).click()
  await page.getByRole('radio', { name: option, exact: true }).check()
  await page.getByLabel('Jag vet att alla siffror från och med i dag räknas om').check()
  await page.getByRole('button', { name: 'Spara regeln' }).click()
  await expect(page.getByText('Regeln är sparad.')).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toBeVisible()
}

test('a file is tried, added, seen beside the figure, told not to count, and undone', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await basicCourse({ questions: [] }))
  await loginAs('manager')
  const organisation = await ownOrganisation(page)
  const file = csvOf(
    `${emailOf('learner')};${slug};${yesterday};Intyg från äldre webbkurs`,
    `ingen@exempel.se;${slug};${yesterday};Intyg`,
    `${emailOf('learner')};${slug};31.03.2026;Intyg`,
    `${emailOf('learner')};${slug};${yesterday};Intyg för 811218-9876`,
  )
  const main = page.getByRole('main')

  await test.step('tried: nothing is added yet', async () => {
    await checkFile(page, organisation, file)
    await expect(main.getByText('Filen lägger till 1 genomförande.')).toBeVisible()
    const refused = page.getByRole('region', { name: 'Rader som inte går' })
    await expect(
      refused.getByText('Ingen hos er har den bekräftade adressen').first(),
    ).toBeVisible()
    await expect(refused.getByText('Datumet går inte att läsa.').first()).toBeVisible()
    await expect(refused.getByText('ser ut som ett personnummer').first()).toBeVisible()
    await expect(main).not.toContainText('811218')
    const address = page.url()
    expect(await figureLine(page, organisation, slug)).toMatch(/^0 av /)
    await page.goto(address)
  })

  await test.step('added: the figure says that it rests on an import', async () => {
    await page.getByRole('button', { name: 'Lägg till 1 genomförande' }).click()
    await expect(main.getByText('1 genomförande är tillagt.')).toBeVisible({ timeout: 20_000 })
    await expect(main.getByText('Intyg från äldre webbkurs')).toBeVisible()
    expect(await figureLine(page, organisation, slug)).toMatch(/^1 av .* · varav 1 importerad · /)
  })

  await test.step('the same file again adds nothing', async () => {
    await checkFile(page, organisation, file)
    await expect(main.getByText('Filen lägger inte till något.')).toBeVisible()
    await expect(main.getByText('Samma fil är redan tillagd')).toBeVisible()
    await expect(main.getByRole('button', { name: /^Lägg till/ })).toHaveCount(0)
  })

  await test.step('the nation decides that imported ones do not count, and takes it back', async () => {
    await decide(await pageOf('coordinator'), 'Importerade räknas inte')
    expect(await figureLine(page, organisation, slug)).toMatch(
      /^0 av .* · 1 importerad räknas inte/,
    )
    await decide(await pageOf('coordinator'), 'Importerade räknas')
    expect(await figureLine(page, organisation, slug)).toMatch(/^1 av /)
  })

  await test.step('undone', async () => {
    await page.goto(`${organisation}/completions`)
    const isAdded = { has: page.getByRole('cell', { name: 'Tillagd', exact: true }) }
    await page.getByRole('row').filter(isAdded).getByRole('link', { name: 'prov.csv' }).click()
    await page.getByRole('button', { name: 'Ta bort det som filen lade till' }).click()
    const over = main.getByText('Vill du lägga till igen läser du in filen på nytt.')
    await expect(over).toBeVisible({ timeout: 20_000 })
    expect(await figureLine(page, organisation, slug)).toMatch(/^0 av /)
  })
})

test('the number told with a confirmation leads a file to the person', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await basicCourse({ questions: [] }))
  const name = await newPerson(samsyn)
  const number = name.toUpperCase()
  await loginAs('manager')
  const organisation = await ownOrganisation(page)
  await page.goto(organisation)
  const municipality = await municipalityOn(page)
  await stateWorkplace(await pageOf(name), municipality)

  const claim = page.getByRole('row').filter({ hasText: emailOf(name) })
  await test.step('a personal number is not taken, and nobody is confirmed', async () => {
    await page.goto(`${organisation}/claims?sort=-since`)
    await claim.getByRole('link', { name: 'Granska' }).click()
    await page.getByLabel('Anställningsnummer').fill('811218-9876')
    await page.getByRole('button', { name: 'Bekräfta' }).click()
    await expect(page.getByText('Det här ser ut som ett personnummer').first()).toBeVisible()
  })
  await test.step('confirmed with the number', async () => {
    await page.getByLabel('Anställningsnummer').fill(number)
    await page.getByRole('button', { name: 'Bekräfta' }).click()
    await expect(page.getByText('Personen är bekräftad.')).toBeVisible()
    await expect(claim).toHaveCount(0)
  })
  await test.step('a row with nothing but the number is the person’s', async () => {
    const heads = 'Anställningsnummer;Modul;Datum;Underlag'
    const file = fileOf(heads, `${number.toLowerCase()};${slug};${yesterday};Intyg`)
    await checkFile(page, organisation, file)
    const row = page.getByRole('region', { name: 'Nya rader' }).getByRole('row').last()
    await expect(row).toContainText(`Personen${mark}, Nya${mark}`)
    await page.getByRole('button', { name: 'Lägg till 1 genomförande' }).click()
    const main = page.getByRole('main')
    await expect(main.getByText('1 genomförande är tillagt.')).toBeVisible({ timeout: 20_000 })
  })
})

test('the rows that were refused come as a file, and the template can be filled in', async ({
  page,
  loginAs,
}) => {
  await loginAs('manager')
  const organisation = await ownOrganisation(page)
  await page.goto(`${organisation}/completions`)
  const template = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hämta en mall (CSV)' }).click()
  expect((await template).suggestedFilename()).toBe('genomforanden-mall.csv')
  await checkFile(page, organisation, csvOf(`ingen@exempel.se;=1+1;${yesterday};Intyg`))
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hämta alla rader som inte går (CSV)' }).click()
  const stream = await (await download).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  expect(text).toContain(`ingen@exempel.se;;'=1+1;${yesterday};Intyg`)
})

test('a file that is no table of completions is refused in words, without JavaScript too', async ({
  pageOf,
}) => {
  const page = await pageOf('manager', { javaScriptEnabled: false })
  const organisation = await ownOrganisation(page)
  await page.goto(`${organisation}/completions`)
  await page.getByLabel('Fil med genomföranden').setInputFiles({
    name: 'fel.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Namn;Modul\nKim;grund\n'),
  })
  await page.getByRole('button', { name: 'Kontrollera filen' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Filen saknar kolumnen e-post/anställningsnummer')
  await expect(alert).toContainText('datum (date), underlag (evidence)')
  await expect(page.getByRole('main')).not.toContainText('{')
})

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/test.ts'

const main = (page: Page) => page.getByRole('main')
const tree = (page: Page) => main(page).getByRole('list', { name: 'Träd' })

/** The Swedish day so many days from now. */
const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(
    Date.now() + days * 86_400_000,
  )

async function toldOfNewOrganisation(page: Page, name: string): Promise<void> {
  await page.goto('/register/new')
  await page.getByLabel('Namn', { exact: true }).fill(name)
  await page.getByLabel('Typ').selectOption('Enskild utförare')
  await page.getByLabel('Var ligger den?').selectOption('Eksjö')
}

async function changed(page: Page, unit: string, deed: string): Promise<void> {
  await tree(page).getByRole('link', { name: unit, exact: true }).click()
  await main(page).getByRole('link', { name: deed, exact: true }).click()
}

test('a trainer registers an organisation, is warned of a likely one, counts, moves and merges; last year stays', async ({
  page,
  loginAs,
}) => {
  await loginAs('trainer')
  await toldOfNewOrganisation(page, 'Friskolan Viljan')
  await page.getByLabel('Organisationsnummer').fill('811228-9874')
  await page.getByLabel('Finns sedan').fill(dayFromNow(-700))
  await page.getByLabel('Enheter').fill('Norra huset\nSödra huset')
  const add = page.getByRole('button', { name: 'Lägg till' })
  await add.click()
  await expect(main(page).getByText('Sådana sparar vi inte').first()).toBeVisible()
  await page.getByLabel('Organisationsnummer').fill('')
  await add.click()
  await expect(tree(page).getByRole('link')).toHaveText([
    'Friskolan Viljan',
    'Norra huset',
    'Södra huset',
  ])
  const organisation = new URL(page.url()).pathname

  await toldOfNewOrganisation(page, 'Friskolan Viljan AB')
  const warning = main(page).getByText('Finns den redan?')
  await expect(warning).toBeVisible()
  await expect(main(page).getByRole('link', { name: 'Friskolan Viljan' })).toBeVisible()
  await add.click()
  await expect(main(page).getByText('Kryssa i att det är en annan').first()).toBeVisible()

  await page.goto(organisation.replace('/units', '/headcounts'))
  const north = page.getByLabel('Norra huset, Förskola och skola')
  const south = page.getByLabel('Södra huset, Förskola och skola')
  await north.fill('10')
  await north.press('ArrowDown')
  await expect(south).toBeFocused()
  await south.fill('sex')
  const save = page.getByRole('button', { name: 'Spara antalet' })
  await save.click()
  await expect(south).toHaveAttribute('aria-invalid', 'true')
  await expect(north).toHaveValue('10')
  await south.fill('6')
  await save.click()
  await expect(
    main(page).getByText('Antalet är sparat.').or(page.getByText('Antalet är sparat.')),
  ).toBeVisible()

  await page.goto(`${organisation}/new`)
  await page.getByLabel('Namn', { exact: true }).fill('Fritids')
  await page.getByLabel('Ligger under').selectOption('– Norra huset · Eksjö')
  await page.getByLabel('Gäller från').fill(dayFromNow(-30))
  await add.click()
  await changed(page, 'Fritids', 'Flytta')
  await page.getByLabel('Ny plats').selectOption('– Södra huset')
  await page.getByLabel('Gäller från').fill(dayFromNow(-20))
  await page.getByRole('button', { name: 'Flytta' }).click()

  await changed(page, 'Norra huset', 'Slå ihop')
  await page.getByRole('checkbox', { name: '– Södra huset' }).check()
  await page.getByRole('radio', { name: 'Alla går upp i en ny enhet' }).check()
  await page.getByLabel('Den nya enhetens namn').fill('Viljans skola')
  await page.getByRole('button', { name: 'Slå ihop' }).click()
  await expect(tree(page).getByRole('link')).toHaveText([
    'Friskolan Viljan',
    'Viljans skola',
    'Fritids',
  ])
  await expect(main(page).getByText('Södra huset går upp i Viljans skola')).toBeVisible()
  await page.goto(organisation.replace('/units', '/headcounts'))
  await expect(page.getByLabel('Viljans skola, Förskola och skola')).toHaveValue('16')

  await page.goto(`${organisation}?on=${dayFromNow(-365)}`)
  await expect(tree(page).getByRole('listitem')).toHaveCount(3)
  await expect(tree(page)).toContainText('Norra huset')
  await expect(tree(page)).not.toContainText('Viljans skola')

  await page.goto('/register?search=viljan')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /CSV/ }).click()
  const file = readFileSync(await (await downloading).path(), 'utf8')
  expect(file.trimEnd().split('\r\n')[1]).toContain('Friskolan Viljan;Enskild utförare')
})

test('without JavaScript a likely duplicate is told when the form is sent', async ({
  browser,
  loginAs,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await loginAs('trainer', context)
  const page = await context.newPage()
  await toldOfNewOrganisation(page, 'Eksjös kommun')
  await page.getByLabel('Finns sedan').fill(dayFromNow(-1))
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await expect(main(page).getByText('Finns den redan?')).toBeVisible()
  await expect(page.getByLabel('Namn', { exact: true })).toHaveValue('Eksjös kommun')
  await expect(main(page).getByRole('link', { name: 'Eksjö kommun' })).toBeVisible()
  await context.close()
})

/** A new organisation with one unit, on its page of units. */
async function withUnit(page: Page, name: string, unit: string): Promise<void> {
  await toldOfNewOrganisation(page, name)
  await page.getByLabel('Finns sedan').fill(dayFromNow(-100))
  await page.getByLabel('Enheter').fill(unit)
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await expect(tree(page).getByRole('link', { name: unit })).toBeVisible()
}

/** Tells of a split into three: one part more than the form begins with. */
async function splitInThree(page: Page, day: string): Promise<void> {
  await page.getByLabel('Namn på enhet 1').fill('Östra')
  await page.getByLabel('Namn på enhet 2').fill('Västra')
  await main(page).getByRole('button', { name: 'Lägg till en enhet' }).click()
  await expect(page.getByLabel('Namn på enhet 1')).toHaveValue('Östra')
  await main(page).getByRole('button', { name: 'Lägg till en enhet' }).click()
  await main(page).getByRole('button', { name: 'Ta bort enhet 4' }).click()
  await expect(page.getByLabel('Namn på enhet 4')).toHaveCount(0)
  await page.getByLabel('Namn på enhet 3').fill('Norra')
  await page.getByLabel('Hälso- och sjukvård').selectOption('Enhet 3')
  await page.getByLabel('Gäller från').fill(day)
  // Enter divides, and does not add a part.
  await page.getByLabel('Namn på enhet 3').press('Enter')
  await expect(page).toHaveURL(/\/units$/)
}

test('a trainer plans a split into three and takes it back', async ({ page, loginAs }) => {
  await loginAs('trainer')
  await withUnit(page, 'Stiftelsen Ljungen', 'Ljungskolan')
  const units = page.url()
  const day = dayFromNow(40)
  await changed(page, 'Ljungskolan', 'Dela')
  await splitInThree(page, day)
  await page.goto(`${units}?on=${day}`)
  await expect(tree(page).getByRole('link')).toHaveCount(4)
  await page.getByRole('link', { name: 'Ta tillbaka' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Ta tillbaka en planerad ändring',
  )
  await expect(main(page).getByText('En del av Ljungskolan blir Norra')).toBeVisible()
  await page.getByRole('button', { name: 'Ta tillbaka' }).click()
  await expect(page.getByText('Ändringen är tillbakatagen.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ta tillbaka' })).toHaveCount(0)
  await page.goto(`${units}?on=${day}`)
  await expect(tree(page).getByRole('link')).toHaveText(['Stiftelsen Ljungen', 'Ljungskolan'])
})

test('without JavaScript a unit is split into three', async ({ browser, loginAs }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await loginAs('trainer', context)
  const page = await context.newPage()
  await withUnit(page, 'Stiftelsen Ängen', 'Ängsskolan')
  await changed(page, 'Ängsskolan', 'Dela')
  await splitInThree(page, dayFromNow(0))
  await expect(tree(page).getByRole('link')).toHaveText([
    'Stiftelsen Ängen',
    'Norra',
    'Västra',
    'Östra',
  ])
  await context.close()
})

test('a trainer gives units places of their own, puts an organisation’s place right, and is warned by number alone', async ({
  page,
  loginAs,
}) => {
  await loginAs('trainer')
  await toldOfNewOrganisation(page, 'Björkens omsorg')
  const number = page.getByLabel('Organisationsnummer')
  await number.fill('556677-8890')
  await number.blur()
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Det gick inte att skicka')).toHaveCount(0)
  await number.fill('556677-8899')
  await expect(number).not.toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Finns sedan').fill(dayFromNow(-400))
  await page.getByLabel('Enheter').fill('Norra\nSödra; Storstad')
  const add = page.getByRole('button', { name: 'Lägg till' })
  await add.click()
  await expect(main(page).getByText('ingen kommun som heter Storstad').first()).toBeVisible()
  await page.getByLabel('Enheter').fill('Norra\nSödra; Tranås')
  await add.click()
  await expect(tree(page).getByRole('link', { name: 'Södra' })).toBeVisible()
  const units = new URL(page.url()).pathname

  await page.goto(`${units}/new`)
  await page.getByLabel('Namn', { exact: true }).fill('Östra')
  await page.getByLabel('Var ligger den?').selectOption('Gävle')
  await add.click()
  await expect(tree(page).getByRole('link', { name: 'Östra' })).toBeVisible()
  await page.goto(`${units}/new`)
  await expect(page.getByLabel('Ligger under').getByRole('option')).toContainText([
    'Björkens omsorg · Eksjö',
    '– Norra · Eksjö',
    '– Södra · Tranås',
    '– Östra · Gävle',
  ])

  await page.goto(units.replace('/units', '/edit'))
  await main(page).getByRole('link', { name: 'Rätta platsen' }).click()
  await expect(page.getByLabel('Var ligger den?')).toHaveValue('0686')
  await page.getByLabel('Var ligger den?').selectOption('Nässjö')
  await page.getByLabel('Rätta också enheterna under').check()
  await page.getByRole('button', { name: 'Rätta platsen' }).click()
  await expect(main(page).getByText('Björkens omsorg hör till Nässjö')).toBeVisible()
  await page.goto(`${units}/new`)
  await expect(page.getByLabel('Ligger under').getByRole('option')).toContainText([
    'Björkens omsorg · Nässjö',
    '– Norra · Nässjö',
    '– Södra · Tranås',
    '– Östra · Gävle',
  ])

  await page.goto('/register/new')
  await page.getByLabel('Organisationsnummer').fill('5566778899')
  await expect(main(page).getByText('Finns den redan?')).toBeVisible()
  await expect(main(page).getByRole('link', { name: 'Björkens omsorg' })).toBeVisible()
  await expect(
    main(page).getByText('Enskild utförare · Nässjö · Jönköpings län · 556677-8899'),
  ).toBeVisible()
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { expect, test } from '../setup/test.ts'
import { mark } from '../setup/world.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function ownOrganisation(page: Page): Promise<string> {
  await page.goto('/organisations')
  const link = page.getByRole('main').getByRole('rowheader').getByRole('link')
  await expect(link).toHaveCount(1)
  return new URL((await link.getAttribute('href'))!, page.url()).pathname
}

/** Asks a module of everybody in the organisation, due in the usual sixty days. */
async function assignToAll(page: Page, organisation: string, title: string): Promise<void> {
  await page.goto(`${organisation}/assignments`)
  await page.getByRole('main').getByRole('link', { name: 'Tilldela', exact: true }).click()
  await page.getByLabel('Vad ska göras?').selectOption({ label: title })
  await page.getByLabel('Var arbetar de?').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Se vilka det gäller' }).click()
  await page.getByRole('button', { name: 'Tilldela', exact: true }).click()
  await expect(page.getByText('Uppdraget är tilldelat.')).toBeVisible()
}

const boxes = (page: Page) => page.getByRole('rowheader').getByRole('checkbox')
/** Others in the organisation end workplaces at the same time, which can be undone too. */
const undoing = (page: Page) =>
  page
    .locator('.notice')
    .filter({ hasText: /fick tid|undantogs/ })
    .getByRole('button', { name: 'Ångra' })
const given = (page: Page) => page.getByRole('table').getByText(/^har fått tid till/)

test('a manager gives two longer, reminds them, excuses all the others, takes it back, and takes the list home', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { slug, title } = await publishModule(samsyn, await basicCourse({ questions: [] }))
  await loginAs('manager')
  const organisation = await ownOrganisation(page)
  await assignToAll(page, organisation, title)
  const main = page.getByRole('main')

  await test.step('from the tree, level by level, to the names', async () => {
    await page.goto(`${organisation}?module=${slug}`)
    const units = page.getByRole('region', { name: 'Enheter', exact: true })
    await units.getByRole('rowheader').getByRole('link').first().click()
    await expect(page.getByRole('navigation', { name: 'Öppnad enhet' })).toBeVisible()
    expect(new URL(page.url()).searchParams.get('unit')).toBeTruthy()
    await expectAccessible(page)
    await page.goto(`${organisation}?module=${slug}`)
    await main
      .getByRole('link', { name: /Inte börjat: visa namn$/ })
      .first()
      .click()
    await expect(page).toHaveURL(/standing=due/)
    await expect(boxes(page).first()).toBeVisible()
  })

  await page.goto(`${organisation}/people?module=${slug}`)
  const count = await boxes(page).count()
  expect(count).toBeGreaterThan(2)

  await test.step('longer for two, by the keyboard', async () => {
    for (const place of [0, 1]) {
      await boxes(page).nth(place).focus()
      await page.keyboard.press('Space')
    }
    await expect(page.getByText('2 markerade')).toBeVisible()
    await page.getByRole('radio', { name: 'Ge mer tid' }).check()
    await page.getByLabel(/^Ska vara klara senast/).fill(inDays(90))
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Genomför' }).click()
    await expect(main.getByText(/^2 personer fick tid till/)).toBeVisible()
    await expect(given(page)).toHaveCount(2)
  })

  await test.step('the same two are reminded, by a mail now or their next one', async () => {
    for (const place of [0, 1]) await boxes(page).nth(place).check()
    await page.getByRole('radio', { name: 'Påminn' }).check()
    await page.getByRole('button', { name: 'Genomför' }).click()
    const told = main.getByRole('status').filter({ hasText: 'Påminnelsen är sparad' })
    // On a weekend or a holiday nobody gets one now.
    await expect(told).toContainText(/[12] person(er)? får (ett mejl nu|det i nästa mejl)/)
    await expect(told).toBeFocused()
    // Away from under the strip, which would make a half-hidden target look small.
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(page)
    await page.goto(page.url())
  })

  await test.step('all that the list shows are excused, for a reason from a list', async () => {
    await page.getByRole('button', { name: /^Markera alla/ }).click()
    await page.getByRole('radio', { name: 'Undanta' }).check()
    await page.getByRole('button', { name: 'Genomför' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByLabel(/^Varför de undantas/).selectOption({ label: 'Borta länge' })
    await page.getByRole('button', { name: 'Genomför' }).click()
    await expect(main.getByText(/personer undantogs tills vidare: Borta länge/)).toBeVisible()
    await expect(given(page)).toHaveCount(0)
  })

  await test.step('undone, what was decided before holds again', async () => {
    await undoing(page).first().click()
    await expect(page.getByText('Det är ångrat.')).toBeVisible()
    await expect(given(page)).toHaveCount(2)
    await expect(undoing(page)).toHaveCount(1)
  })

  await test.step('a name is found, and stands in no address', async () => {
    await page.getByLabel('Namn eller e-postadress').fill(mark.slice(0, 4))
    await page.getByRole('button', { name: 'Sök' }).click()
    await expect(
      main.getByRole('status').filter({ hasText: 'i namnet eller adressen' }),
    ).toBeVisible()
    expect(page.url()).not.toContain(mark.slice(0, 4))
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /som CSV/ }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
    const found = await page.getByRole('button', { name: /som CSV/ }).innerText()
    expect(found).toContain(`(${lines.length - 1})`)
    await page.getByRole('link', { name: 'Visa alla igen' }).click()
  })

  await test.step('the list as a file has the same people, with the new days', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /som CSV/ }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^medarbetare-\d{4}-\d{2}-\d{2}\.csv$/)
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(lines.length - 1).toBeGreaterThanOrEqual(count)
    expect(lines.filter((line) => line.includes(inDays(90)))).toHaveLength(2)
  })
})

test('without JavaScript the list is one plain form, and the way back is a button', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
}) => {
  const { slug, title } = await publishModule(samsyn, await basicCourse({ questions: [] }))
  await loginAs('manager')
  const organisation = await ownOrganisation(page)
  await assignToAll(page, organisation, title)
  const plain = await pageOf('manager', { javaScriptEnabled: false })
  await plain.goto(`${organisation}/people?module=${slug}`)
  await boxes(plain).first().check()
  await plain.getByRole('radio', { name: 'Ge mer tid' }).check()
  await plain.getByLabel(/^Ska vara klara senast/).fill(inDays(90))
  await plain.getByRole('button', { name: 'Genomför' }).click()
  await expect(plain.getByText(/^1 person fick tid till/)).toBeVisible()
  await expect(given(plain)).toHaveCount(1)
  await plain.getByRole('button', { name: 'Ångra' }).click()
  await expect(given(plain)).toHaveCount(0)
})

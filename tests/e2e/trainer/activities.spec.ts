import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { today } from '~/kernel/dates.ts'
import { newPerson } from '../setup/new-person.ts'
import { expect, phone, test } from '../setup/test.ts'

/** Plans something that goes on all day, so that its code is open. */
async function plan(
  page: Page,
  given: { type: string; title: string; home?: string; module?: string },
): Promise<void> {
  await page.goto('/activities')
  await page.getByRole('link', { name: 'Planera en insats' }).click()
  await page.getByLabel('Typ av insats').selectOption(given.type)
  if (given.module) await page.getByLabel('Modul som ni tar tillsammans').selectOption(given.module)
  await page.getByLabel('Rubrik').fill(given.title)
  await page.getByLabel('Lokal eller adress').fill('Stadshuset, Gävle')
  await page.getByLabel('Grund', { exact: true }).check()
  if (given.home) await page.getByLabel('Var hör insatsen hemma?').selectOption(given.home)
  await page.getByLabel('Dag', { exact: true }).first().fill(today())
  await page.getByLabel('Börjar').first().fill('00:00')
  await page.getByLabel('Slutar').first().fill('23:59')
  await page.getByRole('button', { name: 'Spara insatsen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: given.title })).toBeVisible()
}

async function codeShown(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Visa koden på skärm' }).click()
  const code = await page.locator('.projection-code').innerText()
  await page.getByRole('link', { name: 'Till insatsen' }).click()
  await expect(page).toHaveURL(/\/activities\/[0-9a-f-]{36}$/)
  return code
}

/** After "Välj …" and "Vet inte". */
const firstEmployer = { index: 2 }

/** Counts from a place: numbers by the name of their group, all of one sex. */
async function count(
  page: Page,
  place: { index: number } | { label: string },
  numbers: Record<string, string>,
): Promise<void> {
  await page.getByLabel('Var arbetar de?').selectOption(place)
  await page.getByRole('button', { name: 'Visa rutorna' }).click()
  for (const [group, number] of Object.entries(numbers)) {
    await page.getByRole('group', { name: group }).getByLabel('Kvinnor').fill(number)
  }
  await page.getByRole('button', { name: 'Spara antalen' }).click()
  await expect(page.getByText('Antalen är sparade.')).toBeVisible()
}

async function markHeld(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Markera som genomförd' }).click()
  await expect(page.getByText('Läget är sparat.')).toBeVisible()
}

test('a trainer’s lecture: twelve check in by code, one of them signed in, thirty are counted', async ({
  page,
  pageOf,
  loginAs,
  expectAccessible,
}) => {
  test.setTimeout(180_000)
  await loginAs('trainer')
  await plan(page, { type: 'Föreläsning eller seminarium', title: 'Skolan och skyddet' })
  await expectAccessible(page)
  const code = await codeShown(page)
  const lecture = page.url()

  for (let one = 0; one < 11; one++) {
    const visitor = await pageOf(null, phone)
    await visitor.goto('/check-in')
    await visitor.getByLabel('Kod').fill(code)
    await visitor.getByRole('button', { name: 'Fortsätt' }).click()
    await visitor.getByLabel('Yrkesgrupp').selectOption('Förskola och skola')
    await visitor.getByLabel('Var arbetar du?').selectOption({ index: 1 })
    if (one === 0) await expectAccessible(visitor)
    const wider = await visitor.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await visitor.getByRole('button', { name: 'Checka in' }).click()
    await expect(visitor.getByRole('heading', { level: 1, name: 'Du är incheckad' })).toBeVisible()
    await visitor.reload()
    await expect(visitor.getByRole('heading', { level: 1, name: 'Du är incheckad' })).toBeVisible()
    await visitor.context().close()
  }

  const learner = await pageOf('learner', phone)
  await learner.goto(`/check-in/${code.replace(/\s/g, '')}`)
  await learner.getByRole('button', { name: 'Checka in' }).click()
  await learner.getByRole('link', { name: 'Se dina tillfällen' }).click()
  await expect(learner.getByRole('row', { name: /Skolan och skyddet/ })).toBeVisible()
  await expectAccessible(learner)
  await learner.context().close()

  await page.goto(lecture)
  await page.getByRole('link', { name: 'Registrera deltagare' }).click()
  await count(page, firstEmployer, { 'Förskola och skola': '20', Rättsväsende: '10' })
  await expectAccessible(page)
  const figures = page.getByRole('region', { name: 'Deltagande' })
  await expect(figures.getByText('42 deltagartillfällen')).toBeVisible()
  await expect(figures.getByText('42 personer')).toBeVisible()
  await expect(
    figures.getByText('0 registrerade med konto, 12 incheckade med kod, 30 räknade.'),
  ).toBeVisible()
  const rowOf = async (name: string) =>
    (await figures.getByRole('row', { name }).innerText()).split(/\s*\t\s*|\n+/)
  expect(await rowOf('Förskola och skola')).toEqual(['Förskola och skola', '20', '0', '11', '31'])
  expect((await rowOf('Alla 30')).at(-1)).toBe('42')

  await count(page, firstEmployer, { Rättsväsende: '8' })
  await expect(figures.getByText('40 deltagartillfällen')).toBeVisible()
  const corrections = page.getByRole('region', { name: 'Rättelser' })
  await expect(corrections.getByRole('row', { name: /10 · Rättsväsende/ })).toContainText(
    '8 · Rättsväsende',
  )
  await page.goto(lecture)
  await markHeld(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hämta deltagandet (CSV)' }).click()
  const file = readFileSync(await (await downloading).path(), 'utf8')
  expect(file).toContain('Deltagartillfällen: en person vid ett tillfälle.')
})

test('a coordinator’s national conference counts participants in their own counties', async ({
  page,
  loginAs,
}) => {
  await loginAs('coordinator')
  await plan(page, { type: 'Konferens', title: 'Spridningskonferens', home: 'Hela landet' })
  await page.getByRole('link', { name: 'Registrera deltagare' }).click()
  await count(page, { label: 'Gävle' }, { Socialtjänst: '7' })
  await count(page, { label: 'Jönköping' }, { Socialtjänst: '5' })
  const parts = page.getByRole('table', { name: /per län, yrkesgrupp och kön/ })
  await expect(parts.getByRole('row', { name: /Gävleborgs län/ })).toContainText('7')
  await expect(parts.getByRole('row', { name: /Jönköpings län/ })).toContainText('5')
})

test('a module that is taken together is credited to each who signed in', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
}) => {
  const person = await newPerson(samsyn)
  await loginAs('trainer')
  await page.goto('/activities/new')
  const modules = page.getByLabel('Modul som ni tar tillsammans')
  await expect(modules.getByRole('option', { name: 'Kunskapsprov' })).toHaveCount(0)
  const title = 'Vad det handlar om'
  await plan(page, { type: 'Webbkurs i grupp', title: 'Vi tar modulen', module: title })
  const code = (await codeShown(page)).replace(/\s/g, '')

  const visitor = await pageOf(null, phone)
  await visitor.goto(`/check-in/${code}`)
  await expect(visitor.getByText('behöver du logga in innan du checkar in')).toBeVisible()
  await loginAs(person, visitor.context())
  await visitor.reload()
  await visitor.getByRole('button', { name: 'Checka in' }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: 'Du är incheckad' })).toBeVisible()
  await markHeld(page)
  await visitor.goto('/participations')
  await expect(visitor.getByText('Modulen är sparad som genomförd, i grupp')).toBeVisible()
  await visitor.goto('/modules/grund-1-vad-det-ar')
  await expect(visitor.getByText(/Klar/).first()).toBeVisible()
  await visitor.context().close()
})

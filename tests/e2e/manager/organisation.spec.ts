import type { Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { newPerson } from '../setup/new-person.ts'
import { contentOf } from '../setup/packages.ts'
import { municipalityOn, stateWorkplace } from '../setup/state-workplace.ts'
import { expect, test, type PageOf } from '../setup/test.ts'
import { emailOf, mark } from '../setup/world.ts'

/** The address of the one organisation that a manager has. */
async function ownOrganisation(page: Page): Promise<string> {
  await page.goto('/organisations')
  const links = page.getByRole('main').getByRole('rowheader').getByRole('link')
  await expect(links).toHaveCount(1)
  return new URL((await links.getAttribute('href'))!, page.url()).pathname
}

/** The organisation's own figure, the first on its page: "38 av 52 (73 %)". */
const figureOn = (page: Page) => page.getByRole('main').getByRole('strong').first()

async function heldAndRequired(page: Page): Promise<number[]> {
  const figure = await figureOn(page).innerText()
  const [, held, required] = /^([\d\s]+) av ([\d\s]+) \(/.exec(figure) ?? []
  expect(required, `"${figure}" tells how many of how many`).toBeTruthy()
  return [held, required].map((digits) => Number(digits!.replace(/\D/g, '')))
}

test('a manager sees the names of the own organisation; a trainer there sees figures only', async ({
  page,
  pageOf,
  loginAs,
}) => {
  await loginAs('manager')
  const organisation = await ownOrganisation(page)
  await page.goto(`${organisation}/people`)
  const names = page.getByRole('table').getByRole('rowheader')
  await expect(names.first()).toContainText(mark)

  const trainers = await pageOf('trainer')
  await trainers.goto(organisation)
  const main = trainers.getByRole('main')
  await expect(main.getByRole('heading', { name: 'Yrkesgrupper' })).toBeVisible()
  await expect(main).not.toContainText(mark)
  await expect(main.getByRole('link', { name: 'Medarbetare' })).toHaveCount(0)
  const refused = await trainers.goto(`${organisation}/people`)
  expect(refused?.status()).toBe(403)
  await expect(main).not.toContainText(mark)
  await trainers.context().close()
})

test('a foreign organisation answers 403 with words that help, and without names', async ({
  page,
  pageOf,
  loginAs,
}) => {
  await loginAs('manager')
  const own = await ownOrganisation(page)
  const analysts = await pageOf('analyst')
  await analysts.goto('/organisations')
  const foreign = analysts
    .getByRole('main')
    .getByRole('rowheader')
    .getByRole('link')
    .and(analysts.locator(`:not([href^="${own}"])`))
    .first()
  const address = new URL((await foreign.getAttribute('href'))!, page.url()).pathname
  await analysts.context().close()
  for (const part of ['', '/people', '/claims', '/headcounts', '/assignments']) {
    const answer = await page.goto(address + part)
    expect(answer?.status(), `the answer of ${part}`).toBe(403)
    const main = page.getByRole('main')
    await expect(main.getByRole('heading')).toHaveText('Du kommer inte åt den här sidan')
    await expect(main).toContainText('Be den som ansvarar för Samsyn hos er')
    await expect(main).not.toContainText(mark)
  }
})

test('who is confirmed counts from then on: the figure moves by one', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
}) => {
  const { slug } = await publishModule(samsyn, await basicCourse({ questions: [] }))
  const name = await newPerson(samsyn)
  await loginAs('manager')
  const organisation = await ownOrganisation(page)
  await page.goto(`${organisation}?module=${slug}`)
  const [heldBefore, required] = await heldAndRequired(page)
  expect(heldBefore).toBe(0)
  const municipality = await municipalityOn(page)

  await test.step('a new colleague states the workplace and takes the module', async () => {
    const colleague = await pageOf(name)
    await stateWorkplace(colleague, municipality)
    await colleague.goto(`/modules/${slug}`)
    await colleague.getByRole('button', { name: 'Börja' }).click()
    const content = contentOf(colleague)
    await content.getByRole('button', { name: 'Nästa sida' }).click()
    await content.getByRole('button', { name: 'Nästa sida' }).click()
    await expect(content.getByText('Du har läst alla sidor')).toBeVisible()
    await colleague.getByRole('link', { name: 'Spara och stäng' }).click()
    await colleague.waitForURL('/home')
    await colleague.context().close()
  })

  await page.goto(`${organisation}?module=${slug}`)
  expect(await heldAndRequired(page), 'not before the manager says so').toEqual([0, required])
  await page.getByRole('link', { name: 'Bekräfta medarbetare' }).first().click()
  await page.getByLabel('Namn eller e-postadress').fill(emailOf(name))
  await page.getByRole('button', { name: 'Sök', exact: true }).click()
  const claim = page.getByRole('row').filter({ hasText: emailOf(name) })
  await claim.getByRole('link', { name: 'Granska' }).click()
  await page.getByRole('button', { name: 'Bekräfta' }).click()
  await expect(page.getByText('Personen är bekräftad.')).toBeVisible()
  await expect(claim).toHaveCount(0)
  await page.goto(`${organisation}?module=${slug}`)
  expect(await heldAndRequired(page)).toEqual([1, required])
  await page.goto(`${organisation}/people?module=${slug}&standing=done`)
  await expect(page.getByRole('rowheader')).toHaveText([`Personen${mark}, Nya${mark}`])
})

/** An organisation that nobody has declared anything for; known as soon as somebody does. */
async function undeclaredOrganisation(pageOf: PageOf): Promise<string> {
  const page = await pageOf('analyst')
  await page.goto('/organisations')
  const isUnknown = { has: page.getByRole('cell', { name: /^okänt/ }) }
  const row = page.getByRole('row').filter(isUnknown).first()
  const name = await row.getByRole('rowheader').innerText()
  await page.context().close()
  return name
}

async function makeManager(page: Page, email: string, organisation: string): Promise<void> {
  await page.goto('/people')
  await page.getByLabel('Namn eller e-postadress').fill(email)
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.getByRole('list', { name: 'Personer' }).getByRole('link').click()
  await page.getByLabel('Roll', { exact: true }).selectOption({ label: 'Chef' })
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByLabel('Gäller för').selectOption({ label: organisation })
  await page.getByRole('button', { name: 'Ge rollen Chef' }).click()
  await expect(page.getByText('Rollen är given.')).toBeVisible()
}

test('a figure is unknown until the manager declares how many they are', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
}) => {
  const name = await newPerson(samsyn)
  const organisation = await undeclaredOrganisation(pageOf)
  const administrators = await pageOf('administrator')
  await makeManager(administrators, emailOf(name), organisation)
  await administrators.context().close()

  await loginAs(name)
  const address = await ownOrganisation(page)
  await page.goto(address)
  await expect(figureOn(page)).toHaveText('okänt')
  await expect(page.getByText('Det är okänt hur många som ska gå')).toBeVisible()
  await page.getByRole('link', { name: 'Ange hur många ni är, så går andelen att räkna.' }).click()
  await page.getByLabel(`${organisation}, Socialtjänst`).fill('4')
  await page.getByLabel(`${organisation}, Förskola och skola`).fill('0')
  await page.getByLabel('En uppskattning').check()
  await page.getByRole('button', { name: 'Spara antalet' }).click()
  await expect(page.getByText('Antalet är sparat.')).toBeVisible()
  await page.goto(address)
  const [, required] = await heldAndRequired(page)
  expect(required).toBe(4)
  await expect(page.getByText(/ · uppskattning$/)).toBeVisible()
})

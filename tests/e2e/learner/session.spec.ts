import type { Page } from '@playwright/test'
import { newPerson } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, mark, password } from '../setup/world.ts'

/** Minutes that a sign-in lasts unless it is used; the warning comes five minutes before its end. */
const sessionMinutes = 60
const warned = sessionMinutes - 4

/** Opens a page whose clock the test moves; the server's goes on as ever. */
async function openWithClock(page: Page, address: string): Promise<void> {
  await page.clock.install()
  await page.goto(address)
  await expect(page.getByText('eller tryck Esc tre gånger')).toBeVisible()
}

const pass = (page: Page, minutes: number) => page.clock.fastForward(minutes * 60_000)

test('a warning comes before the sign-in ends, and going on prolongs it', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('learner')
  await openWithClock(page, '/profile')
  const warning = page.getByRole('alert')
  await pass(page, warned - 2)
  await expect(warning).toHaveCount(0)
  await pass(page, 2)
  await expect(warning).toContainText('Du loggas snart ut')
  await expect(warning).toContainText('Du loggas ut om 4 minuter.')
  await expectAccessible(page)
  const prolonged = page.waitForResponse('**/resources/session')
  await warning.getByRole('button', { name: 'Fortsätt vara inloggad' }).click()
  expect((await prolonged).status()).toBe(200)
  await expect(warning).toHaveCount(0)
  await pass(page, warned - 2)
  await expect(warning).toHaveCount(0)
  await pass(page, 2)
  await expect(warning).toContainText('Du loggas snart ut')
})

test('a warning that is heeded in one tab goes away in the others', async ({
  page,
  context,
  loginAs,
}) => {
  await loginAs('learner')
  await openWithClock(page, '/home')
  await pass(page, warned)
  const warning = page.getByRole('alert')
  await expect(warning).toContainText('Du loggas snart ut')
  const other = await context.newPage()
  await other.goto('/home')
  await expect(warning).toHaveCount(0)
})

test('after the sign-in has ended a form says what to do, and what was typed is still there', async ({
  page,
  context,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const name = await newPerson(samsyn)
  await loginAs(name)
  await openWithClock(page, '/profile')
  const givenName = `Omdöpta${mark}`
  await page.getByLabel('Förnamn').fill(givenName)
  await pass(page, sessionMinutes + 1)
  await expect(page.getByText('Du har loggats ut', { exact: true })).toBeVisible()
  // Only the page's clock was moved: by the server's the sign-in would go on, so its cookie goes.
  await context.clearCookies()
  await page.getByRole('button', { name: 'Spara' }).click()
  const refused = page.getByRole('main').getByRole('alert')
  await expect(refused).toContainText('Logga in i en ny flik och skicka sedan formuläret igen.')
  await expect(page.getByLabel('Förnamn')).toHaveValue(givenName)
  await expectAccessible(page)

  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Logga in i en ny flik' }).click()
  const other = await opened
  await other.getByLabel('E-postadress').fill(emailOf(name))
  await other.getByLabel('Lösenord', { exact: true }).fill(password)
  await other.getByRole('main').getByRole('button', { name: 'Logga in' }).click()
  await other.waitForURL('/home')
  await expect(page.getByText('Du har loggats ut', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Dina uppgifter är sparade.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Förnamn')).toHaveValue(givenName)
})

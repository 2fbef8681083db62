import { fetchFrom } from '../setup/loopback.ts'
import { neutralAddress, stubNeutralPage } from '../setup/neutral-page.ts'
import { unusedName } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, mark, password } from '../setup/world.ts'

test.use({ javaScriptEnabled: false })

test('signs in, is told of a mistake, and lands where the way led', async ({ page }) => {
  await page.goto('/profile')
  await page.getByLabel('E-postadress').fill(emailOf('learner'))
  await page.getByLabel('Lösenord', { exact: true }).fill('det här är fel lösenord')
  const submit = page.getByRole('main').getByRole('button', { name: 'Logga in' })
  await submit.click()
  await expect(page.getByRole('alert')).toContainText('Adressen och lösenordet hör inte ihop.')
  await expect(page.getByLabel('E-postadress')).toHaveValue(emailOf('learner'))
  await expect(page.getByLabel('Lösenord', { exact: true })).toHaveValue('')
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await submit.click()
  await expect(page).toHaveURL('/profile')
  await expect(page.getByRole('heading', { name: 'Min profil' })).toBeVisible()
})

test('switches language and stays on the page', async ({ page }) => {
  await page.goto('/courses')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL('/courses')
  await expect(page.getByRole('heading', { name: 'Courses', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Svenska' }).click()
  await expect(page.getByRole('heading', { name: 'Kurser', level: 1 })).toBeVisible()
})

test('signs up in two steps, and what was typed is kept when something is missing', async ({
  page,
}) => {
  await page.goto('/sign-up')
  await page.getByLabel('Kommun där du arbetar').selectOption({ label: 'Jönköping' })
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page.getByText('Steg 2 av 2.')).toBeVisible()
  await page.getByLabel('Arbetsplats', { exact: true }).selectOption('Finns inte i listan')
  await page.getByLabel('Yrkesgrupp').selectOption({ label: 'Civilsamhälle' })
  await page.getByLabel('Förnamn').fill(`Nya${mark}`)
  await page.getByLabel('Efternamn').fill(`Personen${mark}`)
  await page.getByLabel('E-postadress').fill(emailOf(unusedName()))
  await page.getByLabel('Nytt lösenord').fill(password)
  await page.getByRole('button', { name: 'Skapa kontot' }).click()
  await expect(page.getByRole('alert')).toContainText('Rätta uppgiften som är markerad')
  await expect(page.getByLabel('Vad arbetsplatsen heter')).toHaveAccessibleDescription(
    /Skriv vad arbetsplatsen heter/,
  )
  await expect(page.getByLabel('Förnamn')).toHaveValue(`Nya${mark}`)
  await expect(page.getByLabel('Yrkesgrupp')).toHaveValue('civil-society')
  await page.getByLabel('Vad arbetsplatsen heter').fill('Föreningen Fyren')
  await page.getByLabel('Nytt lösenord').fill(password)
  await page.getByRole('button', { name: 'Skapa kontot' }).click()
  await expect(page.getByRole('heading', { name: 'Titta i din mejl' })).toBeVisible()
})

test('a trainer assigns a module and takes it back', async ({ page, loginAs }) => {
  await loginAs('trainer')
  await page.goto('/organisations')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/organisations\/[^/]+$/)
  await page.goto(`${new URL(page.url()).pathname}/assignments`)
  await page.getByRole('link', { name: 'Tilldela', exact: true }).click()
  await page.getByLabel('Vad ska göras?').selectOption({ label: 'Repetition' })
  await page.getByLabel('Var arbetar de?').selectOption({ index: 1 })
  await page.getByLabel('Socialtjänst').check()
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Ska vara klart senast').fill(due)
  await page.getByRole('button', { name: 'Se vilka det gäller' }).click()
  await page.getByRole('button', { name: 'Tilldela', exact: true }).click()
  await expect(page.getByText('Uppdraget är tilldelat.')).toBeVisible()
  const assigned = page.getByRole('row').filter({ hasText: 'Repetition' })
  await assigned.getByRole('link', { name: 'Ändra' }).click()
  await page.getByRole('button', { name: 'Ta tillbaka' }).click()
  await expect(page.getByText('Uppdraget är tillbakataget.')).toBeVisible()
  await expect(assigned).toHaveCount(0)
})

test('a manager declares how many work in a unit', async ({ page, loginAs }) => {
  await loginAs('manager')
  await page.goto('/organisations')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Antal anställda' }).click()
  const field = page.getByLabel('Barn och unga, Socialtjänst')
  const declared = Number(await field.inputValue()) + 1
  await field.fill(String(declared))
  await page.getByRole('button', { name: 'Spara antalet' }).click()
  await expect(page.getByText('Antalet är sparat.')).toBeVisible()
  await expect(field).toHaveValue(String(declared))
})

test('the quick exit is a link that ends the session and leads out', async ({
  page,
  context,
  samsyn,
  loginAs,
}) => {
  await loginAs('learner')
  const [session] = await context.cookies()
  const cookie = `session=${session!.value}`
  const home = await fetchFrom(samsyn.port, { path: '/home', headers: { cookie } })
  expect(home.status).toBe(200)
  await stubNeutralPage(page)
  await page.goto('/home')
  await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
  await expect(page).toHaveURL(neutralAddress)
  const afterwards = await fetchFrom(samsyn.port, { path: '/home', headers: { cookie } })
  expect(afterwards.headers.location).toBe('/sign-in?to=%2Fhome')
  await page.goto('/home')
  await expect(page).toHaveURL('/sign-in?to=%2Fhome')
})

test('the way out answers 303 to the neutral page, which is not told where from', async ({
  samsyn,
}) => {
  const answer = await fetchFrom(samsyn.port, { path: '/leave' })
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe(neutralAddress)
  // Where a policy is told twice, the last one counts.
  expect(answer.headers['referrer-policy']).toMatch(/no-referrer$/)
  expect(answer.body).toBe('')
})

test('the player says that its content needs JavaScript', async ({ page, loginAs }) => {
  await loginAs('learner')
  await page.goto('/modules/grund-1-vad-det-ar')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Börja|Fortsätt)$/ })
    .click()
  await expect(page).toHaveURL(/\/play\//)
  // By its element: what is looked for by text is never found in a noscript.
  const note = page.locator('noscript p')
  await expect(note).toHaveText(/^Innehållet kräver JavaScript\./)
  await expect(note).toBeVisible()
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await expect(page).toHaveURL('/home')
})

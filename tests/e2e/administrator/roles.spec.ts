import { newPerson } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, mark } from '../setup/world.ts'

test('an administrator finds a person, gives a role and ends it, and each change counts at once', async ({
  page,
  browser,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const name = await newPerson(samsyn)
  await loginAs('administrator')
  const theirs = await browser.newContext()
  await loginAs(name, theirs)
  const person = await theirs.newPage()
  expect((await person.goto('/nation'))?.status()).toBe(403)

  await page.goto('/people')
  await page.getByLabel('Namn eller e-postadress').fill(emailOf(name))
  await page.getByRole('button', { name: 'Sök' }).click()
  const found = page.getByRole('list', { name: 'Personer' })
  await expect(found.getByText('Adressen bekräftad')).toBeVisible()
  await expect(page, 'the search stays out of the address').toHaveURL('/people')
  await found.getByRole('link').click()
  await expect(page.getByText('Personen har inga roller utöver att gå kurser.')).toBeVisible()
  await page.getByLabel('Roll', { exact: true }).selectOption({ label: 'Analytiker' })
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByLabel('Gäller för').selectOption({ label: 'Hela landet' })
  // From the top: a link halfway under the strip is too small to press, says axe.
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ge rollen Analytiker' }).click()
  await expect(page.getByText('Rollen är given.')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Analytiker Hela landet' })).toContainText('Gäller')

  expect((await person.goto('/nation'))?.status()).toBe(200)
  await expect(person.getByRole('heading', { name: 'Nationell bild' })).toBeVisible()
  await expect(person.getByRole('main')).not.toContainText(mark)

  await page.getByRole('link', { name: 'Avsluta rollen' }).click()
  await page.getByRole('button', { name: 'Avsluta rollen' }).click()
  await expect(page.getByText('Rollen är avslutad.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Avsluta rollen' })).toHaveCount(0)

  expect((await person.goto('/nation'))?.status()).toBe(403)
  const refused = person.getByRole('main')
  await expect(refused.getByRole('heading')).toHaveText('Du kommer inte åt den här sidan')
  await expect(refused).toContainText('kräver en annan roll')
  await theirs.close()

  await page.getByRole('link', { name: 'Visa händelser som rör personen' }).click()
  await expect(page).toHaveURL(/\/audit\?about=[0-9a-f-]{36}$/)
  const trail = page.getByRole('table')
  // Newest first; the trail of a person begins with the sign-up.
  const actions = trail.getByRole('cell').getByText(/^[a-z-]+\.[a-z-]+$/)
  await expect(actions).toHaveText([
    'role.ended',
    'role.granted',
    'email.confirmed',
    'one-time-link.made',
    'person.signed-up',
  ])
  const granted = trail.getByRole('row', { name: 'role.granted' })
  await expect(granted).toContainText('role: analyst')
  await expect(granted).toContainText('scope: nation')
})

test('the trail tells of everybody’s changes in ids and words, and has no names', async ({
  page,
  samsyn,
  loginAs,
}) => {
  await newPerson(samsyn)
  await loginAs('administrator')
  await page.goto('/audit')
  const main = page.getByRole('main')
  await expect(main.getByText('Bara id och ord, inga namn.')).toBeVisible()
  await expect(main.getByRole('table')).toContainText('person.signed-up')
  await expect(main).not.toContainText(new RegExp(mark, 'i'))
  await expect(main).not.toContainText('@')
})

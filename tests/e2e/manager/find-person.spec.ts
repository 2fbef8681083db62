import { expect, test } from '../setup/test.ts'
import { mark } from '../setup/world.ts'

test('a manager finds a person by the keyboard alone, and comes to their page; no word stands in an address', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('manager')
  const main = page.getByRole('main')
  // Somebody whom the people's list names.
  await page.goto('/organisations')
  const own = main.getByRole('rowheader').getByRole('link').first()
  await page.goto(`${await own.getAttribute('href')}`)
  const organisation = new URL(page.url()).pathname
  await page.goto(`${organisation}/people`)
  const name = (await main.getByRole('rowheader').first().innerText()).split('\n')[0]!.trim()
  const [familyName, givenName] = name.split(', ') as [string, string]

  await page.goto('/colleagues')
  await expectAccessible(page)
  await main.getByLabel('Vem söker du?').focus()
  await page.keyboard.type(`${givenName} ${familyName.toUpperCase()}`)
  await page.keyboard.press('Enter')
  const found = main.getByRole('rowheader').getByRole('link', { name }).first()
  await expect(found).toBeVisible()
  await expect(main.getByRole('row').nth(1)).toContainText('sedan')
  expect(new URL(page.url()).search).toBe('')
  await expectAccessible(page)
  await found.focus()
  await page.keyboard.press('Enter')
  await expect(
    main.getByRole('heading', { level: 1, name: `${givenName} ${familyName}` }),
  ).toBeVisible()
  expect(page.url()).toContain(`${organisation}/people/`)

  await test.step('all who have a word in common, with how many they are', async () => {
    await page.goto('/colleagues')
    await main.getByLabel('Vem söker du?').fill(mark)
    await page.keyboard.press('Enter')
    await expect(main.getByText(/^\d+ personer har ”/)).toBeVisible()
    await expect(main.getByText(/^Visar 1–\d+ av \d+/)).toBeVisible()
  })

  await test.step('a name that is nowhere, and one letter', async () => {
    await main.getByLabel('Vem söker du?').fill('xyzzy')
    await page.keyboard.press('Enter')
    await expect(main.getByText('Ingen hos er har ”xyzzy”')).toBeVisible()
    await main.getByLabel('Vem söker du?').fill('x')
    await page.keyboard.press('Enter')
    await expect(main.getByText('Skriv minst 2 tecken.')).toBeVisible()
  })
})

import { readFile } from 'node:fs/promises'
import { linkIn, mailTo } from '../setup/mails.ts'
import { newPerson, unusedName } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, mark, password } from '../setup/world.ts'

test('a manager invites by address: a new colleague and an old one join, a third is taken back and invited again', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const old = await newPerson(samsyn)
  const [fresh, third] = [unusedName(), unusedName()]
  await loginAs('manager')
  await page.goto('/organisations')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').click()
  await page.getByRole('link', { name: 'Inbjudningar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inbjudningar' })).toBeVisible()
  const addresses = page.getByLabel('E-postadresser')
  const done = page.getByRole('main').getByRole('status').filter({ hasText: 'Inbjudningarna' })
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: emailOf(name) })

  await test.step('what is no address is told before anything is sent', async () => {
    await addresses.fill(`${emailOf(fresh)}\nKim Ek`)
    await page.getByRole('button', { name: 'Skicka inbjudningarna' }).click()
    await expect(page.getByText('”Kim Ek” är ingen e-postadress.').first()).toBeVisible()
    await addresses.fill([fresh, old, third].map(emailOf).join('\n'))
    await page.getByLabel('Yrkesgrupp').selectOption({ label: 'Socialtjänst' })
    await page.getByRole('button', { name: 'Skicka inbjudningarna' }).click()
    await expect(done).toContainText('skickas nu')
    for (const name of [fresh, old, third]) {
      await expect(rowOf(name)).toContainText('Väntar på svar')
    }
    await expectAccessible(page)
  })

  await test.step('one without an account makes one, and has nothing more to confirm', async () => {
    const letter = await mailTo(samsyn, emailOf(fresh), 'Inbjudan till Samsyn')
    const guest = await pageOf(null)
    await guest.goto(linkIn(letter, samsyn))
    await expect(guest.getByRole('heading', { level: 1, name: 'Du är inbjuden' })).toBeVisible()
    await expect(guest.getByLabel('Yrkesgrupp')).toHaveValue('social-services')
    await expectAccessible(guest)
    await guest.getByLabel('Förnamn').fill(`Nya${mark}`)
    await guest.getByLabel('Efternamn').fill(`Inbjudna${mark}`)
    await guest.getByLabel('Nytt lösenord').fill(password)
    await guest.getByRole('button', { name: 'Skapa konto och gå med' }).click()
    await expect(guest.getByText('Ditt konto är klart.')).toBeVisible()
    await guest.getByLabel('E-postadress').fill(emailOf(fresh))
    await guest.getByLabel('Lösenord', { exact: true }).fill(password)
    await guest.getByRole('button', { name: 'Logga in' }).click()
    await expect(guest).toHaveURL(/\/home/)
  })

  await test.step('one with an account signs in and joins', async () => {
    const letter = await mailTo(samsyn, emailOf(old), 'Inbjudan till Samsyn')
    const guest = await pageOf(null)
    await guest.goto(linkIn(letter, samsyn))
    await guest.getByRole('main').getByRole('link', { name: 'Logga in' }).click()
    await guest.getByLabel('E-postadress').fill(emailOf(old))
    await guest.getByLabel('Lösenord', { exact: true }).fill(password)
    await guest.getByRole('button', { name: 'Logga in' }).click()
    await guest.getByRole('button', { name: 'Gå med' }).click()
    await expect(guest.getByText('Du är bekräftad.')).toBeVisible()
    await expectAccessible(guest)
  })

  await test.step('the manager sees who has come, and takes the third back and invites anew', async () => {
    const letter = await mailTo(samsyn, emailOf(third), 'Inbjudan till Samsyn')
    await page.reload()
    await expect(rowOf(fresh)).toContainText('Har gått med')
    await expect(rowOf(old)).toContainText('Har gått med')
    const decide = async (deed: string) => {
      await rowOf(third).getByRole('checkbox').check()
      await page.getByRole('radio', { name: deed }).check()
      await page.getByRole('button', { name: 'Gör det' }).click()
    }
    await decide('Ta tillbaka')
    await expect(done).toContainText('är tillbakatagna')
    await expect(rowOf(third)).toContainText('Tillbakatagen')
    const guest = await pageOf(null)
    await guest.goto(linkIn(letter, samsyn))
    await expect(
      guest.getByRole('heading', { level: 1, name: 'Inbjudan är tillbakatagen' }),
    ).toBeVisible()
    await decide('Skicka igen')
    await expect(rowOf(third)).toContainText('Väntar på svar')
    await guest.reload()
    await expect(guest.getByRole('heading', { level: 1, name: 'Du är inbjuden' })).toBeVisible()
  })

  await test.step('the list goes along as a file', async () => {
    await page.getByLabel('Läge').selectOption({ label: 'Har gått med' })
    await page.getByRole('button', { name: 'Visa' }).click()
    await expect(rowOf(third)).toHaveCount(0)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Hämta allt/ }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^inbjudningar-\d{4}-\d{2}-\d{2}\.csv$/)
  })

  await test.step('one is found by the address, which stands in no address of a page', async () => {
    await page.getByLabel('E-postadress eller enhet').fill(emailOf(fresh))
    await page.getByRole('button', { name: 'Sök', exact: true }).click()
    await expect(page.getByText(/^1 inbjudan stämmer med/)).toBeVisible()
    await expect(page.getByRole('rowheader')).toHaveCount(1)
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Hämta allt/ }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain(emailOf(fresh))
  })
})

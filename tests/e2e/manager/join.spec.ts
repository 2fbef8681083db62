import type { Page } from '@playwright/test'
import { linkIn, mailTo } from '../setup/mails.ts'
import { newPerson, unusedName } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, mark, password } from '../setup/world.ts'

async function openCodes(page: Page): Promise<void> {
  await page.goto('/organisations')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').click()
  await page.getByRole('link', { name: 'Anslutningskoder' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Anslutningskoder' })).toBeVisible()
}

/** Makes a code for two, in the first unit of the organisation's. @returns its letters */
async function makeCode(page: Page): Promise<string> {
  await openCodes(page)
  await page.getByLabel('Högst så många').fill('2')
  await page.getByRole('button', { name: 'Gör koden' }).click()
  await expect(page.getByText('Koden är klar.')).toBeVisible()
  return page.getByRole('heading', { level: 1 }).innerText()
}

/** Undoes what a notice tells of; others in the organisation decide at the same time. */
async function undo(page: Page, told: string): Promise<void> {
  const notice = page.locator('.notice').filter({ hasText: told }).filter({ hasNotText: 'ångrat' })
  if (!(await notice.first().isVisible())) await page.getByText(/tidigare beslut/).click()
  await notice.getByRole('button', { name: 'Ångra' }).click()
  await expect(page.getByText('Det är ångrat.')).toBeVisible()
}

/** By the page's first or last link to it; those who came last stand on top. */
async function openClaims(page: Page, link: 'first' | 'last'): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Bekräfta medarbetare' })[link]().click()
  await expect(page).toHaveURL(/\/claims$/)
  await page.goto(`${new URL(page.url()).pathname}?sort=-since`)
}

async function joinAs(page: Page, code: string): Promise<void> {
  await page.goto(`/join/${code}`)
  await page.getByLabel('Yrkesgrupp').selectOption({ label: 'Socialtjänst' })
  await page.getByRole('button', { name: 'Anslut mig' }).click()
}

test('three come with a manager’s code, a fourth finds it full, and the manager confirms those who joined', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const [signedIn, fourth] = [await newPerson(samsyn), await newPerson(samsyn)]
  const fresh = unusedName()
  await loginAs('manager')
  const code = await makeCode(page)
  const codePage = new URL(page.url()).pathname
  await expectAccessible(page)

  await test.step('the sheet for the wall has a picture to scan and the code to type', async () => {
    await page.getByRole('link', { name: 'Blad att skriva ut' }).click()
    await expect(page.getByRole('img', { name: 'QR-kod till anslutningen' })).toBeVisible()
    await expect(page.getByText(code, { exact: true }).last()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('one without an account makes one and joins in the same go', async () => {
    const guest = await pageOf(null)
    await guest.goto('/join')
    await guest.getByLabel('Kod').fill(code.toLowerCase().replace('-', ''))
    await guest.getByRole('button', { name: 'Fortsätt' }).click()
    await guest.getByLabel('Yrkesgrupp').selectOption({ label: 'Socialtjänst' })
    await guest.getByLabel('Förnamn').fill(`Nya${mark}`)
    await guest.getByLabel('Efternamn').fill(`Koden${mark}`)
    await guest.getByLabel('E-postadress').fill(emailOf(fresh))
    await guest.getByLabel('Nytt lösenord').fill(password)
    await expectAccessible(guest)
    await guest.getByRole('button', { name: 'Skapa konto och anslut mig' }).click()
    await expect(guest.getByRole('heading', { name: 'Titta i din mejl' })).toBeVisible()
    const mail = await mailTo(samsyn, emailOf(fresh), 'Bekräfta din e-postadress')
    await guest.goto(linkIn(mail, samsyn))
    await guest.getByRole('button', { name: 'Bekräfta adressen' }).click()
    await expect(guest.getByText('Adressen är bekräftad. Nu kan du logga in.')).toBeVisible()
    await guest.context().close()
  })

  await test.step('one who is signed in joins by a press, without the page’s script', async () => {
    const colleague = await pageOf(signedIn, { javaScriptEnabled: false })
    await joinAs(colleague, code)
    await expect(colleague.getByText(/^Du är ansluten till /)).toBeVisible()
    await expect(colleague.getByText(/Din chef bekräftar att du hör dit/)).toBeVisible()
    await colleague.context().close()
  })

  await test.step('one who is there already is told so, and a fourth is refused in words', async () => {
    const again = await pageOf(signedIn)
    await again.goto(`/join/${code}`)
    await expect(again.getByText(/^Du är ansluten till /)).toBeVisible()
    await again.context().close()
    const late = await pageOf(fourth)
    await late.goto(`/join/${code}`)
    await expect(late.getByText('Koden är full')).toBeVisible()
    await expect(late.getByText(/Be den som gav dig koden om en ny/)).toBeVisible()
    await late.context().close()
  })

  await test.step('the manager sees who joined, and confirms both at once', async () => {
    await page.goto(codePage)
    await expect(page.getByText('2 av 2')).toBeVisible()
    await expect(page.getByRole('rowheader')).toHaveCount(2)
    await openClaims(page, 'first')
    await page.getByRole('checkbox', { name: `Välj Nya${mark} Koden${mark}` }).check()
    await page
      .getByRole('row')
      .filter({ hasText: emailOf(signedIn) })
      .getByRole('checkbox')
      .check()
    const answer = async (decision: string) => {
      await page.getByRole('radio', { name: decision }).check()
      await page.getByRole('button', { name: 'Svara de valda' }).click()
    }
    await answer('Avböj')
    await expect(page.getByText('De valda är avböjda.')).toBeVisible()
    await undo(page, '2 personer avböjdes')
    for (const whose of [emailOf(fresh), emailOf(signedIn)]) {
      await page.getByRole('row').filter({ hasText: whose }).getByRole('checkbox').check()
    }
    // Away from under the strip, which would make a half-hidden target look small.
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(page)
    await answer('Bekräfta')
    await expect(page.getByText('De valda är bekräftade.')).toBeVisible()
    await page.goto(codePage)
    await expect(page.getByRole('cell', { name: 'Bekräftad' })).toHaveCount(2)
  })

  await test.step('one of them leaves; the manager ends the workplace, and undoes it', async () => {
    const people = codePage.replace(/\/join-codes\/.*/, '/people')
    const find = async () => {
      await page.goto(people)
      await page.getByLabel('Namn eller e-postadress').fill(emailOf(signedIn))
      await page.getByRole('button', { name: 'Sök', exact: true }).click()
      await expect(page.getByRole('rowheader')).toHaveCount(1)
      await page.getByRole('rowheader').getByRole('link').click()
    }
    await find()
    await page.getByText(/^Avsluta arbetsplatsen/).click()
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
    await page.getByLabel('Sista dag').fill(today)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Avsluta', exact: true }).click()
    await expect(page.getByText('Arbetsplatsen är avslutad.')).toBeVisible()
    await undo(page, 'arbetsplatsen avslutad')
    await find()
    await expect(page.getByText(/ · sedan /)).toBeVisible()
  })

  await test.step('a code that is revoked takes nobody, and those who joined stay', async () => {
    await page.goto(codePage)
    await page.getByRole('button', { name: 'Återkalla koden' }).click()
    await expect(page.getByText('Koden är återkallad.')).toBeVisible()
    await expect(page.getByRole('rowheader')).toHaveCount(2)
    const late = await pageOf(fourth)
    await late.goto(`/join/${code}`)
    await expect(late.getByText('Koden gäller inte längre')).toBeVisible()
    await late.context().close()
  })
})

test('a request to belong waits on the manager’s page until it is answered', async ({
  page,
  samsyn,
  pageOf,
  loginAs,
}) => {
  const name = await newPerson(samsyn)
  await loginAs('manager')
  const code = await makeCode(page)
  const colleague = await pageOf(name)
  await joinAs(colleague, code)
  await expect(colleague.getByText(/Din chef bekräftar att du hör dit/)).toBeVisible()
  await page.goto('/organisations')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').click()
  await expect(page.getByText(/väntar på er bekräftelse/)).toBeVisible()
  await openClaims(page, 'last')
  const claim = page.getByRole('row').filter({ hasText: emailOf(name) })
  await claim.getByRole('link', { name: 'Granska' }).click()
  await page.getByRole('button', { name: 'Bekräfta' }).click()
  await expect(page.getByText('Personen är bekräftad.')).toBeVisible()
  await colleague.goto(`/join/${code}`)
  await expect(colleague.getByText('Du är bekräftad.')).toBeVisible()
  await colleague.context().close()
})

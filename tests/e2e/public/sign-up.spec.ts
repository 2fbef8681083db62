import type { Page } from '@playwright/test'
import { linkIn, mailsTo, mailTo } from '../setup/mails.ts'
import { newPerson, unusedName } from '../setup/new-person.ts'
import type { SamsynServer } from '../setup/samsyn-server.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, mark, password } from '../setup/world.ts'

const confirmSubject = 'Bekräfta din e-postadress'

interface Account {
  email: string
  /** The option's words. */
  workplace: string
  stated?: string
}

async function fillAccount(page: Page, { email, workplace, stated }: Account): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Kommun där du arbetar').selectOption({ label: 'Gävle' })
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByLabel('Arbetsplats', { exact: true }).selectOption({ label: workplace })
  if (stated) await page.getByLabel('Vad arbetsplatsen heter').fill(stated)
  await page.getByLabel('Yrkesgrupp').selectOption({ label: 'Socialtjänst' })
  await page.getByLabel('Förnamn').fill(`Nya${mark}`)
  await page.getByLabel('Efternamn').fill(`Personen${mark}`)
  await page.getByLabel('E-postadress').fill(email)
  await page.getByLabel('Nytt lösenord').fill(password)
}

async function createAccount(page: Page, account: Account): Promise<void> {
  await fillAccount(page, account)
  await page.getByRole('button', { name: 'Skapa kontot' }).click()
  await expect(page.getByRole('heading', { name: 'Titta i din mejl' })).toBeVisible()
}

async function confirmByMail(page: Page, samsyn: SamsynServer, email: string): Promise<void> {
  await page.goto(linkIn(await mailTo(samsyn, email, confirmSubject), samsyn))
  await page.getByRole('button', { name: 'Bekräfta adressen' }).click()
  await expect(page.getByText('Adressen är bekräftad. Nu kan du logga in.')).toBeVisible()
}

async function signIn(page: Page, email: string, typed = password): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-postadress').fill(email)
  await page.getByLabel('Lösenord', { exact: true }).fill(typed)
  await page.getByRole('main').getByRole('button', { name: 'Logga in' }).click()
}

const mainText = (page: Page) => page.getByRole('main').innerText()

test('a visitor signs up with a workplace in the register, confirms the address and signs in', async ({
  page,
  samsyn,
  expectAccessible,
}) => {
  const email = emailOf(unusedName())
  const workplace = 'Socialförvaltningen – Barn och unga'
  await fillAccount(page, { email, workplace })
  // From the top: a link halfway under the strip is too small to press, says axe.
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Skapa kontot' }).click()
  await expect(page.getByRole('heading', { name: 'Titta i din mejl' })).toBeVisible()
  await confirmByMail(page, samsyn, email)
  await signIn(page, email)
  await expect(page.getByRole('heading', { name: 'Mina moduler' })).toBeVisible()
  await page.goto('/profile')
  const workplaces = page.getByRole('region', { name: 'Arbetsplatser' })
  await expect(workplaces.getByText('Barn och unga, Gävle kommun')).toBeVisible()
  await expect(workplaces.getByText('Väntar på bekräftelse')).toBeVisible()
})

test('whose workplace is not in the list names it, and is told when that is forgotten', async ({
  page,
  samsyn,
}) => {
  const email = emailOf(unusedName())
  await fillAccount(page, { email, workplace: 'Finns inte i listan' })
  await page.getByRole('button', { name: 'Skapa kontot' }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('Skriv vad arbetsplatsen heter, eller välj den i listan.')
  await expect(page.getByLabel('Förnamn')).toHaveValue(`Nya${mark}`)
  await page.getByLabel('Vad arbetsplatsen heter').fill('Föreningen Fyren')
  // Sent before the page's script had come, the form would have come back without it.
  await page.getByLabel('Nytt lösenord').fill(password)
  await page.getByRole('button', { name: 'Skapa kontot' }).click()
  await expect(page.getByRole('heading', { name: 'Titta i din mejl' })).toBeVisible()
  await confirmByMail(page, samsyn, email)
  await signIn(page, email)
  await page.waitForURL('/home')
  await page.goto('/profile')
  const workplaces = page.getByRole('region', { name: 'Arbetsplatser' })
  await expect(workplaces.getByText('Föreningen Fyren')).toBeVisible()
  await expect(workplaces.getByText('Utanför registret')).toBeVisible()
})

test('who signs in before the address is confirmed gets a new link and words about it', async ({
  page,
  samsyn,
}) => {
  const email = emailOf(unusedName())
  await createAccount(page, { email, workplace: 'Finns inte i listan', stated: 'Fyren' })
  const first = await mailTo(samsyn, email, confirmSubject)
  await signIn(page, email)
  await expect(page.getByText('Bekräfta din e-postadress först')).toBeVisible()
  await expect.poll(() => mailsTo(samsyn, email).length).toBe(2)
  const second = await mailTo(samsyn, email, confirmSubject)
  expect(linkIn(second, samsyn)).not.toBe(linkIn(first, samsyn))
  await confirmByMail(page, samsyn, email)
  await page.goto(linkIn(second, samsyn))
  await expect(page.getByRole('heading', { name: 'Länken fungerar inte längre' })).toBeVisible()
})

test('a known address gets the same words, and its owner a mail that there is an account', async ({
  page,
  samsyn,
}) => {
  const known = emailOf(await newPerson(samsyn))
  const account = { workplace: 'Finns inte i listan', stated: 'Fyren' }
  await createAccount(page, { ...account, email: emailOf(unusedName()) })
  const wordsForNew = await mainText(page)
  await createAccount(page, { ...account, email: known.toUpperCase() })
  expect(await mainText(page)).toBe(wordsForNew)
  const told = await mailTo(samsyn, known, 'Konto: du har redan ett')
  expect(told.text).toContain('så inget har ändrats')
  expect(linkIn(told, samsyn)).toBe('/sign-in')
  expect(mailsTo(samsyn, known).filter(({ subject }) => subject === confirmSubject)).toHaveLength(1)
})

test('a forgotten password is replaced by a link that works once', async ({ page, samsyn }) => {
  const email = emailOf(await newPerson(samsyn))
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Glömt lösenordet?' }).click()
  await expect(page.getByRole('heading', { name: 'Välj ett nytt lösenord' })).toBeVisible()
  await page.getByLabel('E-postadress').fill(email)
  await page.getByRole('button', { name: 'Skicka länken' }).click()
  await expect(page.getByRole('heading', { name: 'Titta i din mejl' })).toBeVisible()
  const link = linkIn(await mailTo(samsyn, email, 'Konto: ny länk'), samsyn)
  await page.goto(link)
  await page.getByLabel('Nytt lösenord').fill('en helt ny mening')
  await page.getByRole('button', { name: 'Spara lösenordet' }).click()
  await expect(page.getByText('Det nya lösenordet är sparat.')).toBeVisible()
  await signIn(page, email)
  await expect(page.getByRole('alert')).toContainText('hör inte ihop')
  await signIn(page, email, 'en helt ny mening')
  await page.waitForURL('/home')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Länken fungerar inte längre' })).toBeVisible()
})

test('a wrong password and an unknown address get the same words', async ({ page }) => {
  const wordsFor = async (email: string) => {
    await signIn(page, email, 'det här är fel lösenord')
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button', { name: 'Logga in' })).toBeVisible()
    return mainText(page)
  }
  const forKnown = await wordsFor(emailOf('learner'))
  expect(forKnown).toContain('Adressen och lösenordet hör inte ihop.')
  expect(await wordsFor(emailOf(unusedName()))).toBe(forKnown)
})

test('asking for a new password answers the same for known and unknown addresses', async ({
  page,
  samsyn,
}) => {
  const unknown = emailOf(unusedName())
  const known = emailOf(await newPerson(samsyn))
  const wordsFor = async (email: string) => {
    await page.goto('/forgot-password')
    await page.getByLabel('E-postadress').fill(email)
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    await page.waitForURL('/forgot-password/sent')
    await expect(page.getByRole('heading', { name: 'Titta i din mejl' })).toBeVisible()
    return mainText(page)
  }
  const forUnknown = await wordsFor(unknown)
  expect(await wordsFor(known)).toBe(forUnknown)
  // The known one's mail was asked for later: were there one for the unknown, it would be here.
  await mailTo(samsyn, known, 'Konto: ny länk')
  expect(mailsTo(samsyn, unknown)).toEqual([])
})

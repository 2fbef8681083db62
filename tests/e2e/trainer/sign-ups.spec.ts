import type { Browser, Page } from '@playwright/test'
import { addDays, today } from '~/kernel/dates.ts'
import { linkIn, mailTo } from '../setup/mails.ts'
import { newPerson } from '../setup/new-person.ts'
import { expect, test } from '../setup/test.ts'
import { mark } from '../setup/world.ts'

async function openPhone(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'sv-SE',
    viewport: { width: 360, height: 740 },
  })
  return context.newPage()
}

async function signUp(phone: Page, address: string, name: string, button: string) {
  await phone.goto(address)
  await phone.getByLabel('Namn').fill(name)
  const email = `${name.toLowerCase().replace(/\W/g, '-')}-${Date.now()}@exempel.se`
  await phone.getByLabel('E-postadress').fill(email)
  await phone.getByLabel('Yrkesgrupp').selectOption('Förskola och skola')
  await phone.getByLabel('Var arbetar du?').selectOption({ index: 1 })
  await phone.getByRole('button', { name: button }).click()
  await expect(phone.getByText('Se efter i din mejl')).toBeVisible()
  return email
}

test('a full lecture: the second waits, moves up when the first cancels, and is known on the day', async ({
  page,
  browser,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  test.setTimeout(180_000)
  await loginAs('trainer')
  await page.goto('/activities/new')
  await page.getByLabel('Typ av insats').selectOption('Workshop')
  await page.getByLabel('Rubrik').fill('Att fråga')
  await page.getByLabel('Lokal eller adress').fill('Stadshuset, Gävle')
  await page.getByLabel('Grund', { exact: true }).check()
  await page.getByLabel('Dag', { exact: true }).first().fill(today())
  await page.getByLabel('Börjar').first().fill('00:00')
  await page.getByLabel('Slutar').first().fill('23:59')
  await page.getByRole('button', { name: 'Spara insatsen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Att fråga' })).toBeVisible()
  const activity = page.url()

  await page.getByRole('link', { name: 'Anmälan' }).click()
  await page.getByLabel('Antal platser').fill('1')
  await page.getByLabel('Sista dag att anmäla sig').fill(addDays(today(), 1))
  await page.getByRole('button', { name: 'Öppna anmälan' }).click()
  await expect(page.getByRole('alert')).toContainText('Anmälan måste stänga senast')
  await page.getByLabel('Sista dag att anmäla sig').fill(today())
  await page.getByRole('button', { name: 'Öppna anmälan' }).click()
  await expect(page.getByText('Anmälan är sparad.')).toBeVisible()
  const address = await page.getByRole('link', { name: /\/attend\// }).innerText()
  await expectAccessible(page)

  const phone = await openPhone(browser, samsyn.origin)
  await phone.goto(address)
  await expect(phone.getByText('1 plats kvar.')).toBeVisible()
  await expectAccessible(phone)
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  const first = await signUp(phone, address, `Ada ${mark}`, 'Anmäl mig')
  const second = await signUp(phone, address, `Bo ${mark}`, 'Ställ mig på väntelistan')
  await mailTo(samsyn, second, 'Anmälan: du står på väntelistan')

  const learner = await openPhone(browser, samsyn.origin)
  await loginAs(await newPerson(samsyn), learner.context())
  await learner.goto(address)
  await learner.getByRole('button', { name: 'Ställ mig på väntelistan' }).click()
  await expect(learner.getByText('Du är nummer 2 i kön.')).toBeVisible()

  await phone.goto(linkIn(await mailTo(samsyn, first, 'Anmälan: du har en plats'), samsyn))
  await phone.getByRole('button', { name: 'Lämna återbud' }).click()
  await expect(phone.getByText('Du är inte anmäld')).toBeVisible()
  const moved = await mailTo(samsyn, second, 'Anmälan: du har fått en plats')
  await learner.reload()
  await expect(learner.getByText('Du är först i kön.')).toBeVisible()
  await learner.getByRole('button', { name: 'Lämna återbud' }).click()
  await expect(learner.getByRole('button', { name: 'Ställ mig på väntelistan' })).toBeVisible()

  await phone.goto(linkIn(moved, samsyn))
  const [calendar] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Lägg in i kalendern' }).click(),
  ])
  expect(calendar.suggestedFilename()).toBe('samsyn.ics')
  await page.goto(activity)
  const code = await page.getByRole('cell', { name: /^\d{3}\s\d{3}$/ }).innerText()
  await phone.getByLabel('Kod').fill(code)
  await phone.getByRole('button', { name: 'Checka in' }).click()
  await expect(phone.getByText('Du är incheckad')).toBeVisible()
  await expectAccessible(phone)
  await page.goto(`${activity}/sign-ups`)
  await expect(page.getByRole('row', { name: new RegExp(`Bo ${mark}`) })).toContainText(
    'Har varit där',
  )
  await phone.context().close()
  await learner.context().close()
})

import type { Page } from '@playwright/test'
import { addDays, today } from '~/kernel/dates.ts'
import { linkIn, mailTo } from '../setup/mails.ts'
import { newPerson } from '../setup/new-person.ts'
import { expect, phone, test } from '../setup/test.ts'
import { mark } from '../setup/world.ts'

async function signUp(visitor: Page, address: string, name: string, button: string) {
  await visitor.goto(address)
  await visitor.getByLabel('Namn').fill(name)
  const email = `${name.toLowerCase().replace(/\W/g, '-')}-${Date.now()}@exempel.se`
  await visitor.getByLabel('E-postadress').fill(email)
  await visitor.getByLabel('Yrkesgrupp').selectOption('Förskola och skola')
  await visitor.getByLabel('Var arbetar du?').selectOption({ index: 1 })
  await visitor.getByRole('button', { name: button }).click()
  await expect(visitor.getByText('Se efter i din mejl')).toBeVisible()
  return email
}

test('a full lecture: the second waits, moves up when the first cancels, and is known on the day', async ({
  page,
  pageOf,
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

  const visitor = await pageOf(null, phone)
  await visitor.goto(address)
  await expect(visitor.getByText('1 plats kvar.')).toBeVisible()
  await expectAccessible(visitor)
  const wider = await visitor.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  const first = await signUp(visitor, address, `Ada ${mark}`, 'Anmäl mig')
  const second = await signUp(visitor, address, `Bo ${mark}`, 'Ställ mig på väntelistan')
  await mailTo(samsyn, second, 'Anmälan: du står på väntelistan')

  const learner = await pageOf(await newPerson(samsyn), phone)
  await learner.goto(address)
  await learner.getByRole('button', { name: 'Ställ mig på väntelistan' }).click()
  await expect(learner.getByText('Du är nummer 2 i kön.')).toBeVisible()

  await visitor.goto(linkIn(await mailTo(samsyn, first, 'Anmälan: du har en plats'), samsyn))
  await visitor.getByRole('button', { name: 'Lämna återbud' }).click()
  await expect(visitor.getByText('Du är inte anmäld')).toBeVisible()
  const moved = await mailTo(samsyn, second, 'Anmälan: du har fått en plats')
  await learner.reload()
  await expect(learner.getByText('Du är först i kön.')).toBeVisible()
  await learner.getByRole('button', { name: 'Lämna återbud' }).click()
  await expect(learner.getByRole('button', { name: 'Ställ mig på väntelistan' })).toBeVisible()

  await visitor.goto(linkIn(moved, samsyn))
  const [calendar] = await Promise.all([
    visitor.waitForEvent('download'),
    visitor.getByRole('link', { name: 'Lägg in i kalendern' }).click(),
  ])
  expect(calendar.suggestedFilename()).toBe('samsyn.ics')
  await page.goto(activity)
  const code = await page.getByRole('cell', { name: /^\d{3}\s\d{3}$/ }).innerText()
  await visitor.getByLabel('Kod').fill(code)
  await visitor.getByRole('button', { name: 'Checka in' }).click()
  await expect(visitor.getByText('Du är incheckad')).toBeVisible()
  await expectAccessible(visitor)
  await page.goto(`${activity}/sign-ups`)
  await expect(page.getByRole('row', { name: new RegExp(`Bo ${mark}`) })).toContainText(
    'Har varit där',
  )
  await visitor.context().close()
  await learner.context().close()
})

import type { Page } from '@playwright/test'
import { today } from '~/kernel/dates.ts'
import { newPerson } from '../setup/new-person.ts'
import { expect, phone, test } from '../setup/test.ts'

/** Participations of conferences by people from a county, as the figures say them. */
async function fromCounty(page: Page, county: string): Promise<number> {
  await page.goto('/activities/figures')
  const row = page.getByRole('table', { name: /per län/ }).getByRole('row', { name: county })
  if ((await row.count()) === 0) return 0
  return Number((await row.getByRole('cell').last().innerText()).replace(/\D/g, ''))
}

test('a coordinator’s conference: sign-up, check-in and questions, and figures per county show who came from where', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  test.setTimeout(180_000)
  await loginAs('coordinator')
  const counties = ['Gävleborgs län', 'Jönköpings län']
  const before = [await fromCounty(page, counties[0]!), await fromCounty(page, counties[1]!)]
  await expectAccessible(page)

  await page.goto('/activities/new')
  await page.getByLabel('Typ av insats').selectOption('Konferens')
  await page.getByLabel('Rubrik').fill('Spridningskonferens för alla län')
  await page.getByLabel('Lokal eller adress').fill('Konserthuset')
  await page.getByLabel('Fördjupning', { exact: true }).check()
  await page.getByLabel('Var hör insatsen hemma?').selectOption('Hela landet')
  await page.getByLabel('Dag', { exact: true }).first().fill(today())
  await page.getByLabel('Börjar').first().fill('00:00')
  await page.getByLabel('Slutar').first().fill('23:59')
  await page.getByRole('button', { name: 'Spara insatsen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Spridningskonferens/ })).toBeVisible()
  const conference = page.url()
  const code = (await page.getByRole('cell', { name: /^\d{3}\s\d{3}$/ }).innerText()).replace(
    /\s/g,
    '',
  )
  await page.getByRole('link', { name: 'Anmälan' }).click()
  await page.getByRole('button', { name: 'Öppna anmälan' }).click()
  const address = await page.getByRole('link', { name: /\/attend\// }).innerText()

  const learner = await pageOf(await newPerson(samsyn), phone)
  await learner.goto(address)
  await learner.getByRole('button', { name: 'Anmäl mig' }).click()
  await expect(learner.getByText('Du har en plats')).toBeVisible()
  await learner.goto(`/check-in/${code}`)
  await learner.getByRole('button', { name: 'Checka in' }).click()
  await expect(learner.getByRole('heading', { level: 1, name: 'Du är incheckad' })).toBeVisible()

  for (const municipality of ['Jönköping', 'Gävle']) {
    const visitor = await pageOf(null, phone)
    await visitor.goto(`/check-in/${code}`)
    await visitor.getByLabel('Yrkesgrupp').selectOption('Socialtjänst')
    await visitor.getByLabel('Var arbetar du?').selectOption({ label: municipality })
    await visitor.getByRole('button', { name: 'Checka in' }).click()
    await visitor.getByRole('link', { name: 'När det är slut: svara på två frågor' }).click()
    await expectAccessible(visitor)
    await visitor
      .getByRole('group', { name: /före tillfället/ })
      .getByLabel('2. Lite')
      .check()
    await visitor.getByRole('group', { name: /nu\?/ }).getByLabel('4. Trygg').check()
    await visitor.getByRole('button', { name: 'Skicka svaren' }).click()
    await expect(visitor.getByText('Tack, svaret är sparat.')).toBeVisible()
    await visitor.context().close()
  }

  await page.goto(conference)
  const results = page.getByRole('region', { name: 'Utvärdering' })
  await expect(results.getByRole('row', { name: /2 hittills/ })).toContainText('–')
  await page.getByRole('button', { name: 'Markera som genomförd' }).click()
  await expect(page.getByText('Läget är sparat.')).toBeVisible()
  expect(await fromCounty(page, counties[0]!)).toBe(before[0]! + 2)
  expect(await fromCounty(page, counties[1]!)).toBe(before[1]! + 1)

  await learner.goto('/participations')
  const [paper] = await Promise.all([
    learner.waitForEvent('download'),
    learner.getByRole('link', { name: 'Hämta intyg om deltagande (PDF)' }).click(),
  ])
  expect(paper.suggestedFilename()).toBe('intyg.pdf')
  await learner.context().close()
})

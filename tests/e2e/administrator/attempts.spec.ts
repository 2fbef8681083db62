import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

test('an administrator finds an attempt by the code that is read aloud, and reads what happened', async ({
  page,
  browser,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { slug, title } = await publishModule(samsyn, await basicCourse())
  await loginAs('learner')
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await contentOf(page).getByRole('button', { name: 'Nästa sida' }).click()
  await expect(page.getByText(/^Sparat \d/)).toBeVisible()
  const code = await page.getByText('Supportkod').getByRole('strong').innerText()

  const helping = await browser.newContext({ baseURL: samsyn.origin, javaScriptEnabled: false })
  await loginAs('administrator', helping)
  const helper = await helping.newPage()
  await helper.goto('/attempts')
  const field = helper.getByLabel('Supportkod')
  await field.fill('3333 3333')
  await helper.getByRole('button', { name: 'Sök' }).click()
  await expect(helper.getByText('Inget försök har den koden.').first()).toBeVisible()
  await field.fill(code.toLowerCase().replace('-', ' '))
  await helper.getByRole('button', { name: 'Sök' }).click()
  await expect(helper).toHaveURL(`/attempts/${code}`)
  const main = helper.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(`Försök ${code}`)
  await expect(main).toContainText(title)
  const story = main.getByRole('region', { name: 'Vad som hände' })
  await expect(story).toContainText('Modulen öppnades för första gången.')
  await expect(story).toContainText(/\d ändring(ar)? sparades från samma fönster/)

  await main.locator('a[href^="/people/"]').click()
  await helper.getByRole('link', { name: 'Visa händelser som rör personen' }).click()
  await expect(main.getByRole('row', { name: 'attempt.looked-up' })).toHaveCount(1)
  await helping.close()

  await loginAs('administrator')
  await page.goto(`/attempts/${code}`)
  await page.setViewportSize({ width: 360, height: 800 })
  await expectAccessible(page)
})

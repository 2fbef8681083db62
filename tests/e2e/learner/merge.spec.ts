import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { newPerson } from '../setup/new-person.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, password } from '../setup/world.ts'

test('a person with two accounts lets one go into the other, and has all that was done in either', async ({
  page,
  browser,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { slug } = await publishModule(samsyn, await basicCourse({ questions: [] }))
  const own = await newPerson(samsyn, 'school')
  const other = await newPerson(samsyn, 'health-care')

  await test.step('the module is taken in the other account', async () => {
    const context = await browser.newContext()
    await loginAs(other, context)
    const there = await context.newPage()
    await there.goto(`/modules/${slug}`)
    await there.getByRole('button', { name: 'Börja' }).click()
    const content = contentOf(there)
    await content.getByRole('button', { name: 'Nästa sida' }).click()
    await content.getByRole('button', { name: 'Nästa sida' }).click()
    await expect(content.getByText('Du har läst alla sidor')).toBeVisible()
    await there.getByRole('link', { name: 'Spara och stäng' }).click()
    await there.waitForURL('/home')
    await context.close()
  })

  await loginAs(own)
  await page.goto('/profile')
  await page.getByRole('link', { name: 'Slå ihop dina konton' }).click()
  await page.getByLabel('E-postadress för det andra kontot').fill(emailOf(other))
  await page.getByLabel('Lösenord för det andra kontot').fill('inte det rätta')
  await page.getByRole('button', { name: 'Visa vad som slås ihop' }).click()
  await expect(page.getByText(/hör inte ihop/).first()).toBeVisible()
  await page.getByLabel('Lösenord för det andra kontot').fill(password)
  await page.getByRole('button', { name: 'Visa vad som slås ihop' }).click()
  await expect(page.getByText('Det går inte att ångra')).toBeVisible()
  const done = page.getByRole('definition').filter({ hasText: /^1$/ })
  await expect(done).toHaveCount(2)
  // From the top: a link halfway under the strip is too small to press, says axe.
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Slå ihop kontona' }).click()
  await expect(page.getByText('Kontona är ihopslagna.')).toBeVisible()
  const workplaces = page.getByRole('region', { name: 'Arbetsplatser' })
  await expect(workplaces.getByText(/Hälso- och sjukvård/)).toBeVisible()
  await expect(workplaces.getByText(/Förskola och skola/)).toBeVisible()
  await page.goto(`/modules/${slug}`)
  await expect(page.getByRole('main')).toContainText(/[Kk]lar|[Gg]enomförd/)

  await test.step('nobody signs in to the closed account', async () => {
    const context = await browser.newContext()
    const there = await context.newPage()
    await there.goto('/sign-in')
    await there.getByLabel('E-postadress').fill(emailOf(other))
    await there.getByLabel('Lösenord', { exact: true }).fill(password)
    await there.getByRole('main').getByRole('button', { name: 'Logga in' }).click()
    await expect(there.getByRole('alert')).toBeVisible()
    await expect(there).toHaveURL(/\/sign-in/)
    await context.close()
  })
})

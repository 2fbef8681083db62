import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { linkIn, mailTo, mailsTo } from '../setup/mails.ts'
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
  const byPassword = page.getByRole('region', { name: 'Med lösenordet' })
  await byPassword.getByLabel('E-postadress för det andra kontot').fill(emailOf(other))
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

test('another account is proved by a link to its address, which opens only where it was asked for', async ({
  page,
  browser,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const own = await newPerson(samsyn, 'school')
  const other = await newPerson(samsyn, 'health-care')
  const subject = 'Konto: visa att det är ditt'
  await loginAs(own)
  await page.goto('/profile/merge')
  await expectAccessible(page)
  const byLink = page.getByRole('region', { name: 'Med en länk i mejlen' })
  const ask = async (email: string) => {
    await page.goto('/profile/merge')
    await byLink.getByLabel('E-postadress för det andra kontot').fill(email)
    await byLink.getByRole('button', { name: 'Skicka länken' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Titta i mejlen' })).toBeVisible()
    return page.getByRole('main').innerText()
  }
  const unknown = await ask('ingen.alls@demo.samsyn.example')
  expect(await ask(emailOf(other)), 'the answer does not tell whether an address is known').toBe(
    unknown,
  )
  const link = linkIn(await mailTo(samsyn, emailOf(other), subject), samsyn)
  expect(mailsTo(samsyn, emailOf(own)).map((mail) => mail.subject)).not.toContain(subject)

  await test.step('in another browser, signed in to the other account itself, it is dead', async () => {
    const context = await browser.newContext()
    const there = await context.newPage()
    await there.goto(link)
    await expect(there.getByText(/öppnades inte där du bad om den/)).toBeVisible()
    await loginAs(other, context)
    await there.goto(link)
    await expect(there.getByText(/öppnades inte där du bad om den/)).toBeVisible()
    await context.close()
  })

  await page.goto(link)
  await expect(page.getByText('Det går inte att ångra')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Slå ihop kontona' }).click()
  await expect(page.getByText('Kontona är ihopslagna.')).toBeVisible()
  const workplaces = page.getByRole('region', { name: 'Arbetsplatser' })
  await expect(workplaces.getByText(/Hälso- och sjukvård/)).toBeVisible()
  await page.goto(link)
  await expect(page.getByText(/Länken har använts/)).toBeVisible()
})

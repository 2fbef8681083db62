import type { Page } from '@playwright/test'
import { expect, test } from '../setup/test.ts'

const headcounts = async (page: Page) => {
  await page.goto('/organisations')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Antal anställda' }).click()
}

test('what is written and not sent is asked about before it is left, but never by the quick exit', async ({
  page,
  loginAs,
}) => {
  await loginAs('manager')
  await headcounts(page)
  const field = page.getByLabel(/, Socialtjänst$/).first()
  await field.fill('17')
  const address = page.url()
  await page.getByRole('link', { name: 'Organisationer' }).first().click()
  const asked = page.getByRole('dialog', { name: 'Det du har skrivit är inte sparat' })
  await asked.getByRole('button', { name: 'Stanna kvar' }).click()
  await expect(field).toHaveValue('17')
  expect(page.url()).toBe(address)
  await page.getByRole('link', { name: 'Organisationer' }).first().click()
  await asked.getByRole('button', { name: 'Lämna utan att spara' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisationer' })).toBeVisible()
  await headcounts(page)
  await field.fill('18')
  let wasAsked = false
  page.on('dialog', (dialog) => {
    wasAsked = true
    void dialog.accept()
  })
  await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/organisations'))
  expect(wasAsked).toBe(false)
})

test('a page at the same address asks too, but not the one that leaves the form as it is', async ({
  page,
  loginAs,
}) => {
  await loginAs('manager')
  await headcounts(page)
  const field = page.getByLabel(/, Socialtjänst$/).first()
  await field.fill('19')
  await page
    .getByRole('link', { name: /^Historik / })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 2, name: /^Historik för / })).toBeVisible()
  await expect(field).toHaveValue('19')
  await page.getByRole('link', { name: 'Organisationer' }).first().click()
  const asked = page.getByRole('dialog', { name: 'Det du har skrivit är inte sparat' })
  await asked.getByRole('button', { name: 'Lämna utan att spara' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisationer' })).toBeVisible()
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Enheter och historik' }).click()
  await page.getByRole('region', { name: 'Träd' }).getByRole('link').nth(1).click()
  const deeds = page.getByRole('navigation', { name: 'Vad vill du göra?' }).getByRole('link')
  await deeds.first().click()
  const form = page.getByRole('main').getByRole('textbox').first()
  await form.fill('Ett annat namn')
  await deeds.nth(1).click()
  await asked.getByRole('button', { name: 'Stanna kvar' }).click()
  await expect(form).toHaveValue('Ett annat namn')
  await deeds.nth(1).click()
  await asked.getByRole('button', { name: 'Lämna utan att spara' }).click()
  await expect(deeds.nth(1)).toHaveAttribute('aria-current', 'page')
})

test('a number told wrong is taken back, let count again, and given its right source', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('manager')
  await headcounts(page)
  const field = page.getByLabel(/, Hälso- och sjukvård$/).first()
  const before = await field.inputValue()
  await field.fill('4711')
  await page.getByRole('button', { name: 'Spara antalet' }).click()
  await expect(page.getByText('Antalet är sparat.')).toBeVisible()
  await page
    .getByRole('link', { name: /^Historik / })
    .first()
    .click()
  const row = page.getByRole('row').filter({ hasText: /4\s711/ })
  await row.getByRole('link', { name: /^Rätta/ }).click()
  const section = page.getByRole('region', { name: 'Rätta antalet' })
  await section.getByRole('radio', { name: 'SCB:s statistik' }).check()
  await section.getByRole('button', { name: 'Spara källan' }).click()
  await expect(page.getByText('Källan är rättad.')).toBeVisible()
  await expect(row).toHaveCount(2)
  await expect(row.first()).toContainText('SCB')
  const withdraw = async () => {
    await row.filter({ hasNotText: 'Tillbakataget' }).first().getByRole('link').click()
    await section.getByRole('button', { name: 'Ta tillbaka antalet' }).click()
    await expect(section.getByRole('button', { name: 'Låt antalet gälla igen' })).toBeVisible()
  }
  await withdraw()
  await withdraw()
  await expectAccessible(page)
  await expect(field).toHaveValue(before)
  await section.getByRole('button', { name: 'Låt antalet gälla igen' }).click()
  await expect(section.getByRole('button', { name: 'Ta tillbaka antalet' })).toBeVisible()
  await section.getByRole('button', { name: 'Ta tillbaka antalet' }).click()
  await expect(page.getByText('Antalet är tillbakataget.')).toBeVisible()
})

test('a form that is sent twice is taken once, and leads to the same page', async ({
  page,
  loginAs,
}) => {
  await loginAs('manager')
  await headcounts(page)
  await page
    .getByLabel(/, Socialtjänst$/)
    .first()
    .fill('23')
  const posted = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: 'Spara antalet' }).click()
  const request = await posted
  const done = page.getByRole('main').getByRole('status')
  await expect(done).not.toBeEmpty()
  // The browser's second try, as after a line that broke before the answer came.
  const body = request.postData() ?? ''
  const again = await page.evaluate(
    async ({ url, sent }) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      const answer = await fetch(url, { method: 'POST', headers, body: sent })
      return { ok: answer.ok, path: new URL(answer.url).pathname }
    },
    { url: request.url().replace('.data', ''), sent: body },
  )
  expect(again).toEqual({ ok: true, path: new URL(page.url()).pathname })
  // A form that is taken says so on the next page.
  await page.reload()
  await expect(done).toBeEmpty()
  // With something else in it, the same form is another one.
  await page.evaluate(
    async ({ url, sent }) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      await fetch(url, { method: 'POST', headers, body: sent, redirect: 'manual' })
    },
    { url: request.url().replace('.data', ''), sent: body.replace('=23', '=24') },
  )
  await page.reload()
  await expect(done).not.toBeEmpty()
})

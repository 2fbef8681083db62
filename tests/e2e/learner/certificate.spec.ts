import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { pdfText } from '../../fixtures/pdf-text.ts'
import { expect, test } from '../setup/test.ts'
import { mark } from '../setup/world.ts'

// The world's trainer has taken the basics and the schools' track (prisma/seed/worlds.ts).
async function openCertificate(page: Page, track: string): Promise<string> {
  await page.goto('/home')
  const mine = page.getByRole('region', { name: 'Mina intyg' })
  await mine.getByRole('link', { name: 'Alla intyg' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: `Grundkurs, ${track}` })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Intyg' })).toBeVisible()
  return page.locator('.certificate-code').innerText()
}

/** A page of somebody else, who is not signed in. */
async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'sv-SE' })).newPage()
}

async function check(page: Page, code: string): Promise<void> {
  await page.goto('/intyg')
  await page.getByLabel('Intygets kod').fill(code)
  await page.getByRole('button', { name: 'Kontrollera' }).click()
}

test('who has what it takes shows a certificate, and decides who sees the name', async ({
  page,
  browser,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('trainer')
  const code = await openCertificate(page, 'Grund')
  const sheet = page.getByRole('region', { name: 'Intyget visar att' })
  await expect(sheet).toContainText(mark)
  await expect(sheet).toContainText('Kunskapsprovet görs på egen hand, utan övervakning.')
  await expect(sheet.getByRole('img', { name: /^QR-kod/ })).toBeVisible()
  await expectAccessible(page)

  const file = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Hämta som PDF' }).click(),
  ]).then(([download]) => download)
  expect(file.suggestedFilename()).toBe('intyg.pdf')
  const text = pdfText(readFileSync(await file.path()))
  for (const words of [mark, code, 'Grundkurs', 'utan övervakning']) expect(text).toContain(words)

  const other = await stranger(browser)
  await check(other, ` ${code.toLowerCase().replaceAll('-', ' ')}`)
  await expect(other).toHaveURL(`/intyg/${code}`)
  const main = other.getByRole('main')
  await expect(main).toContainText('Intyget gäller')
  await expect(main).toContainText('Innehavaren visar inte sitt namn här')
  await expect(main).not.toContainText(mark)
  await expectAccessible(other)

  await page.getByLabel('Visa namnet för den som har koden').check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Ditt val är sparat.')).toBeVisible()
  await other.reload()
  await expect(main).toContainText(mark)

  await page.goto('/profile/data')
  const stored = page.getByRole('region', { name: 'Mina intyg' })
  await expect(stored.getByRole('listitem').filter({ hasText: code })).toContainText(mark)
  await expectAccessible(page)
  await page.goBack()

  await page.getByLabel('Inget namn på intyget').check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(sheet).not.toContainText(mark)
  await other.reload()
  await expect(main).not.toContainText(mark)
  await page.getByLabel('Mitt namn står på intyget').check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(sheet).toContainText(mark)

  await page.getByRole('link', { name: 'Utfärda på nytt' }).click()
  await page.getByRole('button', { name: 'Utfärda på nytt' }).click()
  await expect(page.getByText('Ditt nya intyg är klart.')).toBeVisible()
  const fresh = await page.locator('.certificate-code').innerText()
  expect(fresh).not.toBe(code)
  await other.reload()
  await expect(main).toContainText('Intyget är återkallat')
  await expect(main).toContainText('Det har ersatts av ett nytt intyg.')
  await check(other, fresh)
  await expect(main).toContainText('Intyget gäller')
  await other.context().close()
})

test('a code that is misspelt is told before it is sent, and on its own page', async ({ page }) => {
  await check(page, '3333-3333-3333-3334')
  await expect(page.getByRole('main')).toContainText('Koden är felskriven.')
  await expect(page).toHaveURL(/\/intyg(\?index)?$/)
  const answer = await page.goto('/intyg/3333-3333-3333-3334')
  expect(answer!.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Koden är felskriven' })).toBeVisible()
  await page.getByLabel('Intygets kod').fill('3333-3333-3333-3333')
  await page.getByRole('button', { name: 'Kontrollera' }).click()
  await expect(page.getByRole('heading', { name: 'Det finns inget intyg' })).toBeVisible()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
})

test('an administrator revokes a certificate by its code, and its holder is told why', async ({
  page,
  pageOf,
  loginAs,
}) => {
  await loginAs('trainer')
  const code = await openCertificate(page, 'Skola')
  const certificate = page.url()
  const office = await pageOf('administrator')
  await office.goto('/certificates-issued')
  await office.getByLabel('Intygets kod').fill(code)
  await office.getByRole('button', { name: 'Sök' }).click()
  await expect(office.getByRole('heading', { level: 1, name: code })).toBeVisible()
  expect(await office.getByRole('main').innerText()).not.toContain(mark)
  await office.getByRole('button', { name: 'Återkalla intyget' }).click()
  await expect(office.getByRole('alert')).toBeVisible()
  await office.getByLabel('Det utfärdades av misstag').check()
  await office.getByRole('button', { name: 'Återkalla intyget' }).click()
  await expect(office.getByText('Intyget är återkallat.')).toBeVisible()
  await page.goto(certificate)
  await expect(page.getByRole('main')).toContainText('Det utfärdades av misstag.')
  await expect(page.getByRole('link', { name: 'Hämta som PDF' })).toHaveCount(0)
  await page.goto(`/intyg/${code}`)
  await expect(page.getByRole('main')).toContainText('Intyget är återkallat')
})

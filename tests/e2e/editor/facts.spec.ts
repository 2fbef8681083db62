import type { Page } from '@playwright/test'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

const edit = (page: Page, id: string) => page.goto(`/catalogue/facts/${id}/edit`)

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Spara ändringen' }).click()
}

async function saved(page: Page): Promise<void> {
  await save(page)
  await expect(page.getByText('Ändringen är sparad och visas i modulerna.')).toBeVisible()
}

test('a number that an editor corrects is right in a module that a learner has open', async ({
  page,
  pageOf,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('learner')
  await page.goto('/modules/grund-6-skydd-forst')
  await page.getByRole('button', { name: /^(Börja|Fortsätt|Öppna igen)$/ }).click()
  await page.waitForURL(/\/play\//)
  const content = contentOf(page)
  const number = content.locator('[data-fact="linje-kvinnofrid.number"]').first()
  const reviewed = content.locator('time[data-reviewed~="linje-kvinnofrid"]').first()
  await expect(number).toHaveText(/^020-50\s50\s50$/)
  await expect(reviewed).not.toHaveText('2 nov. 2026')

  const editor = await pageOf('editor')
  await editor.goto('/catalogue')
  await editor.getByRole('link', { name: /^Faktablad/ }).click()
  await editor.getByLabel('Sök i faktabladen').fill('kvinnofrids')
  await editor.getByRole('button', { name: 'Visa', exact: true }).click()
  await editor.getByRole('link', { name: 'Kvinnofridslinjen' }).click()
  await expect(editor.getByRole('link', { name: 'Skydd först' })).toBeVisible()
  await editor.getByRole('link', { name: 'Ändra bladet' }).click()
  await editor.getByLabel('Telefonnummer').fill('020-11 22 33')
  await editor.getByLabel('Senast granskat').fill('2026-11-02')
  await editor.getByLabel('Varför du ändrar').fill('Nytt nummer från november.')
  await save(editor)
  await expect(editor.getByText(/står kvar i texten/).first()).toBeVisible()
  const text = editor.getByLabel('Text', { exact: true })
  await text.fill((await text.inputValue()).replace('020-50 50 50', '020-11 22 33'))
  await saved(editor)
  const history = editor.getByRole('region', { name: 'Historik' })
  await expect(history.getByText('Nytt nummer från november.')).toBeVisible()
  await expect(history.locator('del').filter({ hasText: '020-50 50 50' })).toHaveCount(2)
  await expect(history.locator('ins').filter({ hasText: '020-11 22 33' })).toHaveCount(2)
  await expectAccessible(editor)

  await page.reload()
  await expect(number).toHaveText(/^020-11\s22\s33$/)
  await expect(reviewed).toHaveText('2 nov. 2026')
})

test('a fact past its review stands on top of the queue and at its modules, until it is confirmed', async ({
  page,
  loginAs,
}) => {
  await loginAs('editor')
  await edit(page, 'larm-112')
  await page.getByLabel('Senast granskat').fill('2026-01-02')
  await page.getByLabel('Nästa granskning').fill('2026-02-02')
  await page.getByLabel('Varför du ändrar').fill('Granskningen glömdes.')
  await saved(page)
  await page.goto('/catalogue')
  await page.getByRole('link', { name: 'Faktablad att granska (1)' }).click()
  await expect(page.getByText('1 av 52 faktablad skulle ha granskats.')).toBeVisible()
  const first = page.getByRole('table').getByRole('row').nth(1)
  await expect(first).toContainText('Granskningen är sen')
  await first.getByRole('link', { name: 'Nödnumret 112' }).click()
  await page.getByRole('link', { name: 'Skydd först' }).click()
  const mark = page.getByText('1 faktablad i modulen skulle ha granskats')
  await expect(mark).toBeVisible()
  await page.getByRole('link', { name: 'Nödnumret 112' }).click()
  await page.getByRole('button', { name: 'Bekräfta att det stämmer' }).click()
  await expect(page.getByText('Granskningen är sparad.')).toBeVisible()
  await page.getByRole('link', { name: 'Skydd först' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Skydd först' })).toBeVisible()
  await expect(mark).toHaveCount(0)
})

test('who writes over a colleague is shown what the colleague wrote, and loses nothing', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('editor')
  const other = await page.context().newPage()
  for (const one of [page, other]) {
    await edit(one, 'linje-man')
    await one.getByLabel('Varför du ändrar').fill('Nytt namn.')
  }
  await other.getByLabel('Namn', { exact: true }).fill('Linjen för män')
  await saved(other)
  await page.getByLabel('Namn', { exact: true }).fill('Mäns stödlinje')
  await save(page)
  await expect(page.getByText(/Någon annan har ändrat bladet/)).toBeVisible()
  await expect(page.locator('ins').filter({ hasText: 'Linjen' })).toBeVisible()
  await expect(page.getByLabel('Namn', { exact: true })).toHaveValue('Mäns stödlinje')
  await expectAccessible(page)
  await saved(page)
  const history = page.getByRole('region', { name: 'Historik' })
  await expect(history.getByRole('heading', { level: 3 })).toHaveCount(3)
})

import { readFile } from 'node:fs/promises'
import { expect, test } from '../setup/test.ts'

test('a manager sees all modules by profession group, opens a unit, comes to the people behind a figure, and takes the table home', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('manager')
  const main = page.getByRole('main')
  await page.goto('/organisations')
  await main.getByRole('rowheader').getByRole('link').first().click()
  await main.getByRole('link', { name: 'Alla moduler' }).click()
  await expect(main.getByRole('heading', { level: 1, name: 'Alla moduler' })).toBeVisible()
  const table = main.getByRole('table')
  await expect(table.getByRole('columnheader', { name: 'Alla yrkesgrupper' })).toBeVisible()
  await expect(table.getByRole('row').nth(1)).toContainText(/ av |okänt/)
  await expectAccessible(page)

  await test.step('the table as a file', async () => {
    const download = page.waitForEvent('download')
    await main.getByRole('link', { name: 'Hämta tabellen som CSV' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text).toContain('organisation;enhet;slag;titel')
    expect(text.trim().split('\r\n').length).toBeGreaterThan(2)
  })

  await test.step('a unit is opened, and a figure leads to its people there', async () => {
    await main.getByRole('region', { name: 'Enheter under' }).getByRole('link').first().click()
    await expect(page.getByRole('navigation', { name: 'Öppnad enhet' })).toBeVisible()
    const unit = new URL(page.url()).searchParams.get('unit')
    await table.getByRole('cell').getByRole('link').first().click()
    await expect(main.getByRole('heading', { level: 1, name: 'Medarbetare' })).toBeVisible()
    const asked = new URL(page.url()).searchParams
    expect(asked.get('unit')).toBe(unit)
    expect(asked.get('module')).toBeTruthy()
    expect(asked.get('group')).toBeTruthy()
  })
})

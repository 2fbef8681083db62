import { readFile } from 'node:fs/promises'
import { expect, test } from '../setup/test.ts'

test('a manager makes a sub-group with an occupation, puts somebody in it, finds them by it, and takes the list home', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('manager')
  await page.goto('/organisations')
  const own = page.getByRole('main').getByRole('rowheader').getByRole('link')
  const organisation = new URL((await own.getAttribute('href'))!, page.url()).pathname
  const first = `Faltare ${Date.now()}`
  const name = first.replace('Fa', 'Fä')

  await test.step('the sub-group', async () => {
    await page.goto(`${organisation}/sub-groups`)
    await page.getByRole('textbox', { name: 'Namn' }).fill(first)
    await page.getByLabel('Nationell yrkesgrupp').selectOption('social-services')
    await page.getByLabel(/^Yrke enligt SSYK 2012/).selectOption('2669')
    await page.getByRole('button', { name: 'Lägg till' }).click()
    await expect(page.getByRole('row', { name: new RegExp(first) })).toContainText(
      'Övriga yrken inom socialt arbete',
    )
    await expect(page.getByRole('textbox', { name: 'Namn' })).toHaveValue('')
    await expectAccessible(page)
  })

  await test.step('its name corrected', async () => {
    await page.getByRole('link', { name: first }).click()
    await expect(page.getByRole('heading', { name: first, level: 1 })).toBeVisible()
    await page.getByRole('textbox', { name: 'Namn' }).fill(name)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByText('Undergruppen är ändrad.')).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()
  })

  const people = `${organisation}/people`
  const list = page.getByRole('table')
  await test.step('somebody in it', async () => {
    await page.goto(`${people}?group=social-services`)
    await list.getByRole('rowheader').getByRole('link').first().click()
    await page.getByLabel('Arbetsgivarens undergrupp').first().selectOption({ label: name })
    await page.getByRole('button', { name: 'Spara' }).first().click()
    await expect(page.getByText('Undergruppen är sparad.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Tid hos er' })).toContainText(name)
    await expectAccessible(page)
  })

  await test.step('found by it, and in the file', async () => {
    await page.goto(people)
    await page.getByLabel('Undergrupp').selectOption({ label: name })
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    await expect(page).toHaveURL(/subgroup=/)
    await expect(list.getByRole('rowheader').getByRole('link')).toHaveCount(1)
    await expect(list).toContainText(name)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /CSV/ }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    const [heads, line, ...more] = text.trim().split('\r\n')
    expect(heads).toContain('undergrupper;ssyk_koder')
    expect(line).toContain(`${name};2669`)
    expect(more).toEqual([])
  })

  await test.step('ended, it cannot be chosen any more', async () => {
    await page.goto(`${organisation}/sub-groups`)
    await page.getByRole('link', { name }).click()
    await page.getByRole('link', { name: 'Se 1 person i undergruppen' }).click()
    await expect(list.getByRole('rowheader').getByRole('link')).toHaveCount(1)
    await page.goBack()
    await page.getByRole('button', { name: 'Avsluta' }).click()
    await expect(page.getByText('Undergruppen är avslutad.')).toBeVisible()
    await expect(page.getByRole('link', { name })).toHaveCount(0)
  })
})

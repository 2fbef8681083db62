import type { Page } from '@playwright/test'
import { newPerson } from '../setup/new-person.ts'
import { stateWorkplace } from '../setup/state-workplace.ts'
import { expect, test } from '../setup/test.ts'

/** The number in "312 personer på 24 enheter hos 5 organisationer." on the page of the second step. */
async function peopleShown(page: Page): Promise<number> {
  const text = await page
    .getByRole('main')
    .getByText(/^[\d\s\u00a0]+person(er)?$/)
    .innerText()
  return Number(text.replace(/\D/g, ''))
}

async function chooseTeachers(page: Page): Promise<void> {
  await page.goto('/assignments')
  await page.getByRole('link', { name: 'Tilldela', exact: true }).click()
  await page.getByLabel('Vad ska göras?').selectOption({ label: 'Skola: hela spåret' })
  await page.getByLabel('Jönköping', { exact: true }).check()
  await page.getByLabel('Gislaved', { exact: true }).check()
  await page.getByLabel('Förskola och skola').check()
  await page.getByRole('button', { name: 'Se vilka det gäller' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stämmer det här?')
}

test('a trainer assigns a track to all teachers of two municipalities, and one who comes later sees why', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('trainer')
  await chooseTeachers(page)
  const before = await peopleShown(page)
  expect(before).toBeGreaterThan(0)
  await expect(page.getByText('Gislaved, Jönköping · Förskola och skola')).toBeVisible()
  await expectAccessible(page)

  const name = await newPerson(samsyn)
  const teacher = await pageOf(name)
  await stateWorkplace(teacher, 'Gislaved', 'Förskola och skola')

  await test.step('who has come meanwhile is in the number', async () => {
    await page.reload()
    expect(await peopleShown(page)).toBe(before + 1)
    await page.getByLabel('Meddelande').fill('Inför höstens studiedagar.')
    await page.getByRole('button', { name: 'Tilldela', exact: true }).click()
    await expect(page.getByText('Uppdraget är tilldelat.')).toBeVisible()
    // What is due latest stands on the last page.
    await page.getByLabel('Sök uppdrag eller plats').fill('Skola')
    await page.getByLabel('Sök uppdrag eller plats').press('Enter')
    await page.waitForURL(/=Skola/)
    const row = page.getByRole('row').filter({ hasText: 'Skola: hela spåret' })
    await expect(row).toContainText('Länsstyrelsen Jönköping')
    await expectAccessible(page)
  })

  await test.step('the teacher sees what, why, by when and how long', async () => {
    await teacher.goto('/home')
    const main = teacher.getByRole('main')
    await expect(main).toContainText('Tilldelad av Länsstyrelsen Jönköping')
    await teacher.goto('/modules/spar-skola')
    await expect(main).toContainText('Inför höstens studiedagar.')
    await expect(teacher.getByText('Varför har jag den här?')).toBeVisible()
    await expect(main).toContainText(
      'Länsstyrelsen Jönköping har tilldelat dig spåret Skola, där modulen ingår.',
    )
    await expect(main).toContainText('Den gäller yrkesgruppen Förskola och skola.')
    await expectAccessible(teacher)
  })

  await test.step('taken back, nobody has it any more', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Skola: hela spåret' })
    await row.getByRole('link', { name: 'Ändra' }).click()
    await page.getByRole('button', { name: 'Ta tillbaka' }).click()
    await expect(page.getByText('Uppdraget är tillbakataget.')).toBeVisible()
    await teacher.goto('/home')
    await expect(teacher.getByRole('main')).not.toContainText('Länsstyrelsen Jönköping')
  })
})

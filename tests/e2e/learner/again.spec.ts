import type { Page } from '@playwright/test'
import { basicCourse } from '../../packages/build.ts'
import { publishModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'

async function pass(page: Page): Promise<void> {
  const content = contentOf(page)
  for (let turn = 0; turn < 3; turn++) {
    await content.getByRole('button', { name: 'Nästa sida' }).click()
  }
  await content.getByLabel('Med en öppen fråga').check()
  await content.getByLabel('Skriver ned vad som sades').check()
  await content.getByRole('button', { name: 'Rätta mina svar' }).click()
  await expect(content.getByText(/^Godkänt:/)).toBeVisible()
  await page.getByRole('link', { name: 'Spara och stäng' }).click()
  await page.waitForURL('/home')
}

test('a learner takes a module again as often as its editor allows, and sees what counts', async ({
  page,
  pageOf,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { slug, id } = await publishModule(samsyn, await basicCourse())
  const editor = await pageOf('editor')
  await editor.goto(`/catalogue/modules/${id}`)
  await editor.getByRole('link', { name: 'Hur försök bedöms' }).click()
  await expect(editor.getByText('De vanliga reglerna gäller.')).toBeVisible()
  await editor.getByRole('spinbutton', { name: 'Antal försök' }).fill('2')
  await editor.getByRole('group', { name: 'Resultat' }).getByLabel('Det senaste gäller').check()
  await editor.getByRole('button', { name: 'Spara reglerna' }).click()
  await expect(editor.getByText('Reglerna är sparade.')).toBeVisible()
  await expect(editor.getByRole('spinbutton', { name: 'Antal försök' })).toHaveValue('2')
  const decided = editor.getByRole('table', { name: 'Regler som har bestämts' })
  await expect(decided.getByRole('row').nth(1)).toContainText('Det senaste gäller')
  await expectAccessible(editor)

  await loginAs('learner')
  await page.goto(`/modules/${slug}`)
  await page.getByRole('button', { name: 'Börja' }).click()
  await pass(page)
  await page.goto(`/modules/${slug}`)
  await expect(page.getByText('Du har 1 försök kvar.')).toBeVisible()
  await page.getByRole('button', { name: 'Gör om' }).click()
  await expect(contentOf(page).getByRole('heading', { name: 'Välkommen' })).toBeVisible()
  await pass(page)

  await page.goto(`/modules/${slug}`)
  const mine = page.getByRole('region', { name: 'Dina försök' })
  await expect(mine.getByRole('row')).toHaveCount(3)
  await expect(mine).toContainText('Det som gäller: Klar, godkänd, resultat 100 %.')
  await expect(mine).toContainText('Av flera resultat räknas det senaste.')
  await expect(page.getByRole('button', { name: 'Gör om' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Öppna igen' })).toBeVisible()
  await page.setViewportSize({ width: 360, height: 800 })
  await expectAccessible(page)
})

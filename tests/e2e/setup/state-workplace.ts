import { expect, type Page } from '@playwright/test'

/** States, as whoever is signed in, a workplace in the social services of a municipality's organisation. */
export async function stateWorkplace(
  page: Page,
  municipality: string,
  professionGroup = 'Socialtjänst',
): Promise<void> {
  await page.goto('/profile/affiliations/new')
  await page.getByLabel('Kommun där du arbetar').selectOption({ label: municipality })
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  const unit = 'Socialförvaltningen – Barn och unga'
  await page.getByLabel('Arbetsplats', { exact: true }).selectOption({ label: unit })
  await page.getByLabel('Yrkesgrupp').selectOption({ label: professionGroup })
  await page.getByRole('button', { name: 'Lägg till arbetsplatsen' }).click()
  await expect(page.getByText('Arbetsplatsen är tillagd.')).toBeVisible()
}

/** The municipality of the organisation whose page is shown: "Kommun · Gävle · …". */
export async function municipalityOn(page: Page): Promise<string> {
  const facts = await page.getByText(/^Kommun · /).innerText()
  return facts.split(' · ')[1]!
}

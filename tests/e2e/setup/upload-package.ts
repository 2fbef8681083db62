import { expect, type Page } from '@playwright/test'

/** Picks a package in the form that the page shows, and sends it. */
export async function sendPackage(page: Page, zip: Buffer): Promise<void> {
  const file = { name: 'kurs.zip', mimeType: 'application/zip', buffer: zip }
  await page.getByLabel('Kurspaket').setInputFiles(file)
  await page.getByRole('button', { name: 'Ladda upp och kontrollera' }).click()
}

/** Uploads a package on the module's page, as an editor who is signed in. */
export async function uploadPackage(page: Page, moduleId: string, zip: Buffer): Promise<void> {
  await page.goto(`/catalogue/modules/${moduleId}`)
  // The words of the control stand there once its script does.
  await expect(page.getByText('eller dra den hit')).toBeVisible()
  await sendPackage(page, zip)
}

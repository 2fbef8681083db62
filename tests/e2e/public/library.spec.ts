import { expect, test } from '../setup/test.ts'

test('a visitor searches, finds a checklist, reads it and prints it', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/courses')
  await page.getByRole('searchbox', { name: 'Sök efter' }).fill('tolken ensam')
  await page.getByRole('search').getByRole('button', { name: 'Sök' }).click()
  await expect(page).toHaveURL(/\/search\?q=tolken/)
  await expect(page).toHaveTitle('Sök – Samsyn')
  const checklists = page.getByRole('region', { name: 'Checklistor' })
  await expect(checklists.locator('mark').first()).toBeVisible()
  await expectAccessible(page)
  await checklists.getByRole('link', { name: 'Samtalet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Samtalet' })).toBeVisible()
  await expect(page).toHaveTitle('Bibliotek – Samsyn')
  await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeVisible()

  await page.emulateMedia({ media: 'print' })
  for (const chrome of ['banner', 'contentinfo', 'navigation'] as const) {
    await expect(page.getByRole(chrome), chrome).toHaveCount(0)
  }
  await expect(page.getByRole('link', { name: 'Lämna sidan snabbt' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeHidden()
  await expect(page.locator('.checks > li').first()).toBeVisible()
  await expect(page.locator('.sheet-foot')).toContainText(page.url())
  await expect(page.locator('.sheet-foot')).toContainText('2026.1')
})

test('a hit on a page leads to it in the whole module, which is printed with its key last', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/search?q=utbildad%20tolk')
  const modules = page.getByRole('region', { name: 'Moduler och sidor' })
  await modules.getByRole('link', { name: 'Rum, tid och språk' }).click()
  await expect(page).toHaveURL(/\/library\/grund-4-upptacka-och-fraga\/print#page-rum-/)
  await expect(page.locator(':target h2')).toHaveText('Rum, tid och språk')
  await expectAccessible(page)
  const question = page.locator('#question-1')
  await expect(question.getByRole('listitem')).not.toHaveCount(0)
  await expect(question).not.toContainText('Rätt svar.')
  await question.getByRole('link', { name: 'Till facit' }).click()
  await expect(page.locator('#key-question-1')).toContainText('Rätt svar.')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByText('Till facit').first()).toBeHidden()
  await expect(page.locator('.sheet-foot')).toContainText('2026.1')
})

test('the knowledge test is not for printing', async ({ page }) => {
  await page.goto('/modules/kunskapsprov')
  await expect(page.getByText('utan övervakning')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Hela modulen' })).toHaveCount(0)
  const answer = await page.goto('/library/kunskapsprov/print')
  expect(answer?.status()).toBe(404)
})

test('a word in a text leads to what it means', async ({ page }) => {
  await page.goto('/search?q=orosanm')
  await page.getByRole('region', { name: 'Ord', exact: true }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/library\/glossary#grundkurs-/)
  await expect(page.locator(':target dt')).toHaveText('orosanmälan')
})

test('who finds nothing is told what to try', async ({ page }) => {
  await page.goto('/search?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E%00')
  await expect(page.getByRole('heading', { name: /^Inget hittades för/ })).toBeVisible()
  await expect(page.getByText('Pröva färre ord')).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
})

test('help is one step away from every page, the emergency number first', async ({ page }) => {
  await page.goto('/courses/grundkurs')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Här finns hjälp' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Här finns hjälp' })).toBeVisible()
  await expect(page).toHaveTitle('Hjälp – Samsyn')
  const headings = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(headings.first()).toHaveText('Akut fara')
  const lines = page.getByRole('article')
  await expect(lines.first().getByRole('link')).toHaveAttribute('href', 'tel:112')
  const unsure = lines.filter({ hasText: 'Rätt att välja' }).first()
  await expect(unsure).toContainText('Kontrolleras')
  await expect(unsure.getByRole('link')).toHaveAttribute('href', 'tel:020577070')
})

test('a visitor sees what a course is before signing in', async ({ page }) => {
  await page.goto('/courses/grundkurs')
  await expect(page.getByText('Ett intyg som gäller i 24 månader')).toBeVisible()
  await expect(page.getByText('minst 80 % rätt')).toBeVisible()
  await page.getByRole('link', { name: 'Förskola', exact: true }).first().click()
  const modules = page.getByRole('region', { name: 'Moduler för förskola' })
  await expect(modules.getByRole('link', { name: 'Förskola' })).toBeVisible()
  await expect(modules.getByRole('link', { name: 'Skola', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Börja med första modulen' }).click()
  await expect(page.getByRole('heading', { name: 'Det här tar modulen upp' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ta modulen utan att logga in' })).toHaveAttribute(
    'href',
    '/open/grund-1-vad-det-ar',
  )
  await page.getByRole('link', { name: 'Logga in och börja' }).click()
  await expect(page).toHaveURL('/sign-in?to=%2Fmodules%2Fgrund-1-vad-det-ar')
})

test('a learner sees where they stand with each module, and what is next', async ({
  page,
  loginAs,
}) => {
  await loginAs('learner')
  await page.goto('/modules/grund-2-vem')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Börja|Fortsätt)$/ })
    .click()
  await expect(page).toHaveURL(/\/play\//)
  await page.goto('/courses/grundkurs')
  const row = page.getByRole('listitem').filter({ hasText: 'Vem det gäller' }).last()
  await expect(row).toContainText(/Påbörjad|Sen/)
  await expect(page.getByText('Inte påbörjad').first()).toBeVisible()
  await expect(page.getByRole('region', { name: /^Moduler för / })).toBeVisible()
  const own = page
    .getByRole('region', { name: 'Vad arbetar du med?' })
    .getByRole('listitem')
    .first()
  await expect(own).toContainText('Ditt yrke')
  await expect(page.getByRole('main').locator('.card-next')).toContainText('Nästa för dig')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('search works', async ({ page }) => {
    await page.goto('/search')
    await page.getByLabel('Sök efter').fill('AKTENSKAP')
    await page.getByRole('search').getByRole('button', { name: 'Sök' }).click()
    await expect(page.getByRole('heading', { name: 'Moduler och sidor' })).toBeVisible()
    await expect(page.getByLabel('Sök efter')).toHaveValue('AKTENSKAP')
  })
})

import { fetchFrom } from '../setup/loopback.ts'
import { expect, test } from '../setup/test.ts'

const address = '/api/v1/followup/coverage?level=nation'

test('an administrator makes a key, another system uses it, and revoking it counts at once', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('administrator')
  await page.goto('/keys')
  await page.getByLabel('Vad nyckeln är till för').fill('Statistiksystemet')
  await page.getByRole('button', { name: 'Skapa nyckeln' }).click()
  const shown = page.getByRole('figure', { name: 'Nyckel för Statistiksystemet' })
  await expect(shown).toHaveText(/^samsyn_[\w-]{43}$/)
  const secret = await shown.innerText()
  await expect(page, 'the secret stays out of the address').toHaveURL('/keys')
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectAccessible(page)

  const ask = (headers: Record<string, string>) =>
    fetchFrom(samsyn.port, { path: address, headers })
  const answer = await ask({ authorization: `Bearer ${secret}` })
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  const [cookie] = await page.context().cookies()
  const signedIn = await ask({ cookie: `${cookie!.name}=${cookie!.value}` })
  expect(signedIn.status, 'being signed in is not enough').toBe(401)

  await page.reload()
  await expect(page.getByText(secret), 'it is shown once').toHaveCount(0)
  const row = page.getByRole('row', { name: 'Statistiksystemet' })
  await expect(row).toContainText('Gäller')
  await expect(row).not.toContainText('aldrig')
  await row.getByRole('link', { name: 'Återkalla nyckeln' }).click()
  await page.getByRole('button', { name: 'Återkalla nyckeln' }).click()
  await expect(page.getByText('Nyckeln är återkallad.')).toBeVisible()
  await expect(row).toContainText('Återkallad')
  expect((await ask({ authorization: `Bearer ${secret}` })).status).toBe(401)
})

test('the API takes no foreign form and says so as a program wants it', async ({ samsyn }) => {
  const sent = await fetchFrom(samsyn.port, {
    path: address,
    method: 'POST',
    headers: { origin: 'https://elsewhere.example' },
    body: 'x=1',
  })
  expect([sent.status, sent.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect(sent.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const options = await fetchFrom(samsyn.port, { path: address, method: 'OPTIONS' })
  expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  for (const path of ['/api/v1/../../sign-out', '/api/v1/%2e%2e/%2e%2e/sign-out']) {
    const led = await fetchFrom(samsyn.port, { path, method: 'POST', body: '' })
    expect(led.status, path).toBe(403)
  }
})

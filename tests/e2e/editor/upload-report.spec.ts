import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { basicCourse, smallPackage } from '../../packages/build.ts'
import { addModule } from '../setup/new-module.ts'
import { contentOf } from '../setup/packages.ts'
import { expect, test } from '../setup/test.ts'
import { uploadPackage } from '../setup/upload-package.ts'

async function upload(page: Page, moduleId: string, zip: Buffer): Promise<void> {
  await uploadPackage(page, moduleId, zip)
  await expect(page.getByRole('heading', { level: 1, name: 'Version 1' })).toBeVisible()
}

const check = (page: Page) => page.getByRole('region', { name: 'Kontroll av paketet' })
const hosts = (page: Page) => page.getByRole('region', { name: 'Andra webbplatser' })
const hostRow = (page: Page, host: string) => hosts(page).getByRole('row').filter({ hasText: host })

/** A page whose heading says whether a script of another website has run. */
const pageWithScriptFrom = (host: string) =>
  smallPackage(undefined, [
    {
      name: 'index.html',
      content: `<!doctype html><html lang="sv"><title>Sida</title><h1>Utan skript</h1>
        <script src="http://${host}/x.js"></script>`,
    },
  ])

/** Another website, which counts who comes. */
async function anotherWebsite(): Promise<{ host: string; visits: () => number; server: Server }> {
  let visits = 0
  const server = createServer((_request, response) => {
    visits += 1
    response.setHeader('Content-Type', 'text/javascript')
    response.end('document.querySelector("h1").textContent = "Med skript"')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { host: `cdn.localhost:${port}`, visits: () => visits, server }
}

test('a package that nothing is wrong with is ready to be published', async ({
  page,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { id } = await addModule(samsyn)
  await loginAs('editor')
  await upload(page, id, await basicCourse())
  await expect(check(page).getByText('Klart att publicera')).toBeVisible()
  const facts = page.getByRole('region', { name: 'Paketet', exact: true })
  await expect(facts.getByText('SCORM 1.2', { exact: true })).toBeVisible()
  await expect(hosts(page).getByText('Paketet nämner inga andra webbplatser.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publicera' }).click()
  await expect(page.getByText('Versionen är publicerad.')).toBeVisible()
})

test('another website is contacted once an editor has allowed it, and not before or after', async ({
  page,
  browser,
  samsyn,
  loginAs,
  expectAccessible,
}) => {
  const { host, visits, server } = await anotherWebsite()
  const { id, slug } = await addModule(samsyn)
  await loginAs('editor')
  await upload(page, id, pageWithScriptFrom(host))
  await expect(check(page).getByText('1 sak att titta på innan du publicerar')).toBeVisible()
  await expect(check(page).getByText(host)).toBeVisible()
  await expect(hostRow(page, host)).toContainText('skript')
  await expect(hostRow(page, host)).toContainText('Stoppad')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publicera' }).click()
  await expect(page.getByText('Versionen är publicerad.')).toBeVisible()

  const learner = await browser.newContext()
  await loginAs('learner', learner)
  const playing = await learner.newPage()
  const play = async (button: string, heading: string) => {
    await playing.goto(`/modules/${slug}`)
    await playing.getByRole('button', { name: button }).click()
    await expect(contentOf(playing).getByRole('heading', { name: heading })).toBeVisible()
  }
  await play('Börja', 'Utan skript')
  expect(visits()).toBe(0)

  await hostRow(page, host).getByRole('button', { name: 'Tillåt', exact: true }).click()
  await expect(hostRow(page, host)).toContainText('Tillåten')
  await expect(check(page).getByText('Klart att publicera')).toBeVisible()
  await play('Fortsätt', 'Med skript')
  expect(visits()).toBe(1)

  await hostRow(page, host).getByRole('button', { name: 'Ta bort tillåtelse' }).click()
  await expect(hostRow(page, host)).toContainText('Stoppad')
  await play('Fortsätt', 'Utan skript')
  expect(visits()).toBe(1)
  await learner.close()
  server.close()
})

test('a website that was not found is allowed by its name, written as one', async ({
  page,
  samsyn,
  loginAs,
}) => {
  const { id } = await addModule(samsyn)
  await loginAs('editor')
  await upload(page, id, await basicCourse())
  const field = page.getByLabel('Tillåt en annan webbplats')
  const send = hosts(page).getByRole('button', { name: 'Tillåt', exact: true })
  await field.fill('https://cdn.example.com/a.js')
  await send.click()
  await expect(hosts(page).getByRole('alert')).toContainText('Skriv bara värdnamnet, utan https://')
  await field.fill(new URL(samsyn.origin).host)
  await send.click()
  await expect(hosts(page).getByRole('alert')).toContainText('Det är Samsyns egen adress.')
  await field.fill('CDN.example.com')
  await send.click()
  await expect(hostRow(page, 'cdn.example.com')).toContainText('Tillåten')
  await expect(hostRow(page, 'cdn.example.com')).toContainText('tillagd för hand')
  await hostRow(page, 'cdn.example.com').getByRole('button').click()
  await expect(hosts(page).getByText('Paketet nämner inga andra webbplatser.')).toBeVisible()
})

test('the websites are decided on without JavaScript too', async ({
  page,
  browser,
  samsyn,
  loginAs,
}) => {
  const { id } = await addModule(samsyn)
  await loginAs('editor')
  await upload(page, id, pageWithScriptFrom('cdn.example.com'))
  const plain = await browser.newContext({ javaScriptEnabled: false })
  await loginAs('editor', plain)
  const still = await plain.newPage()
  await still.goto(page.url())
  await hostRow(still, 'cdn.example.com')
    .getByRole('button', { name: 'Tillåt', exact: true })
    .click()
  await expect(hostRow(still, 'cdn.example.com')).toContainText('Tillåten')
  await still.getByLabel('Tillåt en annan webbplats').fill('*.example.com')
  await hosts(still).getByRole('button', { name: 'Tillåt', exact: true }).click()
  await expect(hosts(still).getByRole('alert')).toBeVisible()
  await expect(still.getByLabel('Tillåt en annan webbplats')).toHaveValue('*.example.com')
  await plain.close()
})

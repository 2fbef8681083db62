import type { Page } from '@playwright/test'
import { expect, test } from './setup/test.ts'

/** Where the things are that pages below show; found by clicking, as a reader would. */
async function organisationAddress(page: Page): Promise<string> {
  await page.goto('/organisations')
  const link = page.getByRole('main').getByRole('rowheader').getByRole('link').first()
  return new URL((await link.getAttribute('href'))!, page.url()).pathname
}

async function importAddress(page: Page, organisation: string): Promise<string> {
  await page.goto(`${organisation}/completions`)
  const link = page.locator(`main a[href^="${organisation}/completions/"]:not([download])`).first()
  return (await link.getAttribute('href'))!
}

async function catalogueAddresses(page: Page): Promise<string[]> {
  await page.goto('/catalogue')
  const module = await page
    .locator('main a[href^="/catalogue/modules/0"]')
    .first()
    .getAttribute('href')
  await page.goto(module!)
  const version = await page
    .locator('main a[href^="/catalogue/versions/"]')
    .first()
    .getAttribute('href')
  return [module!, `${module}/rules`, version!, `${version}/quality`]
}

/** An attempt of their own will do: everybody may take modules. */
async function attemptAddress(page: Page): Promise<string> {
  await page.goto('/modules/grund-4-upptacka-och-fraga')
  await page.getByRole('main').getByRole('button').first().click()
  const code = await page.getByText('Supportkod').getByRole('strong').innerText()
  return `/attempts/${code}`
}

/** The world's trainer has taken the course. */
async function certificateAddress(page: Page): Promise<string> {
  await page.goto('/certificates')
  return (await page.locator('main a[href^="/certificates/"]').first().getAttribute('href'))!
}

interface Audience {
  role: string | null
  pages: (page: Page) => Promise<string[]>
}

const audiences: Audience[] = [
  {
    role: null,
    pages: () =>
      Promise.resolve([
        '/',
        '/sign-in',
        '/sign-up',
        '/sign-up?municipality=2180',
        '/forgot-password',
        '/courses',
        '/courses/grundkurs',
        '/intyg',
        '/intyg/3333-3333-3333-3333',
        '/courses/grundkurs?track=skola',
        '/modules/grund-4-upptacka-och-fraga',
        '/search?q=skola',
        '/search?q=finnsinte',
        '/library',
        '/library/glossary',
        '/library/facts',
        '/library/grund-4-upptacka-och-fraga/easy-read',
        '/library/grund-4-upptacka-och-fraga/guide',
        '/help',
        '/open/grund-1-vad-det-ar/tick',
        '/open/grund-1-vad-det-ar/tick/sent',
        '/report',
        '/accessibility',
        '/privacy',
        '/mailbox',
        '/api',
        '/no-such-page',
      ]),
  },
  {
    role: 'learner',
    pages: () =>
      Promise.resolve([
        '/home',
        '/courses/grundkurs',
        '/modules/grund-4-upptacka-och-fraga',
        '/certificates',
        '/profile',
        '/profile/data',
        '/profile/password',
        '/profile/affiliations/new',
        '/people',
      ]),
  },
  {
    role: 'manager',
    pages: async (page) => {
      const organisation = await organisationAddress(page)
      const below = [
        'people',
        'headcounts',
        'units',
        'units/new',
        'claims',
        'claims?state=declined',
        'join-codes?state=open',
        'assignments',
        'completions',
      ]
      const parts = below.map((part) => `${organisation}/${part}`)
      return ['/organisations', organisation, ...parts, await importAddress(page, organisation)]
    },
  },
  {
    role: 'trainer',
    pages: async (page) => {
      const certificate = await certificateAddress(page)
      return [
        '/region',
        '/organisations',
        '/register',
        '/register/new',
        '/assignments',
        '/assignments/new',
        '/certificates',
        certificate,
        `${certificate}/reissue`,
      ]
    },
  },
  { role: 'coordinator', pages: () => Promise.resolve(['/nation', '/nation/rules']) },
  { role: 'analyst', pages: () => Promise.resolve(['/nation', '/nation/counties/21']) },
  {
    role: 'editor',
    pages: async (page) => [
      '/catalogue',
      '/catalogue/courses/new',
      '/catalogue/modules/new',
      '/catalogue/facts',
      '/catalogue/facts/lag-lvu-reform',
      '/catalogue/facts/lag-lvu-reform/edit',
      ...(await catalogueAddresses(page)),
    ],
  },
  {
    role: 'administrator',
    pages: async (page) => [
      '/people',
      '/keys',
      '/audit',
      '/attempts',
      await attemptAddress(page),
      '/certificates-issued',
    ],
  },
]

/** What is seen differs by width and colours; axe reads the narrow dark page and the wide light one. */
const looks = [
  { width: 360, colorScheme: 'dark', axe: true },
  { width: 768, colorScheme: 'light', axe: false },
  { width: 1280, colorScheme: 'light', axe: true },
] as const

for (const { role, pages } of audiences) {
  test(`every page of the ${role ?? 'visitor'} is accessible, fits its window, and can be left`, async ({
    page,
    loginAs,
    expectAccessible,
  }) => {
    test.setTimeout(120_000)
    const faults: string[] = []
    page.on('console', (message) => {
      const isAnswer = /the server responded with a status of (403|404)/.test(message.text())
      if (message.type() === 'error' && !isAnswer) faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    if (role) await loginAs(role)
    for (const address of await pages(page)) {
      await page.goto(address)
      for (const { width, colorScheme, axe } of looks) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider, `${address} fits ${width} px`).toBeLessThanOrEqual(0)
        if (axe) await expectAccessible(page)
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.getByRole('link', { name: 'Lämna sidan snabbt' })).toBeInViewport()
      await expect(page.getByText('Det här är en demo.')).toBeVisible()
      const footer = page.getByRole('contentinfo')
      await expect(footer.getByRole('link', { name: 'Rapportera fel på sidan' })).toBeVisible()
    }
    expect(faults).toEqual([])
  })
}

test('no page asks anything of another host', async ({ page, loginAs }) => {
  await loginAs('learner')
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const { hostname } = new URL(request.url())
    if (!hostname.endsWith('samsyn.localhost')) elsewhere.push(request.url())
  })
  for (const address of ['/', '/home', '/courses', '/courses/grundkurs', '/profile']) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
  }
  expect(elsewhere).toEqual([])
})

test("the learner's home weighs less than 125 kB on a first visit", async ({ page, loginAs }) => {
  await loginAs('learner')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto('/home')
  await page.waitForLoadState('networkidle')
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes / 1000).toBeLessThan(125)
  test.info().annotations.push({ type: 'bytes', description: String(bytes) })
})

test('pages are kept by nobody, and run nothing that we did not write', async ({
  page,
  loginAs,
}) => {
  await loginAs('learner')
  const answer = await page.goto('/home')
  const headers = answer!.headers()
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+'/)
  expect(headers['content-security-policy']).not.toMatch(/unsafe/)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.planted = true'
    document.body.append(script)
  })
  expect(await page.evaluate(() => 'planted' in window)).toBe(false)
})

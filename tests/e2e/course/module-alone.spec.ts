import type { Page } from '@playwright/test'
import { stubNeutralPage } from '../setup/neutral-page.ts'
import { expect, test as base } from '../setup/test.ts'
import { choose, moveUp, pick, pressButton, serveSample, tabTo } from './module-page.ts'

const test = base.extend<object, { sample: string }>({
  sample: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const { origin, stop } = await serveSample()
      await use(origin)
      await stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ sample }, use) => use(sample),
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })

/** Blocks have what they were made from hidden beside them. */
const shown = (page: Page, text: string) => page.getByText(text).filter({ visible: true }).first()
const keepHere = (page: Page) =>
  page.getByLabel('Behåll på den här enheten').filter({ visible: true })
const reviewed = (page: Page) =>
  page.getByText('Fakta på sidan granskade').filter({ visible: true }).locator('..')

/** Whatever the browser was kept from loading, or asked somebody else for. */
function watchStrangers(page: Page, own: string): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) seen.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(message.text())
  })
  page.on('pageerror', (error) => seen.push(error.message))
  return seen
}

test('a module is gone through by keyboard alone, on a phone too, and nothing is in anybody’s way', async ({
  page,
  sample,
  expectAccessible,
}) => {
  const strangers = watchStrangers(page, sample)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/1.2/samtal/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Lämna sidan snabbt' })).toBeFocused()
  await expect(shown(page, 'Sida 1 av 5')).toBeVisible()
  await pressButton(page, 'introduktion')
  await expect(shown(page, 'De första veckorna på ett nytt jobb')).toBeVisible()
  await expectAccessible(page)

  await pressButton(page, 'Nästa sida')
  await expect(heading(page, 'Innan ni ses')).toBeFocused()
  await choose(page, 'Vad gör du först när den nya kollegan kommer?', 'Ber hen läsa')
  await pressButton(page, 'Svara')
  await expect(shown(page, 'Handboken behövs, men inte först.')).toBeVisible()
  await pressButton(page, 'Försök igen')
  await choose(page, 'Vad gör du först när den nya kollegan kommer?', 'Hälsar och visar')
  await pressButton(page, 'Svara')
  await expect(shown(page, 'Då vet den nya kollegan')).toBeVisible()
  for (const right of ['Ett rum där ni kan tala ostört', 'Vem som är fadder']) {
    await tabTo(page, page.getByLabel(right))
    await page.keyboard.press('Space')
  }
  await pressButton(page, 'Svara')
  await expect(shown(page, 'Förberedelsen tar tio minuter')).toBeVisible()
  await expectAccessible(page)

  await pressButton(page, 'Nästa sida')
  await pressButton(page, 'Jag ber henne sätta sig')
  await expect(shown(page, 'Delvis bra')).toBeVisible()
  await expectAccessible(page)
  await pressButton(page, 'Fortsätt')
  await pressButton(page, 'Jag ber om ursäkt')
  await pressButton(page, 'Fortsätt')
  await expect(shown(page, 'Här slutar berättelsen.')).toBeVisible()
  await expectAccessible(page)
  await pressButton(page, 'Börja om från början')
  await expect(shown(page, 'Nadja står i dörren')).toBeVisible()

  await pressButton(page, 'Nästa sida')
  const steps = page.locator('form.question .steps')
  const order = ['Hälsa och', 'Berätta hur', 'Fråga vad', 'Sammanfatta']
  for (const [place, step] of order.entries()) {
    const rows = await steps.getByRole('listitem').allInnerTexts()
    await moveUp(page, step, rows.findIndex((text) => text.includes(step)) - place)
  }
  await pressButton(page, 'Svara')
  await expect(shown(page, 'Först människan, sedan ramen')).toBeVisible()
  await pick(page, 'Lönen stämmer inte', 'Lönekontoret')
  await pick(page, 'Stolen går inte att ställa in', 'Närmaste chefen')
  await pick(page, 'Schemat krockar', 'Närmaste chefen')
  await pressButton(page, 'Svara')
  await expect(shown(page, '2 av 3 rätt')).toBeVisible()
  await pressButton(page, 'Visa rätt svar')
  await expect(page.getByLabel('Stolen går inte att ställa in')).toHaveValue('b')
  await expectAccessible(page)

  await pressButton(page, 'Nästa sida')
  await expectAccessible(page)
  await pressButton(page, 'Till avslutningen')
  await expect(shown(page, 'Du är klar med modulen')).toBeVisible()
  await expect(shown(page, '2 av 4 frågor var rätt på första försöket.')).toBeVisible()
  await expectAccessible(page)
  for (const aside of ['Lättläst', 'Ordlista', 'För dig som leder en grupp', 'Det som sparas']) {
    await pressButton(page, 'Innehåll')
    await pressButton(page, aside)
    await expect(heading(page, aside)).toBeFocused()
    await expectAccessible(page)
  }
  await pressButton(page, 'Verktyg')
  await expectAccessible(page)
  expect(strangers).toEqual([])
})

test('an answer that lacks something, and has nothing wrong in it, is called partly right', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/1.2/samtal/')
  await page.getByRole('button', { name: 'Nästa sida' }).click()
  const question = page.locator('form.question').filter({ hasText: 'Välj alla svar' })
  await question.getByLabel('Vem som är fadder').check()
  await question.getByRole('button', { name: 'Svara' }).click()
  await expect(question.getByText('Delvis rätt')).toBeVisible()
  await expect(question.getByText('Det finns fler svar som stämmer.')).toBeVisible()
  await expect(question.getByText('Inte rätt')).toHaveCount(0)
  await expectAccessible(page)
})

test('the test says how it goes once, and contents call it by its name throughout', async ({
  page,
}) => {
  await page.goto('/1.2/prov/')
  await expect(shown(page, 'Du gör provet på egen hand, utan övervakning')).toBeVisible()
  await page.getByRole('button', { name: 'Börja provet' }).click()
  await page.getByRole('button', { name: 'Innehåll' }).click()
  await expect(page.getByRole('button', { name: 'Prov', exact: true })).toBeVisible()
})

test('nothing is wider than a phone, or than a quarter of a screen at 400 %', async ({ page }) => {
  await page.goto('/1.2/samtal/')
  for (const size of [
    { width: 320, height: 256 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size)
    for (const name of ['Välkommen in', 'Innan ni ses', 'Nadja börjar i dag', 'I rätt ordning']) {
      await page.getByRole('button', { name: 'Innehåll' }).click()
      await page.getByRole('button', { name }).click()
      await expect(heading(page, name)).toBeVisible()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${name} at ${size.width}`).toBeLessThanOrEqual(size.width)
    }
  }
})

test('one goes on where one was, for as long as the tab is open or as one has said', async ({
  page,
  context,
}) => {
  await page.goto('/1.2/samtal/')
  await page.getByRole('button', { name: 'Nästa sida' }).click()
  await page.getByLabel('Dina tankar').fill('Någon hade köpt blommor.')
  await page.reload()
  await expect(heading(page, 'Innan ni ses')).toBeVisible()
  await expect(page.getByText('Du fortsätter där du var.')).toBeVisible()
  await expect(page.getByLabel('Dina tankar')).toHaveValue('Någon hade köpt blommor.')

  const elsewhere = await context.newPage()
  await elsewhere.goto('/1.2/samtal/')
  await expect(heading(elsewhere, 'Välkommen in')).toBeVisible()

  await keepHere(page).check()
  await page.getByLabel('Behåll mina anteckningar').check()
  await elsewhere.reload()
  await expect(heading(elsewhere, 'Innan ni ses')).toBeVisible()
  await expect(elsewhere.getByLabel('Dina tankar')).toHaveValue('Någon hade köpt blommor.')
})

for (const way of ['the button', 'Esc three times'] as const) {
  test(`${way} leaves for a neutral page and takes notes and progress away`, async ({ page }) => {
    await stubNeutralPage(page)
    await page.goto('/1.2/samtal/')
    await keepHere(page).check()
    await page.getByRole('button', { name: 'Nästa sida' }).click()
    await page.getByLabel('Dina tankar').fill('Någon hade köpt blommor.')
    if (way === 'the button') await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
    else for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Vädret i dag' })).toBeVisible()
    await page.goto('/1.2/motet/')
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length])
    // The second module's own progress, in the tab.
    expect(kept).toEqual([0, 1])
  })
}

test('today’s words stand in for those that were built in, and yesterday’s where they cannot be had', async ({
  page,
}) => {
  const facts = [
    {
      id: 'linje-arbetsmiljo',
      text: 'Ny text.',
      parts: { number: '010-111 22 33', hours: 'dygnet runt' },
      lastReviewed: '2026-12-01',
    },
    {
      id: 'lag-arbetsmiljo',
      text: 'Ny lagtext.',
      parts: { name: 'nya lagen', section: '1 §' },
      lastReviewed: '2027-01-15',
    },
  ]
  let answer = { status: 200, json: { version: 1, facts } as object }
  await page.route('**/samsyn-facts.json', (route) => route.fulfill(answer))
  await page.goto('/1.2/samtal/')
  await expect(page.getByText('ring 010-111\u00a022\u00a033, dygnet runt')).toBeVisible()
  await expect(reviewed(page)).toHaveText(/granskade 1 dec. 2026/)
  answer = { status: 500, json: {} }
  await page.reload()
  await expect(page.getByText('ring 010-730\u00a090\u00a000, vardagar 8–\u206016')).toBeVisible()
  await expect(reviewed(page)).toHaveText(/granskade 12 okt. 2026/)
})

test('buttons and menus speak English to who wants it, and the text stays Swedish', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/2004/samtal/')
  await page.getByRole('button', { name: 'Verktyg' }).click()
  await page.getByLabel('Engelska').check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(heading(page, 'Innan ni ses')).toBeVisible()
  await expect(page.getByText('Page 2 of 5')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Contents' })).toBeVisible()
})

/** Voices of the test's own: browsers on servers have none. */
async function giveVoices(page: Page, voices: { lang: string; localService: boolean }[]) {
  await page.addInitScript((given) => {
    const spoken: string[] = []
    class Utterance {
      onend: (() => void) | null = null
      constructor(readonly text: string) {}
    }
    const speech = {
      getVoices: () => given,
      addEventListener: () => undefined,
      cancel: () => undefined,
      speak: ({ text, onend }: Utterance) => {
        spoken.push(text)
        queueMicrotask(() => onend?.())
      },
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken })
  }, voices)
}

test('a page is read aloud by a Swedish voice of the device, from its heading on', async ({
  page,
}) => {
  await giveVoices(page, [
    { lang: 'sv-SE', localService: false },
    { lang: 'sv_SE', localService: true },
  ])
  await page.goto('/1.2/motet/')
  await page.getByRole('button', { name: 'Verktyg' }).click()
  await page.getByRole('button', { name: 'Lyssna på sidan' }).click()
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'spoken') as string[]))
    .toEqual(['När ni ses igen', 'Ses igen efter en vecka. Då har frågorna blivit andra.'])
})

test('a voice that would send the text to its maker is not used', async ({ page }) => {
  await giveVoices(page, [{ lang: 'sv-SE', localService: false }])
  await page.goto('/1.2/motet/')
  await page.getByRole('button', { name: 'Verktyg' }).click()
  await expect(page.getByText('har ingen svensk röst på enheten')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lyssna på sidan' })).toHaveCount(0)
})

test('a checklist is printed alone, and the whole module with its answers', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await page.goto('/1.2/samtal/')
  await page.getByRole('button', { name: 'Verktyg' }).click()
  await page.getByRole('button', { name: 'Skriv ut hela modulen' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(heading(page, 'I rätt ordning')).toBeVisible()
  await expect(shown(page, '(rätt svar)')).toBeVisible()
  await expect(shown(page, 'Arbetsmiljölag (1977:1160)')).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.getByRole('button', { name: 'Innehåll' }).click()
  await page.getByRole('button', { name: 'Att ta med dig' }).click()
  await page.getByRole('button', { name: 'Skriv ut listan' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(shown(page, 'Jag har bokat ett rum.')).toBeVisible()
  await expect(heading(page, 'Att ta med dig')).toBeHidden()
})

test('a test is taken by keyboard: drawn anew each time, told module by module', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/2004/prov/')
  await expectAccessible(page)
  await pressButton(page, 'Börja provet')
  for (let number = 1; number <= 4; number++) {
    await expect(heading(page, `Fråga ${number} av 4`)).toBeVisible()
    if (number === 1) await expectAccessible(page)
    // One after another is left unanswered, but for what has an order to begin with.
    if (number === 2) await pressButton(page, 'Nästa fråga')
    else {
      const answer = page.getByRole('radio').or(page.getByRole('checkbox')).first()
      if (await answer.isVisible()) {
        await tabTo(page, answer)
        await page.keyboard.press('Space')
      }
      await pressButton(page, number === 4 ? 'Till översikten' : 'Nästa fråga')
    }
  }
  await expect(heading(page, 'Innan du lämnar in')).toBeFocused()
  await expectAccessible(page)
  const open = page.getByRole('button', { name: /^2\. / }).filter({ visible: true })
  if (await open.isVisible()) {
    await tabTo(page, open)
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('radio').or(page.getByRole('checkbox')).first())
    await page.keyboard.press('Space')
    await pressButton(page, 'Nästa fråga')
    await pressButton(page, 'Nästa fråga')
    await pressButton(page, 'Till översikten')
  }
  await pressButton(page, 'Lämna in provet')
  await expect(heading(page, 'Ditt resultat')).toBeFocused()
  await expect(page.getByRole('table', { name: 'Resultat per modul' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '1. Det första samtalet' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '2. Det andra mötet' })).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(heading(page, 'Ditt resultat')).toBeVisible()
  await pressButton(page, 'Gör ett nytt prov')
  await expect(heading(page, 'Fråga 1 av 4')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every page stands below the other, answers and branches among them', async ({ page }) => {
    await page.goto('/1.2/samtal/')
    for (const name of ['Välkommen in', 'I rätt ordning', 'Lättläst', 'Ordlista']) {
      await expect(heading(page, name)).toBeVisible()
    }
    await expect(page.getByText('(rätt svar)').first()).toBeVisible()
    await expect(page.getByText('Nadja går ut och väntar i regnet.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Lämna sidan snabbt' })).toBeVisible()
  })
})

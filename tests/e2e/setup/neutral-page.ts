import type { Page } from '@playwright/test'

/** Where the quick exit leads when nothing else is set. */
export const neutralAddress = 'https://www.smhi.se/'

const document = '<!doctype html><html lang="sv"><title>Vädret</title><h1>Vädret i dag</h1>'

/**
 * Stands in for the neutral page, so that no test leaves this machine. By the browser's own protocol,
 * since Playwright's routes do not see where a redirect leads.
 */
export async function stubNeutralPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  session.on('Fetch.requestPaused', ({ requestId }) => {
    // A page that is closed meanwhile needs no answer.
    session
      .send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
        body: Buffer.from(document).toString('base64'),
      })
      .catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `${neutralAddress}*` }] })
}

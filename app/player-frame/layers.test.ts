import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownUrl } from './layers.ts'

const host = 'https://c-abc.example.org'
const base = `${host}/content/3f0c/sidor/start.html`

beforeEach(() => vi.stubGlobal('location', new URL(`${host}/_samsyn/frame`)))
afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  ['hjälp.html?x=1', '/content/3f0c/sidor/hj%C3%A4lp.html?x=1'],
  ['../bilder/karta.png', '/content/3f0c/bilder/karta.png'],
  [`${host}/content/3f0c/a.html#b`, '/content/3f0c/a.html#b'],
])('%s is a page of the package', (address, path) => {
  expect(ownUrl(address, base)).toBe(host + path)
})

test.each([
  'https://example.com/content/a.html',
  '//example.com/content/',
  '../../../_samsyn/frame',
  '/_samsyn/flush',
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@example.org',
  'https://',
  `${host.replace('https', 'http')}/content/a.html`,
])('%s is not', (address) => {
  expect(ownUrl(address, base)).toBeUndefined()
})

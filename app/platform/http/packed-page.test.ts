import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packedPage } from './packed-page.server.ts'

const page = new TextEncoder().encode(`<p>${'en sida '.repeat(500)}</p>`)

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
] as const)('a browser that takes "%s" gets the page as %s', (accepted, encoding, unpacked) => {
  const packed = packedPage(page, accepted)!
  expect(packed.encoding).toBe(encoding)
  expect(packed.body.length).toBeLessThan(page.length / 4)
  expect(new Uint8Array(unpacked(packed.body))).toEqual(page)
})

test.each([null, '', 'identity', 'br;q=0, gzip;q=0'])(
  'who takes "%s" gets it as it is',
  (accepted) => {
    expect(packedPage(page, accepted)).toBeUndefined()
  },
)

test('a long page is left to be packed piece by piece', () => {
  expect(packedPage(new Uint8Array(40_000), 'br')).toBeUndefined()
})

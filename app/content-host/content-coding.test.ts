import { expect, test } from 'vitest'
import { isPackable, packingFor } from './content-coding.ts'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gz'],
  ['GZIP;q=1.0, br; q=0.5', 'gz'],
  ['br;q=0, gzip;q=0.1', 'gz'],
  ['*', 'br'],
  ['br;q=0, *', 'gz'],
  ['identity', null],
  ['br;q=0, gzip;q=0', null],
  ['br;q=x', null],
  ['', null],
  [undefined, null],
])('a request that accepts %s gets %s', (header, packing) => {
  expect(packingFor(header)).toBe(packing)
})

test.each([
  ['text/html', 2_000, true],
  ['text/vtt; charset=utf-8', 2_000, true],
  ['application/json', 2_000, true],
  ['image/svg+xml', 2_000, true],
  ['application/xhtml+xml', 2_000, true],
  ['application/wasm', 4_000_000, true],
  ['font/ttf', 2_000, true],
  ['text/html', 999, false],
  ['text/html', 5_000_001, false],
  ['video/mp4', 2_000, false],
  ['image/png', 2_000, false],
  ['font/woff2', 2_000, false],
  ['application/zip', 2_000, false],
  ['application/octet-stream', 2_000, false],
])('%s of %i bytes: packed is %s', (mediaType, bytes, packed) => {
  expect(isPackable(mediaType, bytes)).toBe(packed)
})

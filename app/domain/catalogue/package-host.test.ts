import { expect, test } from 'vitest'
import { hostOf, isOwnHost } from './package-host.ts'

test.each([
  ['cdn.example.com', 'cdn.example.com'],
  ['CDN.Example.COM', 'cdn.example.com'],
  ['cdn.example.com:8443', 'cdn.example.com:8443'],
  // These ports go without saying.
  ['cdn.example.com:443', 'cdn.example.com'],
  ['cdn.example.com:80', 'cdn.example.com'],
  ['räksmörgås.example', 'xn--rksmrgs-5wao1o.example'],
  ['192.0.2.7', '192.0.2.7'],
])('%s is kept as %s', (written, host) => {
  expect(hostOf(written)).toBe(host)
})

test.each([
  'https://cdn.example.com',
  '//cdn.example.com',
  'cdn.example.com/',
  'cdn.example.com/a.js',
  '*.example.com',
  'https://*',
  'user@example.com',
  'example.com?x',
  'example.com#x',
  'a.example b.example',
  "example.com 'unsafe-inline'",
  'example.com;script-src',
  'example.com,example.org',
  'example.com:port',
  'example.com:99999',
  'localhost',
  'com',
  '-a.example',
  'a..example',
  'example.com.',
  '[::1]',
  'data:',
  '',
])('%s is no host name', (written) => {
  expect(hostOf(written)).toBeNull()
})

test('the app, content hosts and all below them are ours, whatever the port', () => {
  const own = ['samsyn.example.se', 'kurser.example.se:8443']
  const ours = ['samsyn.example.se', 'samsyn.example.se:444', 'c-abc.kurser.example.se']
  for (const host of ours) expect(isOwnHost(host, own)).toBe(true)
  for (const host of ['example.se', 'notsamsyn.example.se', 'samsyn.example.se.evil.example']) {
    expect(isOwnHost(host, own)).toBe(false)
  }
})

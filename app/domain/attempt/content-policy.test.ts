import { expect, test } from 'vitest'
import { contentBase, contentPolicy } from './content-policy.server.ts'

const app = 'https://samsyn.example.se'

const securityPolicy = (appOrigin: string, hosts: string[]) =>
  contentPolicy(appOrigin, hosts)['Content-Security-Policy']

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ')
      return [name!, sources.join(' ')]
    }),
  )
}

test('a package reaches itself and nothing else', () => {
  const policy = securityPolicy(app, [])
  expect(policy).not.toMatch(/\*|https?:(?!\/\/samsyn\.example\.se(;|$))/)
  expect(directives(policy)).toMatchObject({
    'default-src': "'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
    'form-action': "'self'",
    'base-uri': "'self'",
    'frame-ancestors': "'self' https://samsyn.example.se",
    sandbox: 'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads',
  })
})

/** What holds for a kind: its own line, or that of all the others. */
const sourcesOf = (policy: string, kind: string) =>
  directives(policy)[kind] ?? directives(policy)['default-src']

test('a host that is allowed gives scripts, styles, images, fonts, media, data and frames, over https', () => {
  const policy = securityPolicy(app, ['cdn.example.com', 'fonts.example.com:8443'])
  for (const kind of ['script', 'style', 'img', 'font', 'media', 'frame']) {
    expect(sourcesOf(policy, `${kind}-src`)).toMatch(
      / https:\/\/cdn\.example\.com https:\/\/fonts\.example\.com:8443$/,
    )
  }
  expect(policy).not.toContain('http://')
})

test('a host that is allowed is also asked for data, and over sockets', () => {
  expect(directives(securityPolicy(app, ['cdn.example.com']))['connect-src']).toBe(
    "'self' data: blob: https://cdn.example.com wss://cdn.example.com",
  )
  expect(directives(securityPolicy(app, []))['connect-src']).toBeUndefined()
})

test('forms, base, workers, plugins and what stands around it are never widened', () => {
  const policy = directives(securityPolicy(app, ['cdn.example.com']))
  const own = [
    'form-action',
    'base-uri',
    'frame-ancestors',
    'worker-src',
    'object-src',
    'manifest-src',
  ]
  for (const name of own) {
    expect(policy[name]).toMatch(/^'self'/)
    expect(policy[name]).not.toContain('cdn.example.com')
  }
})

test('a trial on http lets a host be reached over http as well', () => {
  const policy = securityPolicy('http://samsyn.localhost:3000', ['cdn.example.com'])
  expect(sourcesOf(policy, 'img-src')).toMatch(
    / https:\/\/cdn\.example\.com http:\/\/cdn\.example\.com$/,
  )
  expect(sourcesOf(policy, 'connect-src')).toMatch(
    / wss:\/\/cdn\.example\.com ws:\/\/cdn\.example\.com$/,
  )
})

const connections = (appOrigin: string, hosts: string[]) =>
  contentPolicy(appOrigin, hosts)['Connection-Allowlist']

test('no connection is made but to the package and the hosts that are allowed, and none by WebRTC', () => {
  expect(connections(app, [])).toBe('(response-origin);webrtc=block;redirects=allow')
  expect(connections(app, ['cdn.example.com', 'fonts.example.com:8443'])).toBe(
    '(response-origin "https://cdn.example.com" "https://fonts.example.com:8443" ' +
      '"wss://cdn.example.com" "wss://fonts.example.com:8443");webrtc=block;redirects=allow',
  )
  expect(connections('http://samsyn.localhost:3000', ['cdn.example.com'])).toContain(
    ' "http://cdn.example.com" ',
  )
})

test('the address of the files changes with the policy, and with it alone', () => {
  const base = (hosts: string[]) => contentBase(contentPolicy(app, hosts))
  expect(base([])).toMatch(/^\/content\/[0-9a-f]{12}\/$/)
  expect(base(['a.example'])).not.toBe(base([]))
  expect(base(['a.example'])).toBe(base(['a.example']))
})

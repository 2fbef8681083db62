import { expect, test } from 'vitest'
import { contentBase, contentPolicy } from './content-policy.server.ts'

const app = 'https://samsyn.example.se'

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ')
      return [name!, sources.join(' ')]
    }),
  )
}

test('a package reaches itself and nothing else', () => {
  const policy = contentPolicy(app, [])
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
  const policy = contentPolicy(app, ['cdn.example.com', 'fonts.example.com:8443'])
  for (const kind of ['script', 'style', 'img', 'font', 'media', 'frame']) {
    expect(sourcesOf(policy, `${kind}-src`)).toMatch(
      / https:\/\/cdn\.example\.com https:\/\/fonts\.example\.com:8443$/,
    )
  }
  expect(policy).not.toContain('http://')
})

test('a host that is allowed is also asked for data, and over sockets', () => {
  expect(directives(contentPolicy(app, ['cdn.example.com']))['connect-src']).toBe(
    "'self' data: blob: https://cdn.example.com wss://cdn.example.com",
  )
  expect(directives(contentPolicy(app, []))['connect-src']).toBeUndefined()
})

test('forms, base, workers, plugins and what stands around it are never widened', () => {
  const policy = directives(contentPolicy(app, ['cdn.example.com']))
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
  const policy = contentPolicy('http://samsyn.localhost:3000', ['cdn.example.com'])
  expect(sourcesOf(policy, 'img-src')).toMatch(
    / https:\/\/cdn\.example\.com http:\/\/cdn\.example\.com$/,
  )
  expect(sourcesOf(policy, 'connect-src')).toMatch(
    / wss:\/\/cdn\.example\.com ws:\/\/cdn\.example\.com$/,
  )
})

test('the address of the files changes with the policy, and with it alone', () => {
  const base = (hosts: string[]) => contentBase(contentPolicy(app, hosts))
  expect(base([])).toMatch(/^\/content\/[0-9a-f]{12}\/$/)
  expect(base(['a.example'])).not.toBe(base([]))
  expect(base(['a.example'])).toBe(base(['a.example']))
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EnvError, parseEnv } from './env.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-env-'))
afterAll(() => rmSync(folder, { recursive: true }))

const parse = (settings: Record<string, string>) => parseEnv({ DATA_FOLDER: folder, ...settings })
const served = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://db/samsyn' }
const secret = 'x'.repeat(32)

test('without settings it is the demo, on the embedded database, at samsyn.localhost', () => {
  const env = parse({})
  expect(env.DEMO).toBe(true)
  expect(env.APP_ORIGIN).toBe('http://samsyn.localhost:3000')
  expect(env.CONTENT_DOMAIN).toBe('samsyn.localhost:3000')
})

test('a production start is no demo, and refuses the embedded database unless it is allowed', () => {
  expect(() => parse({ NODE_ENV: 'production' })).toThrow(/DATABASE_URL/)
  expect(parse({ NODE_ENV: 'production', ALLOW_EMBEDDED: '1' }).DEMO).toBe(false)
  expect(parse({ ...served, SECRET: secret }).DEMO).toBe(false)
})

test('a production start on a served database wants a secret', () => {
  expect(() => parse(served)).toThrow(/SECRET/)
})

test('a wrong value is refused in one line that names the variable', () => {
  for (const [name, value] of [
    ['PORT', 'http'],
    ['APP_ORIGIN', 'samsyn.se'],
    ['APP_ORIGIN', 'https://samsyn.se/'],
    ['DATABASE_URL', 'mysql://db'],
    ['SMTP_URL', 'mail.example.se'],
    ['ALLOW_EMBEDDED', 'yes'],
    ['SUPPORT_EMAIL', 'support'],
  ] as const) {
    let message = ''
    try {
      parse({ [name]: value })
    } catch (error) {
      expect(error).toBeInstanceOf(EnvError)
      message = (error as Error).message
    }
    expect(message).toMatch(new RegExp(`^Setting ${name} [^\\n]+$`))
  }
})

test('the secret that a demo makes for itself stays the same', () => {
  expect(parse({}).SECRET).toBe(parse({}).SECRET)
})

import { expect, test } from 'vitest'
import { parseEnv } from '~/platform/env.server.ts'
import { addressedTo, contentOrigin, openOrigin, previewOrigin } from './hosts.server.ts'

const secret = 'x'.repeat(32)
const local = parseEnv({ SECRET: secret })
const live = parseEnv({
  SECRET: secret,
  APP_ORIGIN: 'https://samsyn.example.se',
  CONTENT_DOMAIN: 'innehall.samsyn.example.se',
})
const label = 'abcdefghijklmnopqrst'

test('the app answers at its own name alone', () => {
  expect(addressedTo('samsyn.localhost:3000', local)).toEqual({ kind: 'app' })
  expect(addressedTo('SAMSYN.example.se', live)).toEqual({ kind: 'app' })
  expect(addressedTo('samsyn.example.se.evil.se', live)).toEqual({ kind: 'unknown' })
  expect(addressedTo(undefined, live)).toEqual({ kind: 'unknown' })
})

test('a content host is c-, a long label and the content domain', () => {
  expect(addressedTo(`c-${label}.samsyn.localhost:3000`, local)).toEqual({
    kind: 'content',
    hostLabel: label,
  })
  expect(addressedTo(`c-${label}.innehall.samsyn.example.se`, live).kind).toBe('content')
  expect(addressedTo(`c-${label}.samsyn.example.se`, live).kind).toBe('unknown')
  expect(addressedTo('c-short.samsyn.localhost:3000', local).kind).toBe('unknown')
})

test('a module’s open host is o-, a long label and the content domain', () => {
  const open = { kind: 'open', hostLabel: label }
  expect(addressedTo(`o-${label}.samsyn.localhost:3000`, local)).toEqual(open)
  expect(addressedTo(new URL(openOrigin(label, live)).host, live)).toEqual(open)
  expect(addressedTo(`o-${label}.samsyn.example.se`, live).kind).toBe('unknown')
  expect(addressedTo(`x-${label}.samsyn.localhost:3000`, local).kind).toBe('unknown')
})

test('the host of an editor’s preview is p-, a long label and the content domain', () => {
  const preview = { kind: 'preview', hostLabel: label }
  expect(addressedTo(`p-${label}.samsyn.localhost:3000`, local)).toEqual(preview)
  expect(addressedTo(new URL(previewOrigin(label, live)).host, live)).toEqual(preview)
})

test('other names of this machine lead to the app', () => {
  expect(addressedTo('localhost:3000', local)).toEqual({ kind: 'alias' })
  expect(addressedTo('127.0.0.1:3000', local)).toEqual({ kind: 'alias' })
})

test('content has the scheme of the app', () => {
  expect(contentOrigin(label, live)).toBe(`https://c-${label}.innehall.samsyn.example.se`)
})

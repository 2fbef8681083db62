import express from 'express'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { domainsAbove, pathsAbove, withoutTossedSession } from './tossed-session.ts'

let server: http.Server
beforeAll(async () => {
  const app = express()
  app.use('/secure', withoutTossedSession('https://samsyn.example.se'))
  app.use(withoutTossedSession('http://samsyn.example.se'))
  app.use((_request, response) => void response.send('answered'))
  server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

const ask = (path: string, cookie: string, method = 'GET') =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    method,
    headers: { cookie },
    redirect: 'manual',
  })

test('one session is answered, whatever other cookies there are', async () => {
  const answer = await ask('/profile', 'language=sv; session=a; old-session=b')
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
})

test('two sessions are sent back, without the one that was set for the whole domain', async () => {
  const answer = await ask('/profile?tab=1', 'session=a; session=b', 'POST')
  expect(answer.status).toBe(307)
  expect(answer.headers.get('location')).toBe('/profile?tab=1')
  expect(answer.headers.getSetCookie()).toEqual([
    'session=; Max-Age=0; Domain=samsyn.example.se; Path=/',
    'session=; Max-Age=0; Domain=samsyn.example.se; Path=/profile',
    'session=; Max-Age=0; Domain=samsyn.example.se; Path=/profile/',
    'session=; Max-Age=0; Domain=example.se; Path=/',
    'session=; Max-Age=0; Domain=example.se; Path=/profile',
    'session=; Max-Age=0; Domain=example.se; Path=/profile/',
  ])
})

test('under TLS a cookie called session is nobody’s session', async () => {
  const answer = await ask('/secure', '__Host-session=a; session=b')
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
})

test('every domain and path that a cookie may have been set for is named', () => {
  expect(domainsAbove('samsyn.localhost')).toEqual(['samsyn.localhost'])
  expect(pathsAbove('/')).toEqual(['/'])
  expect(pathsAbove('/a/b')).toEqual(['/', '/a', '/a/', '/a/b', '/a/b/'])
})

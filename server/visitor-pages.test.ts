import type { ServerBuild } from '@remix-run/node'
import type { NextFunction, Request, Response } from 'express'
import { expect, test } from 'vitest'
import { VisitorPages } from './visitor-pages.ts'

const route = (id: string, path: string | undefined, isSameForVisitors: boolean) => ({
  id,
  path,
  parentId: id === 'root' ? undefined : 'root',
  module: { handle: { title: 'title', isSameForVisitors } },
})
const build = {
  routes: {
    root: route('root', '', false),
    start: route('start', undefined, true),
    'sign-in': route('sign-in', 'sign-in', true),
    courses: route('courses', 'courses', false),
  },
} as unknown as ServerBuild

interface Asked {
  url?: string
  method?: string
  headers?: Record<string, string>
}

/** What is answered without being drawn; undefined where it has to be, which is then kept if it may be. */
function visit(pages: VisitorPages, nonce: string, { url = '/sign-in', ...asked }: Asked = {}) {
  let answer: string | undefined
  const request = { originalUrl: url, method: 'GET', headers: {}, ...asked } as unknown as Request
  const response = {
    locals: { nonce },
    setHeader: () => undefined,
    end: (body: string) => (answer = body),
  } as unknown as Response
  void pages.answer(request, response, (() => undefined) as NextFunction)
  if (answer === undefined) {
    pages.keeper(request, response)?.(`<p>${url}</p><script nonce="${nonce}"></script>`)
  }
  return answer
}

test('a page that is the same for every visitor is drawn once, and its scripts run by each answer’s own nonce', () => {
  const pages = new VisitorPages(build)
  expect(visit(pages, 'n1')).toBeUndefined()
  expect(visit(pages, 'n2')).toBe('<p>/sign-in</p><script nonce="n2"></script>')
  expect(visit(pages, 'n3')).toBe('<p>/sign-in</p><script nonce="n3"></script>')
})

test('each page and each language has its own', () => {
  const pages = new VisitorPages(build)
  const english = { headers: { 'accept-language': 'en' } }
  visit(pages, 'n1')
  expect(visit(pages, 'n2', english)).toBeUndefined()
  expect(visit(pages, 'n3', english)).toContain('n3')
  expect(visit(pages, 'n4', { url: '/' })).toBeUndefined()
  expect(visit(pages, 'n5', { url: '/' })).toContain('<p>/</p>')
})

test.each([
  ['somebody with a cookie', { headers: { cookie: 'session=1' } }],
  ['a page that leads on', { url: '/sign-in?to=/profile' }],
  ['a sent form', { method: 'POST' }],
  ['a page that may change', { url: '/courses' }],
])('%s is never answered with a kept page, nor kept', (_who, asked) => {
  const pages = new VisitorPages(build)
  visit(pages, 'n1')
  expect(visit(pages, 'n2', asked)).toBeUndefined()
  expect(visit(pages, 'n3', asked)).toBeUndefined()
  expect(visit(pages, 'n4')).toContain('n4')
})

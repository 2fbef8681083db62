import { expect, test } from 'vitest'
import { pathsMeant } from './content-file.server.ts'

test('an address means the decoded path, and the same letters in either of their two forms', () => {
  const composed = 'bilder/påverkan.png'
  const decomposed = composed.normalize('NFD')
  expect(pathsMeant('bilder/p%C3%A5verkan.png')).toEqual([
    composed,
    decomposed,
    'bilder/p%C3%A5verkan.png',
  ])
  expect(pathsMeant(encodeURI(decomposed)).slice(0, 2)).toEqual([decomposed, composed])
})

test('a Latin-1 escape from an old page is understood', () => {
  expect(pathsMeant('p%E5.html')[0]).toBe('på.html')
})

test('an address without letters of two forms means one path', () => {
  expect(pathsMeant('a-b/c.html')).toEqual(['a-b/c.html'])
})

test('escapes may stand in the very name of a file', () => {
  expect(pathsMeant('a%20b/c.html')).toEqual(['a b/c.html', 'a%20b/c.html'])
})

test('nothing is meant by an empty address, or by one with NUL, which no path has', () => {
  expect(pathsMeant('')).toEqual([])
  expect(pathsMeant('a%00b')).toEqual([])
})

test('dots are taken as they stand: no file of a package is called that', () => {
  expect(pathsMeant('..%2f..%2fetc/passwd')).toEqual(['../../etc/passwd', '..%2f..%2fetc/passwd'])
})

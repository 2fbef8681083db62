import { expect, test } from 'vitest'
import { namesTag, weakTag } from './entity-tag.ts'

test('the same text has the same tag, another text another one', () => {
  expect(weakTag('a')).toBe(weakTag('a'))
  expect(weakTag('a')).not.toBe(weakTag('b'))
  expect(weakTag('a')).toMatch(/^W\/"[\w-]{43}"$/)
})

test('a tag is known again alone, in a list, weak or strong, and by a star', () => {
  const tag = weakTag('a')
  for (const header of [tag, `"x", ${tag}`, tag.slice(2), '*', ` ${tag} `]) {
    expect(namesTag(header, tag), header).toBe(true)
  }
  for (const header of [null, '', '"x"', weakTag('b')]) expect(namesTag(header, tag)).toBe(false)
})

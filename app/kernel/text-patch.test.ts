import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatch, fingerprintOf, patchBetween } from './text-patch.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 300 })

describe('a text patch', () => {
  it('gives the text again, whatever the two are', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (head, tail, before, after) => {
        const base = head.repeat(5) + before + tail.repeat(5)
        const next = head.repeat(5) + after + tail.repeat(5)
        const patch = patchBetween(base, next)
        if (patch) expect(applyPatch(base, patch)).toBe(next)
      }),
    )
  })

  it('carries only what differs', () => {
    const base = 'a'.repeat(40_000) + '1' + 'b'.repeat(40_000)
    const patch = patchBetween(base, base.replace('1', '22'))
    expect(patch).toMatchObject({ start: 40_000, end: 40_000, text: '22' })
  })

  it('is not made where the whole text is shorter', () => {
    expect(patchBetween('one', 'two')).toBeNull()
    expect(patchBetween('x'.repeat(5000), 'y'.repeat(50))).toBeNull()
  })

  it('keeps a repeated end from being counted twice', () => {
    const base = 'ab'.repeat(500)
    const patch = patchBetween(base, base + 'ab')!
    expect(applyPatch(base, patch)).toBe(base + 'ab')
  })

  it('is refused by another base', () => {
    const base = 'q'.repeat(500)
    const patch = patchBetween(base, base + '!')!
    expect(applyPatch(base.replace('q', 'r'), patch)).toBeUndefined()
    expect(applyPatch(base.slice(1), patch)).toBeUndefined()
  })
})

describe('a fingerprint', () => {
  it('differs when one character does', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, place) => {
        const at = place % text.length
        const other = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
        if (other !== text) expect(fingerprintOf(other)).not.toBe(fingerprintOf(text))
      }),
    )
  })
})

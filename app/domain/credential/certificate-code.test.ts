import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateCodeOf, certificateCodeRead } from './certificate-code.ts'

const codes = fc.uint8Array({ minLength: 30, maxLength: 30 }).map(certificateCodeOf)
const position = fc.nat({ max: 15 })
const alphabet = [...'34679CDFGHJKMNPQRTVWX']
const placeOf = (index: number) => index + Math.floor(index / 4)

test('a code is sixteen clear characters in groups of four', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^([34679CDFGHJKMNPQRTVWX]{4}-){3}[34679CDFGHJKMNPQRTVWX]{4}$/)
    }),
  )
})

test('it is read back whatever its case, spaces and hyphens', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(certificateCodeRead(code)).toBe(code)
      expect(certificateCodeRead(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
      expect(certificateCodeRead(code.replaceAll('-', ''))).toBe(code)
    }),
  )
})

test('one wrong character always shows', () => {
  fc.assert(
    fc.property(codes, position, fc.constantFrom(...alphabet), (code, index, sign) => {
      const place = placeOf(index)
      fc.pre(code[place] !== sign)
      expect(certificateCodeRead(code.slice(0, place) + sign + code.slice(place + 1))).toBeNull()
    }),
  )
})

test('so do two neighbours that have changed places', () => {
  fc.assert(
    fc.property(codes, fc.nat({ max: 14 }), (code, index) => {
      const signs = [...code.replaceAll('-', '')]
      fc.pre(signs[index] !== signs[index + 1])
      ;[signs[index], signs[index + 1]] = [signs[index + 1]!, signs[index]!]
      expect(certificateCodeRead(signs.join(''))).toBeNull()
    }),
  )
})

test('what is too short, too long or has a letter that no code has is no code', () => {
  const code = certificateCodeOf(new Uint8Array(30))
  expect(code).toBe('3333-3333-3333-3333')
  for (const written of ['', '3333-3333-3333-333', `${code}3`, '3333-3333-3333-333O', '🙂']) {
    expect(certificateCodeRead(written)).toBeNull()
  }
})

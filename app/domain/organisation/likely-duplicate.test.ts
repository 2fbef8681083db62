import { describe, expect, test } from 'vitest'
import { likeness } from './likely-duplicate.ts'
import { organisationNumberOf } from './organisation-number.ts'

const one = (
  name: string,
  municipalityCode = '2180',
  organisationNumber: string | null = null,
) => ({
  name,
  municipalityCode,
  organisationNumber,
})

describe('likely duplicates', () => {
  test.each([
    ['Gävle kommun', 'Gävles kommun'],
    ['Gävle kommun', 'GÄVLE'],
    ['Friskolan Viljan AB', 'Friskolan Viljan'],
    ['Friskolan Viljan', 'Friskolan Viljan i Gävle'],
    ['Kvinnojouren Blåklockan', 'Kvinnojouren Blåklokan'],
  ])('%s is likely %s', (a, b) => {
    expect(likeness(one(a), one(b))).toBeGreaterThan(0.5)
  })

  test.each([
    ['Gävle kommun', 'Sandvikens kommun'],
    ['Kvinnojouren Blåklockan', 'Kvinnojouren Tranan'],
    ['Kommun', 'Stiftelsen'],
  ])('%s is not %s', (a, b) => {
    expect(likeness(one(a), one(b))).toBe(0)
  })

  test('a name that is only somewhat like counts in the same municipality alone', () => {
    const a = one('Familjerådgivningen Norr')
    expect(likeness(a, one('Familjerådgivningen Söder'))).toBeGreaterThan(0)
    expect(likeness(a, one('Familjerådgivningen Söder', '0180'))).toBe(0)
  })

  test('the same organisation number is enough, wherever they lie', () => {
    expect(likeness(one('A', '2180', '202100-2247'), one('B', '0180', '202100-2247'))).toBe(1)
  })
})

describe('organisation numbers', () => {
  test.each(['202100-2247', '2021002247', '16 202100 2247', '202100–2247'])('%s', (written) => {
    expect(organisationNumberOf(written)).toBe('202100-2247')
  })

  test('nothing is nothing', () => {
    expect(organisationNumberOf('  ')).toBeNull()
  })

  test.each(['202100-2248', '20210-2247', 'SE202100224701', '12202100-2247'])(
    '%s is none',
    (written) => {
      expect(() => organisationNumberOf(written)).toThrow('organisation.number-wrong')
    },
  )

  // Invented days: what matters is that the third digit is 0 or 1, as in the month of a day.
  test.each(['811228-9874', '19811228-9874', '8112289874', '670919-9530'])(
    '%s is a person, and is not taken',
    (written) => {
      expect(() => organisationNumberOf(written)).toThrow('organisation.number-personal')
    },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invitationSchema } from './invitation.schema.ts'
import { addressesIn } from './invitation.ts'

test('addresses are read as people paste them', () => {
  const text =
    'kim@exempel.se\r\n"Ek, Robin" <Robin.Ek@Exempel.SE>; nova@exempel.se,kim@exempel.se\n\n  Alex Berg alex@exempel.se'
  expect(addressesIn(text).addresses).toEqual([
    'kim@exempel.se',
    'robin.ek@exempel.se',
    'nova@exempel.se',
    'alex@exempel.se',
  ])
})

test('what is no address is told, and nothing is invited in its place', () => {
  expect(addressesIn('kim@exempel.se\nKim Ek\n').others).toEqual(['Kim Ek'])
  const asked = {
    unitId: '018f5e3e-0000-7000-8000-000000000001',
    kind: 'employed',
    professionGroup: '',
    language: 'sv',
  }
  const faultOf = (emails: string) => {
    const { error } = invitationSchema.safeParse({ ...asked, emails })
    return error?.issues.map(({ path, message }) => [path[0], message])
  }
  expect(faultOf('kim@exempel.se')).toBeUndefined()
  expect(faultOf('kim@exempel.se\nkim@exempel')).toEqual([
    ['emails', 'invitation.no-address?written=kim%40exempel'],
  ])
  expect(faultOf('Kim Ek')).toEqual([['emails', 'invitation.no-address?written=Kim+Ek']])
  expect(faultOf(' \n ')).toEqual([['emails', 'form.required']])
  const many = Array.from({ length: 201 }, (_, index) => `kim${index}@exempel.se`).join('\n')
  expect(faultOf(many)).toEqual([['emails', 'invitation.too-many?most=200&count=201']])
})

test('any text of addresses gives each of them once, whatever stands between', () => {
  const address = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.se$/)
  fc.assert(
    fc.property(fc.array(address), fc.constantFrom('\n', ', ', ';', '\r\n\r\n'), (all, between) => {
      expect(addressesIn(all.join(between))).toEqual({ addresses: [...new Set(all)], others: [] })
    }),
  )
})

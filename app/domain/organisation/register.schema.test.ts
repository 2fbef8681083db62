import { expect, test } from 'vitest'
import { editOrganisationSchema } from './register.schema.ts'

const told = { name: 'Kedjan', kind: 'private-provider', day: '2026-11-22' }
const parsed = (organisationNumber?: string) =>
  editOrganisationSchema.safeParse({ ...told, organisationNumber })

test('an organisation number is kept in one way, and may be left out', () => {
  expect(parsed('16 556016 0680').data?.organisationNumber).toBe('556016-0680')
  for (const nothing of ['', undefined]) expect(parsed(nothing).data?.organisationNumber).toBeNull()
})

test('a wrong check digit and a personal identity number are refused at the field', () => {
  const said = (written: string) =>
    parsed(written).error?.issues.map(({ path, message }) => [path[0], message])
  expect(said('556016-0681')).toEqual([['organisationNumber', 'refusal.organisation.number-wrong']])
  expect(said('811228-9874')).toEqual([
    ['organisationNumber', 'refusal.organisation.number-personal'],
  ])
})

import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { formErrorOf, formMessage, formValues, travelling } from './form-values.ts'

function formOf(...entries: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const errorsOf = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input, { error: formErrorOf }).error?.issues.map((issue) => issue.message)

describe('a form’s values', () => {
  it('are strings, and a list where a name comes more than once', () => {
    const form = formOf(['title', 'Grund'], ['unit', 'a'], ['unit', 'b'])
    expect(formValues(form)).toEqual({ title: 'Grund', unit: ['a', 'b'] })
  })

  it('leave out a file that was not chosen and keep one that was', () => {
    const chosen = new File(['x'], 'kurs.zip')
    const form = formOf(['empty', new File([], '')], ['package', chosen])
    expect(Object.keys(formValues(form))).toEqual(['package'])
  })
})

describe('a message for what a schema refuses', () => {
  it('asks for what is missing, whether left out or left empty', () => {
    expect(errorsOf(z.string(), undefined)).toEqual(['form.required'])
    expect(errorsOf(z.string().min(1), '')).toEqual(['form.required'])
    expect(errorsOf(z.email(), '')).toEqual(['form.required'])
  })

  it('tells how long and how much', () => {
    expect(errorsOf(z.string().min(12), 'kort')).toEqual(['form.too-short?count=12'])
    expect(errorsOf(z.string().max(3), 'lång')).toEqual(['form.too-long?count=3'])
    expect(errorsOf(z.coerce.number().min(0), '-1')).toEqual(['form.at-least?count=0'])
    expect(errorsOf(z.coerce.number().max(9), '10')).toEqual(['form.at-most?count=9'])
  })

  it('tells what is no address, no number, none of the choices', () => {
    expect(errorsOf(z.email(), 'a@')).toEqual(['form.email'])
    expect(errorsOf(z.coerce.number(), 'tolv')).toEqual(['form.number'])
    expect(errorsOf(z.enum(['K', 'M']), 'X')).toEqual(['form.invalid'])
  })

  it('lets the schema’s own message go first', () => {
    expect(errorsOf(z.string().min(12, 'password.too-short'), 'kort')).toEqual([
      'password.too-short',
    ])
  })

  it('is taken apart into its key and the values of its places', () => {
    expect(formMessage('form.too-short?count=12')).toEqual({
      key: 'form.too-short',
      params: { count: '12' },
    })
    expect(formMessage('form.required')).toEqual({ key: 'form.required', params: {} })
  })
})

test('a message comes out of its travel as it went in', () => {
  const message = { key: 'refusal.file', params: { missing: 'e-post & dag?', path: 'a=b/å.csv' } }
  expect(formMessage(travelling(message))).toEqual(message)
  expect(travelling({ key: 'form.required', params: {} })).toBe('form.required')
})

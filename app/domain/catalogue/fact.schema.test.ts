import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import {
  confirmFactSchema,
  leftBehind,
  mostSources,
  partField,
  reviseFactSchema,
  sourceField,
  type FactForm,
} from './fact.schema.ts'

beforeEach(() => holdClock(new Date('2026-11-22T12:00:00Z')))
afterEach(() => holdClock(undefined))

const line: FactForm = {
  kind: 'line',
  text: 'Ring 020-50 50 50, dygnet runt.',
  parts: { number: '020-50 50 50', hours: 'dygnet runt' },
}
const law: FactForm = { kind: 'law', text: 'Det är förbjudet.', parts: {} }

const posted = (values: Record<string, string> = {}) => ({
  number: '3',
  title: 'Linjen',
  text: 'Ring 020-50 50 50, dygnet runt.',
  [partField('number')]: '020-50 50 50',
  [partField('hours')]: 'dygnet runt',
  [sourceField(0, 'title')]: 'Om oss',
  [sourceField(0, 'publisher')]: 'Linjen',
  certainty: 'high',
  toCheck: '',
  validFrom: '',
  validTo: '',
  lastReviewed: '2026-11-22',
  reviewer: 'Redaktionen',
  nextReview: '2027-02-22',
  note: 'Nytt nummer.',
  ...values,
})
const parsed = (values: Record<string, string> = {}, form = line) =>
  reviseFactSchema(form).safeParse(posted(values))
const errors = (values: Record<string, string>, form = line) =>
  parsed(values, form).error?.issues.map(({ path, message }) => [path[0], message])

describe('the form of a sheet', () => {
  it('becomes the next version, with every space as one and empty rows left out', () => {
    expect(parsed({ text: ' Ring\r\n 020-50 50 50,  dygnet runt. ' }).data).toEqual({
      number: 3,
      title: 'Linjen',
      text: line.text,
      parts: line.parts,
      source: [{ title: 'Om oss', publisher: 'Linjen' }],
      certainty: 'high',
      toCheck: '',
      validFrom: null,
      validTo: null,
      lastReviewed: '2026-11-22',
      reviewer: 'Redaktionen',
      nextReview: '2027-02-22',
      note: 'Nytt nummer.',
    })
  })

  it('keeps sources in their order, the last row too', () => {
    const row = mostSources - 1
    const { source } = parsed({
      [sourceField(row, 'title')]: 'Sist',
      [sourceField(row, 'publisher')]: 'Linjen',
      [sourceField(row, 'address')]: 'https://linjen.example/om',
    }).data!
    expect(source.map(({ title }) => title)).toEqual(['Om oss', 'Sist'])
    expect(source[1]!.address).toBe('https://linjen.example/om')
  })

  it.each([
    [{ [sourceField(0, 'title')]: '', [sourceField(0, 'publisher')]: '' }, 'fact.form.no-source'],
    [{ [sourceField(1, 'title')]: 'Utan utgivare' }, 'form.required'],
    [{ [sourceField(0, 'address')]: 'http://linjen.example' }, 'fact.form.address'],
    [{ [sourceField(0, 'address')]: 'linjen' }, 'fact.form.address'],
    [{ validFrom: '2026-02-30' }, 'fact.form.day'],
    [{ validFrom: '2026-12-02', validTo: '2026-12-01' }, 'fact.form.valid-to'],
    [{ lastReviewed: '2026-11-23' }, 'fact.form.last-reviewed'],
    [{ nextReview: '2026-11-22' }, 'fact.form.next-review'],
  ])('refuses %j', (values: Record<string, string>, message) => {
    expect(errors(values)?.map(([, said]) => said)).toEqual([message])
  })

  it('wants every part that pages cite, and why it was changed', () => {
    expect(errors({ [partField('hours')]: ' ' })?.map(([field]) => field)).toEqual(['part-hours'])
    expect(errors({ note: '' })?.map(([field]) => field)).toEqual(['note'])
  })

  it('wants a law that is less than sure to say what is checked before it is published', () => {
    const unsure = { certainty: 'medium-high', text: law.text }
    expect(errors({ ...unsure, toCheck: ' ' }, law)).toEqual([['toCheck', 'fact.form.to-check']])
    const toCheck = 'Kontrolleras före publicering: lydelsen.'
    expect(parsed({ ...unsure, toCheck }, law).success).toBe(true)
    expect(parsed({ ...unsure, certainty: 'high' }, law).success).toBe(true)
  })

  it('refuses a number that was changed in one place only', () => {
    const number = { [partField('number')]: '020-11 22 33' }
    expect(errors(number)).toEqual([['text', 'fact.form.left-behind']])
    expect(parsed({ ...number, text: 'Ring 020-11 22 33.' }).success).toBe(true)
  })
})

describe('a number left behind', () => {
  const behind = (old: string, fresh: string, text: string) =>
    leftBehind({ parts: { share: fresh }, text }, { parts: { share: old }, text: '' })

  it('is one that stands by itself, not within a longer one', () => {
    expect(behind('7 procent', '8 procent', 'Det är 7 procent.')).toEqual(['7 procent'])
    expect(behind('7 procent', '8 procent', 'Det är 17 procent.')).toEqual([])
    expect(behind('112', '113', 'Ring 1121.')).toEqual([])
  })

  it('is none where the new words hold the old ones, or where words have no number', () => {
    expect(behind('112', '112 eller 113', 'Ring 112.')).toEqual([])
    expect(behind('dygnet runt', 'vardagar', 'Öppet dygnet runt.')).toEqual([])
  })
})

describe('the form that says that a fact still holds', () => {
  const confirmed = (nextReview: string) =>
    confirmFactSchema.safeParse({ number: '1', reviewer: 'Juristen', nextReview })

  it('wants a review that is still to come, and may say nothing more', () => {
    expect(confirmed('2026-11-23').data).toEqual({
      number: 1,
      reviewer: 'Juristen',
      nextReview: '2026-11-23',
      note: '',
    })
    expect(confirmed('2026-11-22').success).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { refusalOf2004 } from './cmi2004-refusal.ts'

const question = 'cmi.interactions.3'
const held = (type: string) => (name: string) => (name === `${question}.type` ? type : undefined)
const judged = (type: string, last: string, value: string) =>
  [false, true].map(
    (strict) =>
      refusalOf2004(`${question}.${last}`, value, { strict, held: held(type) })?.code ?? 'taken',
  )

const many = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => entry(index)).join('[,]')

describe('what a learner answers (RTE 4.2.9, cmi.interactions.n.learner_response)', () => {
  it.each([
    ['true-false', 'true', 'taken', 'taken'],
    ['true-false', 't', 'type', 'type'],
    ['true-false', 'kanske', 'type', 'type'],
    ['choice', '', 'taken', 'taken'],
    ['choice', 'a[,]b', 'taken', 'taken'],
    ['choice', 'a[,]a', 'type', 'type'],
    ['choice', 'a[,]', 'type', 'type'],
    ['choice', 'Första svaret[,]Andra', 'taken', 'type'],
    ['choice', many(36, String), 'taken', 'taken'],
    ['choice', many(37, String), 'taken', 'size'],
    ['choice', 'x'.repeat(251), 'taken', 'size'],
    ['fill-in', '', 'taken', 'taken'],
    ['fill-in', 'röd, grön', 'taken', 'taken'],
    ['fill-in', '{lang=sv}röd[,]{lang=en}green', 'taken', 'taken'],
    ['fill-in', 'röd[,]{lang=}green', 'type', 'type'],
    ['fill-in', '{case_matters=perhaps}a text', 'taken', 'taken'],
    ['fill-in', many(11, String), 'taken', 'size'],
    ['long-fill-in', 'Rad 1\r\nRad 2 {i} [,] [.]', 'taken', 'taken'],
    ['long-fill-in', 'x'.repeat(4001), 'taken', 'size'],
    ['matching', '', 'taken', 'taken'],
    ['matching', '1[.]a[,]2[.]b', 'taken', 'taken'],
    ['matching', '1[.]a[.]b', 'type', 'type'],
    ['matching', '1[.]', 'type', 'type'],
    ['matching', '1[.]a[,]', 'type', 'type'],
    ['matching', '1.a', 'taken', 'type'],
    ['matching', '1-a', 'type', 'type'],
    ['performance', 'step_1[.]inspect wound[,][.]apply bandage', 'taken', 'taken'],
    ['performance', 'step_1[.]', 'taken', 'taken'],
    ['performance', 'step_1[.]3.14', 'taken', 'taken'],
    ['performance', '[.]', 'type', 'type'],
    ['performance', 'inspect wound', 'type', 'type'],
    ['performance', 'a[.]b[.]c', 'type', 'type'],
    ['sequencing', 'c[,]b[,]a', 'taken', 'taken'],
    ['sequencing', 'a[,]a', 'taken', 'taken'],
    ['sequencing', 'a[,]', 'type', 'type'],
    ['likert', 'strongly_agree', 'taken', 'taken'],
    ['likert', ' ', 'type', 'type'],
    ['numeric', '-2.5', 'taken', 'taken'],
    ['numeric', '1[:]2', 'type', 'type'],
    ['numeric', 'two', 'type', 'type'],
    ['other', 'Whatever\nit is', 'taken', 'taken'],
    ['other', 'x'.repeat(4001), 'taken', 'size'],
  ])('%s may be %o: %s, and in the strict mode %s', (type, value, lenient, strict) => {
    expect(judged(type, 'learner_response', value)).toEqual([lenient, strict])
  })
})

describe('what is right (RTE 4.2.9, cmi.interactions.n.correct_responses.m.pattern)', () => {
  it.each([
    ['true-false', 'false', 'taken', 'taken'],
    ['choice', '', 'taken', 'taken'],
    ['choice', 'a[,]b', 'taken', 'taken'],
    ['fill-in', '{case_matters=true}{order_matters=false}{lang=sv}röd[,]grön', 'taken', 'taken'],
    ['fill-in', '{order_matters=false}{case_matters=true}röd', 'taken', 'taken'],
    ['fill-in', '{case_matters=yes}röd', 'type', 'type'],
    ['fill-in', '{case_matters=true}{case_matters=true}röd', 'type', 'type'],
    ['long-fill-in', '{case_matters=false}{lang=sv}Ett svar', 'taken', 'taken'],
    ['long-fill-in', '{lang=sv}{case_matters=false}Ett svar', 'taken', 'taken'],
    ['long-fill-in', '{lang=}Ett svar', 'type', 'type'],
    ['long-fill-in', '{order_matters=perhaps}is text', 'taken', 'taken'],
    ['matching', '1[.]a', 'taken', 'taken'],
    ['matching', '', 'taken', 'type'],
    ['performance', '{order_matters=false}[.]drink coffee[,]step_2[.]1.5[:]2', 'taken', 'taken'],
    ['performance', 'step[.][:]2', 'taken', 'taken'],
    ['performance', 'step[.]3[:]2', 'type', 'type'],
    ['performance', '{order_matters=perhaps}a[.]b', 'type', 'type'],
    ['performance', many(251, (index) => `s${index}[.]x`), 'taken', 'size'],
    ['sequencing', 'a[,]b', 'taken', 'taken'],
    ['likert', 'agree', 'taken', 'taken'],
    ['numeric', '1[:]2.5', 'taken', 'taken'],
    ['numeric', '[:]', 'taken', 'taken'],
    ['numeric', '-1[:]', 'taken', 'taken'],
    ['numeric', '3[:]2', 'type', 'type'],
    ['numeric', '1[:]2[:]3', 'type', 'type'],
    ['numeric', 'a[:]b', 'type', 'type'],
    ['numeric', '5', 'taken', 'type'],
    ['other', '', 'taken', 'taken'],
  ])('%s may be %o: %s, and in the strict mode %s', (type, value, lenient, strict) => {
    expect(judged(type, 'correct_responses.0.pattern', value)).toEqual([lenient, strict])
  })

  it.each(['true-false', 'likert', 'numeric', 'other'])('%s has one pattern only', (type) => {
    expect(judged(type, 'correct_responses.1.pattern', 'true')).toEqual(['index', 'index'])
  })

  it.each(['choice', 'fill-in', 'sequencing'])('%s may have several', (type) => {
    expect(judged(type, 'correct_responses.9.pattern', 'a')).toEqual(['taken', 'taken'])
  })
})

describe('an answer', () => {
  it.each(['sequencing', 'numeric', 'likert', 'performance', 'true-false', 'matching'])(
    'that a learner did not give to %s is kept outside the strict mode',
    (type) => {
      expect(judged(type, 'learner_response', '')[0]).toBe('taken')
    },
  )

  it('is taken while the type of its interaction is not known', () => {
    expect(refusalOf2004(`${question}.learner_response`, 'x', { strict: true })).toBeUndefined()
  })
})

import { expect, test } from 'vitest'
import { answerOf } from './send-package.ts'

test('a package that was taken in leads on', () => {
  expect(answerOf(200, { to: '/catalogue/versions/1' })).toEqual({
    kind: 'taken',
    to: '/catalogue/versions/1',
  })
})

test('a refusal keeps what fills its words, and its clause', () => {
  const body = { code: 'package.no-manifest', detail: { limit: 3 }, clause: 'SCORM 1.2 CAM 2.3' }
  expect(answerOf(400, body)).toEqual({ kind: 'refused', refusal: body })
})

test('a refusal without a clause has none', () => {
  const answer = answerOf(401, { code: 'session.expired', detail: {} })
  expect(answer).toEqual({
    kind: 'refused',
    refusal: { code: 'session.expired', detail: {}, clause: undefined },
  })
})

test.each([
  [502, null],
  [200, null],
  [500, 'Bad gateway'],
  [200, { something: 'else' }],
  [500, { code: 7 }],
])('an answer that is none of ours (%i, %j) is a failure, not a success', (status, body) => {
  expect(answerOf(status, body)).toMatchObject({ refusal: { code: 'upload.failed' } })
})

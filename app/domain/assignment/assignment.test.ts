import { expect, test } from 'vitest'
import { assignModuleSchema, assignmentFormSchema } from './assignment.schema.ts'
import { sameGroups } from './assignment.ts'

const moduleId = '0195f2a0-0000-7000-8000-000000000000'
const form = { intent: 'assign', moduleId, dueOn: '2026-12-01', message: ' ' }

test('no ticked box, one or several make a list of groups', () => {
  const groupsOf = (professionGroups?: unknown) =>
    assignModuleSchema.parse({ ...form, professionGroups }).professionGroups
  expect(groupsOf()).toEqual([])
  expect(groupsOf('school')).toEqual(['school'])
  expect(groupsOf(['school', 'student'])).toEqual(['school', 'student'])
})

test('an empty message is no message', () => {
  expect(assignModuleSchema.parse(form).message).toBeNull()
})

test('a day that does not exist and a module that is not chosen are told at their fields', () => {
  const wrong = assignmentFormSchema.safeParse({ ...form, moduleId: '', dueOn: '2026-02-30' })
  expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['moduleId', 'assignment.choose-module'],
    ['dueOn', 'form.day'],
  ])
})

test('the same groups in another order are the same groups', () => {
  expect(sameGroups(['school', 'student'], ['student', 'school'])).toBe(true)
  expect(sameGroups([], ['school'])).toBe(false)
})

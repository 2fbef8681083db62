import { expect, test } from 'vitest'
import { sumOpen, type OpenCount } from './open-participation.ts'

const said = (values: Partial<OpenCount>): OpenCount => ({
  moduleId: 'm',
  countyCode: null,
  professionGroup: null,
  count: 1,
  firstOn: '2026-11-10',
  lastOn: '2026-11-20',
  ...values,
})

test('statements add up by county and by group, what was not said too', () => {
  const sums = sumOpen([
    said({ countyCode: '21', professionGroup: 'school', count: 2 }),
    said({ countyCode: '21', count: 3, firstOn: '2026-11-09' }),
    said({ countyCode: '06', professionGroup: 'school' }),
    said({}),
  ])
  // 2 + 3 in county 21, 1 in 06, 1 nowhere; 2 + 1 in schools, 3 + 1 without a group.
  expect(sums).toEqual({
    total: 7,
    firstOn: '2026-11-09',
    counties: [
      { code: '21', count: 5 },
      { code: '06', count: 1 },
      { code: null, count: 1 },
    ],
    groups: [
      { professionGroup: 'school', count: 3 },
      { professionGroup: null, count: 4 },
    ],
  })
})

test('without statements there is no first day', () => {
  expect(sumOpen([])).toEqual({ total: 0, firstOn: null, counties: [], groups: [] })
})

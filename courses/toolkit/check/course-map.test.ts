import { describe, expect, it } from 'vitest'
import { readCourse } from '../source/course-reader.ts'
import { mapBegin, mapEnd, mapProblems, withMap } from './course-map.ts'
import { smallCourse, swap, type Changes } from './testdata/small-course.ts'

const course = (changes: Changes = {}) => readCourse(smallCourse(changes)).course
const empty = `# Kurser\n\n${mapBegin}\n${mapEnd}\n\nSlut.\n`

describe('the map of the courses', () => {
  const map = withMap(empty, [course()])!

  it('leads from each goal to its pages, its questions and the facts that both cite', () => {
    expect(map).toContain(
      '| Du kan larma. | `borja`, `larma`, `ordning`, `kafferummet`, `lista` ' +
        '| `b1-q1`, `b1-q3`, `prov-1`, `prov-2` | `larm-112` |',
    )
  })

  it('tells what a question teaches that stands on a page of another goal', () => {
    // b1-q5 stands on "tank" (m2) and is learnt on "ut" (m2); b1-q1 belongs to m1 alone.
    expect(map).toContain('| `b1-q2`, `b1-q3`, `b1-q4`, `b1-q5`, `prov-1`, `prov-2` | – |')
  })

  it('tells of a test which pages of which module it asks about', () => {
    expect(map).toContain('| `grunden` | `ordning`, `kafferummet` | `prov-1`, `prov-2` |')
  })

  it('has the size of each module and of all together', () => {
    expect(map).toContain('| Grunden (`grunden`) | 8 | 310 | 7 | 5 |')
    expect(map).toMatch(/\| \*\*Tillsammans\*\* \| 8 \| 327 \| 7 \| 7 \|/)
  })

  it('leaves everything outside its marks as it was, and is the same when it is written again', () => {
    expect(map.startsWith('# Kurser\n\n')).toBe(true)
    expect(map.endsWith('\n\nSlut.\n')).toBe(true)
    expect(withMap(map, [course()])).toBe(map)
  })

  it('has no place in a text without its marks', () => {
    expect(withMap('# Kurser\n', [course()])).toBeUndefined()
  })

  it('is stale when a course has changed since, and when it is not there', () => {
    const longer = swap('tar en stund', 'tar en liten stund')
    const changed = course({ texts: { 'modules/grunden/01-borja.md': longer } })
    const told = (text: string | undefined, courses = [course()]) =>
      mapProblems(text, courses).map(({ code, file }) => [code, file])
    expect(told(map)).toEqual([])
    expect(told(map, [changed])).toEqual([['map-stale', 'courses/README.md']])
    expect(told(empty)).toHaveLength(1)
    expect(told(undefined)).toHaveLength(1)
    expect(told(undefined, [])).toEqual([])
  })
})

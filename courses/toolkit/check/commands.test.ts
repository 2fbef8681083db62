import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { runCourses } from '../../../scripts/courses.ts'
import { withModule } from './new-module.ts'

let folder: string

beforeEach(() => {
  holdClock(new Date('2026-11-22T12:00:00Z'))
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'courses-')), 'brandskydd')
  cpSync(path.join(import.meta.dirname, 'testdata/brandskydd'), folder, { recursive: true })
})

afterEach(() => {
  holdClock(undefined)
  rmSync(path.dirname(folder), { recursive: true })
})

async function run(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCourses(
    words,
    (text) => out.push(text),
    (text) => err.push(text),
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function spoil(file: string, before: string, after: string): void {
  const name = path.join(folder, file)
  const text = readFileSync(name, 'utf8')
  expect(text).toContain(before)
  writeFileSync(name, text.replace(before, after))
}

describe('check', () => {
  it('ends well where nothing is wrong, and lists what is good to know', async () => {
    const { code, out } = await run('check', folder)
    expect(code).toBe(0)
    expect(out).toContain('grunden: sidor 8, ord 310, minuter 7, frågor 5, LIX 10,5 (högst 23,8)')
    expect(out).toContain('lattlast 12,5')
    expect(out).toContain(`${folder}/facts/lag-brandskydd.yaml  Slå upp paragrafen.`)
    expect(out).toContain('Inget att rätta.')
  })

  it('names file and line of what is wrong, and says so by its exit', async () => {
    spoil('modules/grunden/01-borja.md', 'Läs en sida', 'Ring 112')
    const { code, out } = await run('check', folder)
    expect(code).toBe(1)
    expect(out).toContain(
      `${folder}/modules/grunden/01-borja.md:10  Telefonnumret 112 står i texten`,
    )
  })

  it('fails on a review that is due, unless asked what holds on any day', async () => {
    spoil('facts/larm-112.yaml', 'nextReview: 2027-01-10', 'nextReview: 2026-11-21')
    const due = await run('check', folder)
    expect(due.code).toBe(1)
    expect(due.out).toContain('skulle ha granskats senast 2026-11-21')
    const any = await run('check', folder, '--any-day')
    expect(any.code).toBe(0)
    expect(any.out).toContain('skulle ha granskats senast 2026-11-21')
  })

  it('answers other programs in JSON', async () => {
    spoil('modules/grunden/08-lista.md', 'goals: [m1]', 'goals: [m9]')
    const { code, out } = await run('check', folder, '--json')
    const { courses, map } = JSON.parse(out)
    expect(code).toBe(1)
    expect(map).toEqual([])
    expect(courses).toHaveLength(1)
    expect(courses[0]).toMatchObject({
      slug: 'brandskydd',
      problems: [{ code: 'goal-unknown', file: 'modules/grunden/08-lista.md', line: 1 }],
      toCheck: [{ id: 'lag-brandskydd', certainty: 'medium' }],
    })
    expect(courses[0].modules[0]).toMatchObject({ slug: 'grunden', pages: 8, questions: 5 })
    expect(courses[0].modules[0].texts).toHaveLength(10)
  })

  it('refuses what it does not understand', async () => {
    expect(await run('check', `${folder}-other`)).toMatchObject({ code: 2 })
    expect(await run('check', folder, '--fast')).toMatchObject({ code: 2 })
    expect(await run('bake')).toMatchObject({ code: 2 })
    expect((await run()).err).toContain('new-module COURSE SLUG')
  })
})

describe('a new module', () => {
  it('lacks what it says, and nothing else', async () => {
    const { code, out } = await run('new-module', folder, 'lov-och-resor')
    expect(code).toBe(0)
    expect(out).toContain('modules/lov-och-resor/01-inledning.md: rad 2, 6, 10')
    const { courses } = JSON.parse((await run('check', folder, '--json')).out)
    const problems: { code: string }[] = courses[0].problems
    const codes = problems.map(({ code: told }) => told)
    expect(new Set(codes)).toEqual(
      new Set([
        ...['lesson-few-pages', 'lesson-decisions', 'lesson-questions'],
        ...['text-unwritten', 'test-module-forgotten'],
      ]),
    )
  })

  it('is refused where the course is not there, the name will not do, or is taken', async () => {
    expect(await run('new-module', folder, 'grunden')).toMatchObject({ code: 2 })
    expect(await run('new-module', folder, 'Lov och resor')).toMatchObject({ code: 2 })
    expect(await run('new-module', `${folder}-other`, 'lov')).toMatchObject({ code: 2 })
    expect(await run('new-module', folder)).toMatchObject({ code: 2 })
  })

  it('comes last in the list, whichever way that is written, and changes nothing else', () => {
    const long = 'description: >-\n  En text\n  på två rader.\n'
    expect(withModule(`${long}modules:\n  - ett # först\n  - två\ntracks: []\n`, 'tre')).toBe(
      `${long}modules:\n  - ett # först\n  - två\n  - tre\ntracks: []\n`,
    )
    expect(withModule('modules: [ett, två]\n', 'tre')).toBe('modules: [ett, två, tre]\n')
    expect(withModule('modules: []\n', 'ett')).toBe('modules: [ett]\n')
    expect(withModule('title: A\n', 'ett')).toBeUndefined()
  })
})

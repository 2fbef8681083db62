import fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { courseFolders, readCourseFiles } from './course-files.ts'
import { readCourse } from './course-reader.ts'

const brandskydd = path.join(import.meta.dirname, '../check/testdata/brandskydd')

describe('a course', () => {
  const { course, problems } = readCourse(readCourseFiles(brandskydd))

  it('is read whole from its folder', () => {
    expect(problems).toEqual([])
    expect(course).toMatchObject({ slug: 'brandskydd', version: '2026.10' })
    expect(course.certificate).toMatchObject({ requires: 'all-modules', validityMonths: 24 })
    expect(course.modules.map(({ slug, kind }) => [slug, kind])).toEqual([
      ['grunden', 'lesson'],
      ['provet', 'test'],
    ])
    expect(course.tracks[0]).toMatchObject({ slug: 'alla', professionGroups: ['school', 'other'] })
    expect(course.facts.map(({ id, parts }) => [id, Object.keys(parts)])).toEqual([
      ['lag-brandskydd', ['section']],
      ['larm-112', ['number', 'hours']],
    ])
    expect(course.glossary.map(({ id }) => id)).toEqual(['utrymning', 'larmplan'])
  })

  it('has its pages in the order of their numbers, which are no part of their names', () => {
    const [lesson] = course.modules
    expect(lesson!.pages.map(({ slug }) => slug).slice(0, 3)).toEqual(['borja', 'larma', 'ut'])
    expect(lesson!.easyRead?.title).toBe('Lätt om brand')
    expect(lesson!.guide?.title).toBe('För dig som leder')
    expect(lesson!.media).toEqual(['utgang.svg'])
  })

  it('has the questions of a test, each with what it teaches', () => {
    const [, test] = course.modules
    expect(test!.bank.map(({ id, teaches }) => [id, teaches])).toEqual([
      ['prov-1', 'grunden/ordning'],
      ['prov-2', 'grunden/kafferummet'],
    ])
    expect(test!.draw).toEqual({ questions: 1, passPercent: 80, secondsPerQuestion: 5 })
  })

  it('takes the slug that course.yaml gives, since addresses show it', () => {
    const files = readCourseFiles(brandskydd)
    const texts = new Map(files.texts)
    texts.set('course.yaml', `slug: grundkurs\n${texts.get('course.yaml')}`)
    expect(readCourse({ ...files, texts }).course.slug).toBe('grundkurs')
  })
})

describe('a folder', () => {
  it('is read whatever editor its files come from', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'course-'))
    try {
      mkdirSync(path.join(folder, 'kurs/media'), { recursive: true })
      writeFileSync(path.join(folder, 'kurs/course.yaml'), '\uFEFFtitle:\r\n  sv: A\r\n')
      writeFileSync(path.join(folder, 'kurs/media/a.svg'), '<svg/>')
      writeFileSync(path.join(folder, 'kurs/.DS_Store'), '')
      expect(courseFolders(folder)).toEqual([path.join(folder, 'kurs')])
      const { slug, texts, others } = readCourseFiles(path.join(folder, 'kurs'))
      expect({ slug, others }).toEqual({ slug: 'kurs', others: ['media/a.svg'] })
      expect([...texts]).toEqual([['course.yaml', 'title:\n  sv: A\n']])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('of any files at all is read or told', () => {
    const files = readCourseFiles(brandskydd)
    const names = fc.constantFrom(...files.texts.keys(), 'modules/x/01-a.md', 'modules/Ö/a.md')
    const change = fc.tuple(names, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat())
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const texts = new Map(files.texts)
        for (const [name, words, at] of changes) {
          const text = texts.get(name) ?? ''
          const cut = at % (text.length + 1)
          texts.set(name, text.slice(0, cut) + words + text.slice(cut + words.length))
        }
        expect(() => readCourse({ ...files, texts })).not.toThrow()
      }),
      { numRuns: 25 },
    )
  })
})

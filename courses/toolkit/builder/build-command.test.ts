import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCourses } from '../../../scripts/courses.ts'
import { sampleFolder } from './sample-course.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'courses-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function run(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await runCourses(
    words,
    (text) => out.push(text),
    (text) => err.push(text),
  )
  return { exitCode, out, err }
}

test('build makes both packages of every module and tells their size', async () => {
  const { exitCode, out } = await run('build', sampleFolder, '--out', folder)
  expect(exitCode).toBe(0)
  expect((await readdir(path.join(folder, 'sample'))).sort()).toEqual([
    'course.json',
    'motet-scorm12.zip',
    'motet-scorm2004.zip',
    'prov-scorm12.zip',
    'prov-scorm2004.zip',
    'samtal-scorm12.zip',
    'samtal-scorm2004.zip',
  ])
  expect(out[0]).toMatch(/samtal-scorm12\.zip {2}\d+ kB$/)
})

test('build says what is wrong with its file and line, and makes nothing of it', async () => {
  const copy = path.join(folder, 'kurs')
  await cp(sampleFolder, copy, { recursive: true })
  const page = path.join(copy, 'modules/motet/02-sen.md')
  await writeFile(page, '---\ntitle: Sen\ngoals: [m1]\n---\n\nText.\n\n:fact[okand]\n')
  const { exitCode, err } = await run('build', copy, '--out', path.join(folder, 'out'))
  expect(exitCode).toBe(1)
  expect(err.join('\n')).toContain('kurs/modules/motet/02-sen.md:8')
})

test('a second folder, and a word that is none, are said wrongly', async () => {
  expect((await run('build', 'a', 'b')).exitCode).toBe(2)
  expect((await run('build', '--everything')).exitCode).toBe(2)
})

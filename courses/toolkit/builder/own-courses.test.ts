import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPackage } from '~/exchange/imports/packages/check-package.server.ts'
import { packageLimits } from '~/exchange/imports/packages/package-limits.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import { freshState, type ModuleShape, type ModuleState } from '../runtime/module-state.ts'
import { outcomeOf, resultOf, type Outcome } from '../runtime/outcome.ts'
import { scorm12, scorm2004, type Dialect } from '../runtime/scorm-dialect.ts'
import { courseFolders, readCourseFiles } from '../source/course-files.ts'
import { readCourse } from '../source/course-reader.ts'
import { mediaIn } from './course-media.ts'
import { editions, modulePackage, zipName } from './module-package.ts'
import { shapeOf } from './module-shape.ts'

const own = courseFolders('courses').flatMap((folder) => {
  const { course } = readCourse(readCourseFiles(folder))
  return course.modules.map((module) => ({ slug: module.slug, folder, course, module }))
})

const folder = await mkdtemp(path.join(tmpdir(), 'own-courses-'))
afterAll(() => rm(folder, { recursive: true }))

describe.each(own)('the module $slug', ({ folder: source, course, module }) => {
  test.each(editions)('passes the check of packages as SCORM %s', async (edition) => {
    const zipFile = path.join(folder, zipName(module, edition))
    await writeFile(zipFile, await modulePackage(course, module, edition, mediaIn(source)))
    const check = await checkPackage({ zipFile, limits: packageLimits, deadline: 20_000 })
    expect(check).toMatchObject({ ok: true, hosts: [], sequencing: false, problems: [] })
  })

  test('comes to the same in both editions for the same answers', () => {
    const shape = shapeOf(module)
    fc.assert(
      fc.property(statesOf(shape), (state) => {
        const meant = outcomeOf(shape, state)
        const [of12, of2004] = [scorm12, scorm2004].map((dialect) => told(dialect, shape, meant))
        expect(of12).toEqual(of2004)
        expect(of12).toEqual(meant)
      }),
      { numRuns: 50 },
    )
  })
})

/** What a learner may have done: some or all pages, some or all questions, right or wrong; a test handed in. */
function statesOf(shape: ModuleShape): fc.Arbitrary<ModuleState> {
  const { kind, pages, questions } = shape
  const answer = fc.record({ isGiven: fc.boolean(), isRight: fc.boolean() })
  const answers = fc.array(answer, { minLength: questions.length, maxLength: questions.length })
  const isWhole = fc.boolean()
  return fc.tuple(answers, fc.subarray([...pages]), isWhole).map(([given, seen, whole]) => {
    const done = questions.flatMap((question, index) => {
      const { isGiven, isRight } = given[index]!
      const latest = isRight ? question.right : `${question.right}z`
      return whole || isGiven ? [{ id: question.id, first: isRight, latest }] : []
    })
    if (kind === 'lesson') {
      const byId = Object.fromEntries(done.map(({ id, ...answered }) => [id, answered]))
      return { ...freshState, seen: whole ? [...pages] : seen, answers: byId }
    }
    const drawn = done.map(({ id }) => id)
    const latest = Object.fromEntries(done.map(({ id, latest }) => [id, latest]))
    const handedIn = { seed: 1, drawn, answers: latest }
    const { isPassed, percent } = resultOf(shape, handedIn)
    return { ...freshState, handedIn, passed: isPassed ? percent : undefined }
  })
}

/** What Samsyn's rules make of what the module says in one standard's words. */
function told(dialect: Dialect, { kind, passPercent }: ModuleShape, meant: Outcome): Outcome {
  const { judge } = runtimeRules(dialect.edition === '1.2' ? '1.2' : '2004 4th')
  const limit = kind === 'test' ? passPercent : null
  const elements = Object.fromEntries([...dialect.outcome(meant), [dialect.exit, 'suspend']])
  const { completion, success, scoreScaled } = judge(
    {
      masteryScore: limit,
      scaledPassingScore: limit === null ? null : limit / 100,
      completionThreshold: null,
      tracked: true,
      completionSetByContent: true,
      objectiveSetByContent: true,
    },
    elements,
    { finished: true, told: Object.keys(elements) },
  )
  const score = scoreScaled === null ? null : Math.round(scoreScaled * 10_000) / 100
  const of = { completion, success } as Pick<Outcome, 'completion' | 'success'>
  return { ...of, score }
}

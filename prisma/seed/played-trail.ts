import { timespanOf } from '~/standards/scorm/cmi12.ts'
import type { BasicCourse, Question } from '../../courses/toolkit/basic-package.ts'
import type { Random } from './random.ts'

type Elements = Record<string, string>

export interface PlayedTrail {
  /** The last one ends the session. */
  commits: { receivedAt: Date; elements: Elements }[]
  progress: {
    completion: 'incomplete' | 'completed'
    success: 'unknown' | 'passed' | 'failed'
    scoreScaled: number | null
    totalSeconds: number
  }
  completedAt: Date | null
}

interface Step {
  /** Since the step before. */
  seconds: number
  elements: Elements
}

interface Play {
  steps: Step[]
  interactions: number
  best: number | null
}

/**
 * One session with a package of basicPackage, as its script (courses/toolkit/course-script.ts) tells it: a
 * bookmark for each page, then the test until all is right. Who begins without completing stops at a page,
 * or after a first try at the test.
 */
export function playedTrail(
  random: Random,
  course: BasicCourse,
  times: { completedAt: Date | null; begunAt: Date | null },
): PlayedTrail {
  const { completedAt } = times
  const questions = course.questions ?? []
  const last = completedAt ? course.pages.length + 1 : random.whole(1, course.pages.length + 1)
  const pace = 0.6 + random.next()
  const play: Play = { steps: [], interactions: 0, best: null }
  for (let page = 1; page <= last; page++) {
    const seconds = page === 1 ? 0 : Math.round(pace * random.whole(25, 110))
    play.steps.push({ seconds, elements: pageElements(page) })
  }
  if (last > course.pages.length) answer(random, play, questions, completedAt !== null)
  return placedInTime(random, play, times)
}

function pageElements(page: number): Elements {
  const seen = Array.from({ length: page }, (_, index) => index + 1)
  return {
    ...(page === 1 && { 'cmi.core.lesson_status': 'incomplete' }),
    'cmi.core.lesson_location': String(page),
    'cmi.suspend_data': JSON.stringify({ seen, answers: {}, tries: 0 }),
  }
}

/** Tries at the test; somebody who passes goes on until all is right, and one who does not tries once. */
function answer(random: Random, play: Play, questions: readonly Question[], passes: boolean): void {
  const knows = 0.35 + 0.6 * random.next()
  let wrong = questions.map((question, index) => !random.chance(knows - 0.12 * index) && question)
  if (!passes && wrong.every((question) => !question)) wrong = [...questions]
  for (;;) {
    play.steps.push(tried(random, play, questions, wrong))
    if (!passes || wrong.every((question) => !question)) return
    wrong = wrong.map((question) => !random.chance(0.75) && question)
  }
}

function tried(
  random: Random,
  play: Play,
  questions: readonly Question[],
  wrong: readonly (Question | false)[],
): Step {
  const elements: Elements = {}
  for (const [index, { options, right }] of questions.entries()) {
    const place = `cmi.interactions.${play.interactions++}`
    const others = options.flatMap((_, option) => (option === right ? [] : [option]))
    const chosen = wrong[index] ? others[Math.floor(random.next() ** 2 * others.length)]! : right
    Object.assign(elements, {
      [`${place}.id`]: `q${index + 1}`,
      [`${place}.type`]: 'choice',
      [`${place}.correct_responses.0.pattern`]: letterOf(right),
      [`${place}.student_response`]: letterOf(chosen),
      [`${place}.result`]: chosen === right ? 'correct' : 'wrong',
    })
  }
  const score = Math.round((100 * wrong.filter((question) => !question).length) / questions.length)
  play.best = Math.max(play.best ?? 0, score)
  return {
    seconds: random.whole(20, 90),
    elements: {
      ...elements,
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.score.raw': String(score),
      'cmi.core.lesson_status': score === 100 ? 'passed' : 'failed',
    },
  }
}

const letterOf = (option: number) => String.fromCharCode(97 + option)

/** The last step is the one that completes; a few seconds later the content is closed. */
function placedInTime(
  random: Random,
  { steps, best }: Play,
  { completedAt, begunAt }: { completedAt: Date | null; begunAt: Date | null },
): PlayedTrail {
  const played = steps.reduce((sum, { seconds }) => sum + seconds, 0)
  let at = begunAt?.getTime() ?? completedAt!.getTime() - played * 1000
  const commits = steps.map(({ seconds, elements }) => {
    at += seconds * 1000
    return { receivedAt: new Date(at), elements }
  })
  const closing = random.whole(5, 30)
  const totalSeconds = played + closing
  const ended = {
    'cmi.core.exit': completedAt ? '' : 'suspend',
    'cmi.core.session_time': timespanOf(totalSeconds),
  }
  commits.push({ receivedAt: new Date(at + closing * 1000), elements: ended })
  const completion = completedAt ? 'completed' : 'incomplete'
  const success = completedAt ? 'passed' : best === null ? 'unknown' : 'failed'
  const scoreScaled = best === null ? null : best / 100
  return { commits, completedAt, progress: { completion, success, scoreScaled, totalSeconds } }
}

import { LearningSystem } from '../../courses/toolkit/runtime/learning-system.ts'
import { drawQuestions } from '../../courses/toolkit/runtime/draw.ts'
import { freshState, packed, type ModuleState } from '../../courses/toolkit/runtime/module-state.ts'
import { outcomeOf, resultOf, type Outcome } from '../../courses/toolkit/runtime/outcome.ts'
import { scorm12 } from '../../courses/toolkit/runtime/scorm-dialect.ts'
import type { PlayedModule, PlayedQuestion } from './played-module.ts'
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

interface Times {
  completedAt: Date | null
  begunAt: Date | null
}

/**
 * One session with a module of ours, told by the module's own runtime: a page after another with its
 * questions, or a test until it is passed. Who begins without completing stops at a page, or fails a test once.
 */
export function playedTrail(random: Random, module: PlayedModule, times: Times): PlayedTrail {
  const play = new Play(random, module)
  if (module.shape.kind === 'test') playTest(play, times.completedAt !== null)
  else playLesson(play, times.completedAt !== null)
  return play.told(times)
}

/** What is done, and when: seconds since the beginning. */
class Play {
  readonly random: Random
  readonly module: PlayedModule
  readonly knows: number
  readonly #pace: number
  readonly #system: LearningSystem
  readonly #commits: { seconds: number; elements: Elements }[] = []
  #pending: Elements = {}
  #seconds = 0
  #state: ModuleState = freshState

  constructor(random: Random, module: PlayedModule) {
    this.random = random
    this.module = module
    this.knows = 0.5 + 0.45 * random.next()
    this.#pace = 0.6 + random.next()
    this.#system = new LearningSystem(this.#api(), scorm12)
    this.#system.begin()
  }

  get state(): ModuleState {
    return this.#state
  }

  /** Reads or thinks for so long. */
  wait(least: number, most: number): void {
    this.#seconds += Math.round(this.#pace * this.random.whole(least, most))
  }

  change(changes: Partial<ModuleState>): void {
    this.#state = { ...this.#state, ...changes }
    this.#system.save(this.#state.at, packed(this.#state), this.#outcome)
  }

  record(question: PlayedQuestion, response: string, seconds: number): void {
    const at = new Date(0)
    this.#system.record({ question, text: question.text, response, at, seconds })
  }

  /** An answer: right as often as this person knows, else a likely mistake. */
  answer({ right, choices, type }: PlayedQuestion, knows = this.knows): string {
    if (this.random.chance(knows)) return right
    const others = Array.from({ length: choices }, (_, index) => String.fromCharCode(97 + index))
    if (type === 'order' || type === 'match') return right.slice(1) + right.slice(0, 1)
    const wrong = others.filter((key) => key !== right)
    return wrong[Math.floor(this.random.next() ** 2 * wrong.length)]!
  }

  told({ completedAt, begunAt }: Times): PlayedTrail {
    const closing = this.random.whole(5, 30)
    const last = this.#seconds
    const totalSeconds = last + closing
    this.#seconds = totalSeconds
    this.#system.end(totalSeconds)
    const start = begunAt?.getTime() ?? completedAt!.getTime() - last * 1000
    const commits = this.#commits.map(({ seconds, elements }) => {
      return { receivedAt: new Date(start + seconds * 1000), elements }
    })
    const { completion, success, score } = this.#outcome
    const scoreScaled = score === null ? null : score / 100
    return { commits, completedAt, progress: { completion, success, scoreScaled, totalSeconds } }
  }

  get #outcome(): Outcome {
    return outcomeOf(this.module.shape, this.#state)
  }

  #api() {
    const commit = () => {
      if (Object.keys(this.#pending).length > 0) {
        this.#commits.push({ seconds: this.#seconds, elements: this.#pending })
      }
      this.#pending = {}
      return 'true'
    }
    return {
      LMSInitialize: () => 'true',
      LMSGetValue: () => '',
      LMSSetValue: (element?: string, value?: string) => {
        this.#pending[element ?? ''] = value ?? ''
        return 'true'
      },
      LMSCommit: commit,
      LMSFinish: commit,
    }
  }
}

function playLesson(play: Play, completes: boolean): void {
  const { pages } = play.module
  const last = completes ? pages.length : play.random.whole(1, pages.length - 1)
  for (const { slug, questions } of pages.slice(0, last)) {
    play.change({ at: slug, seen: [...play.state.seen, slug] })
    play.wait(25, 110)
    for (const question of questions) {
      const latest = play.answer(question)
      play.record(question, latest, play.random.whole(8, 60))
      const answer = { first: latest === question.right, latest }
      play.change({ answers: { ...play.state.answers, [question.id]: answer } })
      play.wait(10, 40)
    }
  }
}

/** A test until it is passed; somebody who does not pass hands it in once. */
function playTest(play: Play, passes: boolean): void {
  const { shape } = play.module
  let knows = passes ? play.knows : 0.4
  for (;;) {
    const handedIn = handIn(play, knows)
    const { isPassed, percent } = resultOf(shape, handedIn)
    play.change({ test: undefined, handedIn, passed: isPassed ? percent : undefined })
    if (isPassed || !passes) return
    // Read again, as the module tells.
    knows = 0.95
  }
}

function handIn(play: Play, knows: number): NonNullable<ModuleState['handedIn']> {
  const { module, random } = play
  const seed = random.whole(0, 2 ** 30)
  const drawn = drawQuestions(module.shape.questions, module.drawn, random.next)
  const asked = drawn.map((id) => module.bank.find((question) => question.id === id)!)
  const answers: Record<string, string> = {}
  const least = play.knows > 0.92 ? 2 : 8
  for (const question of asked) {
    answers[question.id] = play.answer(question, knows)
    const test = { seed, drawn, answers: { ...answers }, seconds: {} }
    play.change({ test })
    play.wait(least, 5 * least)
  }
  for (const question of asked) play.record(question, answers[question.id]!, 4 * least)
  return { seed, drawn, answers }
}

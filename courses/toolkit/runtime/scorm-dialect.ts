import type { Outcome } from './outcome.ts'
import { interactionType, isRight, responseIn, type Edition, type QuestionKey } from './response.ts'

/** An answer as it is recorded. */
export interface Interaction {
  question: QuestionKey
  /** The question as it is read. */
  text: string
  response: string
  at: Date
  /** From when the question was shown. */
  seconds: number
}

export type Setting = readonly [element: string, value: string]

/** How one standard says what a module has to say. Clauses: SCORM 1.2 RTE 3.4.4, SCORM 2004 4th ed. RTE 4.2. */
export interface Dialect {
  edition: Edition
  /** The name under which the system's window has it. */
  api: 'API' | 'API_1484_11'
  /** What stands before the names of its functions. */
  prefix: '' | 'LMS'
  finish: 'LMSFinish' | 'Terminate'
  bookmark: string
  language: string
  learner: string
  exit: string
  sessionTime: Setting[0]
  timespan: (seconds: number) => string
  /** What earlier sessions have come to, by a reader of elements. */
  standing: (get: (element: string) => string) => { isCompleted: boolean; isPassed: boolean }
  outcome: (outcome: Outcome) => Setting[]
  /** `index` is how many there were before it. */
  interaction: (interaction: Interaction, index: number) => Setting[]
}

const two = (number: number) => String(number).padStart(2, '0')

const scored = (holder: string, score: number | null): Setting[] =>
  score === null
    ? []
    : [
        [`${holder}.score.min`, '0'],
        [`${holder}.score.max`, '100'],
        [`${holder}.score.raw`, String(score)],
      ]

function answer(edition: Edition, index: number, interaction: Interaction): Setting[] {
  const { question, response } = interaction
  const { id, type, right } = question
  const place = `cmi.interactions.${index}`
  const is12 = edition === '1.2'
  return [
    [`${place}.id`, id],
    [`${place}.type`, interactionType(type)],
    [`${place}.correct_responses.0.pattern`, responseIn(edition, type, right)],
    [
      `${place}.${is12 ? 'student_response' : 'learner_response'}`,
      responseIn(edition, type, response),
    ],
    [`${place}.result`, isRight(question, response) ? 'correct' : is12 ? 'wrong' : 'incorrect'],
  ]
}

export const scorm12: Dialect = {
  edition: '1.2',
  api: 'API',
  prefix: 'LMS',
  finish: 'LMSFinish',
  bookmark: 'cmi.core.lesson_location',
  language: 'cmi.student_preference.language',
  learner: 'cmi.core.student_id',
  exit: 'cmi.core.exit',
  sessionTime: 'cmi.core.session_time',
  timespan: (seconds) => {
    const whole = Math.min(Math.max(0, Math.floor(seconds)), 9999 * 3600)
    const hours = String(Math.floor(whole / 3600)).padStart(4, '0')
    return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
  },
  standing: (get) => {
    const status = get('cmi.core.lesson_status')
    return { isCompleted: status === 'completed', isPassed: status === 'passed' }
  },
  outcome: ({ completion, success, score }) => [
    ...scored('cmi.core', score),
    ['cmi.core.lesson_status', success === 'unknown' ? completion : success],
  ],
  interaction: (interaction, index) => [
    ...answer('1.2', index, interaction),
    [`cmi.interactions.${index}.time`, clockOf(interaction.at)],
    [`cmi.interactions.${index}.latency`, scorm12.timespan(interaction.seconds)],
  ],
}

const clockOf = (at: Date) =>
  `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`

/** A description takes 250 characters (RTE 4.2.9.1). */
const longestDescription = 250

export const scorm2004: Dialect = {
  edition: '2004',
  api: 'API_1484_11',
  prefix: '',
  finish: 'Terminate',
  bookmark: 'cmi.location',
  language: 'cmi.learner_preference.language',
  learner: 'cmi.learner_id',
  exit: 'cmi.exit',
  sessionTime: 'cmi.session_time',
  timespan: (seconds) => {
    const whole = Math.max(0, Math.floor(seconds))
    return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${whole % 60}S`
  },
  standing: (get) => ({
    isCompleted: get('cmi.completion_status') === 'completed',
    isPassed: get('cmi.success_status') === 'passed',
  }),
  outcome: ({ completion, success, score }) => [
    ...scored('cmi', score),
    ...(score === null
      ? []
      : [['cmi.score.scaled', String(Math.round(score * 100) / 10_000)] as const]),
    ['cmi.completion_status', completion],
    ['cmi.success_status', success],
  ],
  interaction: (interaction, index) => [
    ...answer('2004', index, interaction),
    [`cmi.interactions.${index}.timestamp`, `${interaction.at.toISOString().slice(0, 19)}.0Z`],
    [`cmi.interactions.${index}.latency`, scorm2004.timespan(interaction.seconds)],
    [
      `cmi.interactions.${index}.description`,
      `{lang=sv}${shortened(interaction.text, longestDescription)}`,
    ],
  ],
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}

import type { ProblemCode } from '../../source/problem.ts'
import {
  type PlantedFault,
  one,
  lesson,
  bank,
  head,
  page,
  sentence,
  refresher,
  guide,
} from './planting.ts'
import { add, swap } from './small-course.ts'

const film = (settings: string, body: string) =>
  `\n:::film[En övning]{src=ovning.mp4${settings}}\n${body}\n:::\n`

const recording = (code: ProblemCode, settings: string, body: string): PlantedFault => ({
  changes: {
    texts: { [page]: add(film(settings, body)) },
    others: ['ovning.mp4', 'ovning.vtt', 'ovning-syn.mp4'].map(
      (name) => `modules/grunden/media/${name}`,
    ),
  },
  told: [[code, `${page}:17`]],
})

/** Faults in recordings and films. */
export const recordings: PlantedFault[] = [
  recording('recording-without-transcript', ' captions=ovning.vtt description=ovning-syn.mp4', ''),
  recording('film-without-captions', ' description=ovning-syn.mp4', '\nAlla går ut.\n'),
  recording('film-without-description', ' captions=ovning.vtt', '\nAlla går ut.\n'),
]

const long = 'Den som ser rök ska alltid säga det högt till alla i huset.'
const pageNine = '---\ntitle: Sida nio\n---\n\nMer.\n'

/** Faults in what a module says of itself, and in modules together. */
export const modules: PlantedFault[] = [
  {
    changes: {
      texts: {
        [page]: swap(sentence, long),
        [bank]: swap('Liv går före allt annat.', long),
      },
    },
    told: [['sentence-repeated', `${bank}:5`]],
  },
  {
    changes: {
      texts: {
        [head]: (text) => text.replace(/goals:\n(?: .*\n)+/, 'goals: []\n'),
        ...Object.fromEntries(
          [
            '01-borja',
            '02-larma',
            '03-ut',
            '04-ordning',
            '05-par',
            '06-kafferummet',
            '07-tank',
            '08-lista',
          ].map((name) => [
            lesson(`${name}.md`),
            (text: string) => text.replace(/goals: .*\n/, ''),
          ]),
        ),
      },
    },
    told: [['lesson-goals', `${head}:1`]],
  },
  { changes: { texts: { [page]: null } }, told: [['lesson-few-pages', `${head}:1`]] },
  {
    changes: {
      texts: Object.fromEntries(
        [9, 10, 11, 12, 13, 14, 15].map((number) => [
          lesson(`${String(number).padStart(2, '0')}-mera-${number}.md`),
          pageNine,
        ]),
      ),
    },
    told: [['lesson-many-pages', `${head}:1`]],
  },
  {
    changes: {
      texts: {
        [lesson('06-kafferummet.md')]: (text) =>
          text.replace(' to=korridoren', '').replace(/\n::::scene{#korridoren}[^]*\n::::\n/, ''),
      },
    },
    told: [['lesson-decisions', `${head}:1`]],
  },
  {
    changes: {
      texts: { [lesson('07-tank.md')]: (text) => text.replace(/\n::::question[^]*$/, '') },
    },
    told: [['lesson-questions', `${head}:1`]],
  },
  {
    changes: {
      texts: {
        [lesson('07-tank.md')]: (text) => text.replace(/:::reflection[^]*?\n:::\n/, 'Tänk.\n'),
      },
    },
    told: [['lesson-reflection', `${head}:1`]],
  },
  {
    changes: { texts: { [lesson('08-lista.md')]: swap(':::checklist', ':::reflection') } },
    told: [['lesson-checklist', `${head}:1`]],
  },
  {
    changes: { texts: { [lesson('lattlast.md')]: null } },
    told: [['lesson-easy-read', `${head}:1`]],
  },
  {
    changes: { texts: { 'modules/provet/handledning.md': null } },
    told: [['module-guide', 'modules/provet/module.yaml:1']],
  },
  one('goal-without-page', head, 14, add('  - id: m3\n    text: Du kan släcka.\n')),
  {
    changes: {
      texts: {
        [head]: add('  - id: m3\n    text: Du kan släcka.\n'),
        [page]: swap('[m1]', '[m1, m3]'),
      },
    },
    told: [['goal-without-question', `${head}:14`]],
  },
  one('test-without-draw', 'modules/provet/module.yaml', 1, (text) =>
    text.replace(/draw:[^]*$/, ''),
  ),
  one('test-small-bank', 'modules/provet/module.yaml', 1, swap('questions: 1', 'questions: 3')),
  one('test-small-draw', 'modules/provet/module.yaml', 1, swap('questions: 1', 'questions: 0')),
  {
    changes: {
      texts: {
        'course.yaml': (text) =>
          swap(
            '  - provet\n',
            '  - provet\n  - igen\n',
          )(text).replace('24 }', '24, renewedBy: igen }'),
        'modules/igen/module.yaml': refresher,
        'modules/igen/01-mera.md': pageNine,
        'modules/igen/handledning.md': guide,
        [bank]: (text) => text.replaceAll(/grunden\/[a-z]+/g, 'igen/mera'),
      },
    },
    told: [['test-module-forgotten', 'modules/provet/module.yaml:1']],
  },
  one(
    'not-a-test',
    head,
    1,
    add('draw:\n  questions: 1\n  passPercent: 80\n  secondsPerQuestion: 5\n'),
  ),
]

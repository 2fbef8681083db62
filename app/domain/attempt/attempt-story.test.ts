import { describe, expect, test } from 'vitest'
import { secondsOf } from '~/standards/scorm/cmi12.ts'
import { storyOf, type Stretch } from './attempt-story.ts'

const at = (clock: string) => new Date(`2026-11-21T${clock}:00Z`)

/** Nine live commits of a launch, with nothing beside them unless told otherwise. */
function stretch(from: string, to: string, values: Partial<Stretch> = {}): Stretch {
  return {
    beginsLaunch: true,
    from: at(from),
    to: at(to),
    commits: 9,
    replayed: 0,
    exits: 0,
    endedBy: null,
    parts: [],
    refused: [],
    sessions: [],
    ...values,
  }
}

interface Told {
  before?: Stretch
  isFromStart?: boolean
  completedAt?: Date
}

const tell = (stretches: Stretch[], { before, isFromStart, completedAt }: Told = {}) =>
  storyOf({
    stretches,
    before: before ?? null,
    isFromStart: isFromStart ?? before === undefined,
    completedAt: completedAt ?? null,
    secondsOf,
  }).map(({ sentences }) => sentences)

const saved = { kind: 'saved', commits: 9, parts: [] }

describe('the story of an attempt begins a stretch with', () => {
  test('the first time that the module was opened', () => {
    expect(tell([stretch('08:00', '08:20')])).toEqual([[{ kind: 'opened' }, saved]])
  })

  test('nothing of a first time, where the trail has been compacted before it', () => {
    const [told] = tell([stretch('08:00', '08:20')], { isFromStart: false })
    expect(told![0]).toEqual({ kind: 'opened-again' })
  })

  test.each(['content', 'exit'] as const)(
    'another opening, when the launch before was ended by %s',
    (endedBy) => {
      const [, told] = tell([stretch('08:00', '08:20', { endedBy }), stretch('08:21', '08:40')])
      expect(told).toEqual([{ kind: 'opened-again' }, saved])
    },
  )

  test('a take-over, when the launch before had saved a moment ago and not ended', () => {
    const [, told] = tell([stretch('08:00', '08:20'), stretch('08:21', '08:40')])
    expect(told![0]).toEqual({ kind: 'took-over' })
  })

  test('a break, when the launch before had been silent for long and not ended', () => {
    const [, told] = tell([stretch('08:00', '08:20'), stretch('08:36', '08:40')])
    expect(told![0]).toEqual({ kind: 'opened-after-break' })
  })

  test('the pause, when the same launch goes on after one', () => {
    const [, told] = tell([
      stretch('08:00', '08:20'),
      stretch('09:07', '09:30', { beginsLaunch: false }),
    ])
    // 08:20 to 09:07 is 47 minutes.
    expect(told![0]).toEqual({ kind: 'went-on', afterSeconds: 47 * 60 })
  })

  test('what stands before its page', () => {
    const before = stretch('08:00', '08:20', { endedBy: 'exit' })
    expect(tell([stretch('08:21', '08:40')], { before })).toEqual([
      [{ kind: 'opened-again' }, saved],
    ])
  })
})

describe('the story of an attempt tells', () => {
  const replay = { commits: 3, replayed: 3 }

  test('how each commit came', () => {
    const [told] = tell([
      stretch('08:00', '08:20', { commits: 16, replayed: 3, exits: 1, parts: ['Del 1'] }),
    ])
    expect(told).toEqual([
      { kind: 'opened' },
      { kind: 'replayed', commits: 3 },
      // 16 less 3 replayed and 1 on exit.
      { kind: 'saved', commits: 12, parts: ['Del 1'] },
      { kind: 'saved-on-exit', commits: 1 },
    ])
  })

  test('of what was only replayed no opening, and of who plays on meanwhile no pause', () => {
    const told = tell([
      stretch('08:00', '08:20'),
      stretch('08:21', '08:21', replay),
      stretch('08:22', '08:40', { beginsLaunch: false }),
    ])
    expect(told).toEqual([[{ kind: 'opened' }, saved], [{ kind: 'replayed', commits: 3 }], [saved]])
  })

  test('a take-over also when something was replayed in between', () => {
    const [, , told] = tell([
      stretch('08:00', '08:20'),
      stretch('08:21', '08:21', replay),
      stretch('08:22', '08:40'),
    ])
    expect(told![0]).toEqual({ kind: 'took-over' })
  })

  test('what was refused, by its clause', () => {
    const refused = {
      element: 'cmi.core.score.raw',
      code: 'range',
      clause: 'SCORM 1.2 RTE 3.4.4, cmi.core.score.raw',
      commits: 2,
    }
    const [told] = tell([stretch('08:00', '08:20', { refused: [refused] })])
    expect(told).toContainEqual({ kind: 'refused', ...refused })
  })

  test('the time that its sessions have added, each from what it had said before', () => {
    const sessions = [
      { told: '00:10:00', before: null },
      { told: '00:25:00', before: '00:20:00' },
      { told: 'soon', before: null },
    ]
    const [told] = tell([stretch('08:00', '08:20', { sessions })])
    // 10 min, and 25 - 20 = 5 min more.
    expect(told).toContainEqual({ kind: 'counted', seconds: 15 * 60 })
  })

  test('no time where none was said', () => {
    expect(tell([stretch('08:00', '08:20')])[0]).toHaveLength(2)
  })

  test('in its own stretch that the module was completed, and how it ended', () => {
    const told = tell(
      [
        stretch('08:00', '08:20', { endedBy: 'content' }),
        stretch('08:30', '08:40', { endedBy: 'exit' }),
      ],
      { completedAt: at('08:20') },
    )
    expect(told[0]!.slice(-2)).toEqual([{ kind: 'completed', at: at('08:20') }, { kind: 'ended' }])
    expect(told[1]).toEqual([{ kind: 'opened-again' }, saved])
  })
})

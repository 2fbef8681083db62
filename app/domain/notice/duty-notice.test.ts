import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type Day } from '~/kernel/dates.ts'
import { isWorkingDay } from '~/kernel/swedish-holidays.ts'
import {
  noticesOf,
  toldBy,
  type NoticeFacts,
  type NoticePart,
  type OpenDuty,
  type ToldNotice,
} from './duty-notice.ts'

/** A Monday, and no holiday within two months. */
const monday = '2026-09-07'
const duty = (change: Partial<OpenDuty> = {}): OpenDuty => ({
  moduleId: 'm1',
  dueOn: addDays(monday, 60),
  isMandatory: true,
  ...change,
})
const dueIn = (days: number, change: Partial<OpenDuty> = {}) =>
  duty({ dueOn: addDays(monday, days), ...change })
const facts = (change: Partial<NoticeFacts> = {}): NoticeFacts => ({
  duties: [duty()],
  told: [],
  reminders: [],
  mailedOn: null,
  wantsRecommended: true,
  ...change,
})
const told = (stage: ToldNotice['stage'], dueOn: Day | null, toldOn: Day): ToldNotice => ({
  moduleId: 'm1',
  stage,
  dueOn,
  toldOn,
})
const stagesOf = (parts: NoticePart[]) => parts.map(({ moduleId, stage }) => `${moduleId} ${stage}`)

describe('somebody is told', () => {
  test('when something is assigned, and not once more', () => {
    expect(stagesOf(noticesOf(facts(), monday))).toEqual(['m1 assigned'])
    const again = facts({ told: [told('assigned', duty().dueOn, addDays(monday, -30))] })
    expect(noticesOf(again, monday)).toEqual([])
  })

  test.each([
    [15, []],
    [14, ['m1 soon']],
    [8, ['m1 soon']],
    [4, ['m1 soon']],
    [3, ['m1 close']],
    [0, ['m1 close']],
    [-1, ['m1 late']],
  ])('of a day that is %i days away, when it was told as assigned: %j', (days, expected) => {
    const { dueOn } = dueIn(days)
    const known = { duties: [dueIn(days)], told: [told('assigned', dueOn, addDays(monday, -40))] }
    expect(stagesOf(noticesOf(facts(known), monday))).toEqual(expected)
  })

  test('3 days before though it was told 14 days before, and of what is late though it was told 3 days before', () => {
    const soon = {
      duties: [dueIn(3)],
      told: [told('soon', addDays(monday, 3), addDays(monday, -11))],
    }
    expect(stagesOf(noticesOf(facts(soon), monday))).toEqual(['m1 close'])
    const late = {
      duties: [dueIn(-1)],
      told: [told('close', addDays(monday, -1), addDays(monday, -8))],
    }
    expect(stagesOf(noticesOf(facts(late), monday))).toEqual(['m1 late'])
  })

  test('anew of another day, when the day has been moved', () => {
    const moved = {
      duties: [dueIn(14)],
      told: [told('soon', addDays(monday, 2), addDays(monday, -10))],
    }
    expect(stagesOf(noticesOf(facts(moved), monday))).toEqual(['m1 soon'])
  })

  test('of what stays late again after four weeks, no sooner', () => {
    const late = (days: number) =>
      facts({
        duties: [dueIn(-90)],
        told: [told('late', addDays(monday, -90), addDays(monday, -days))],
      })
    expect(noticesOf(late(27), monday)).toEqual([])
    expect(stagesOf(noticesOf(late(28), monday))).toEqual(['m1 late'])
  })

  test('of what is recommended, but never that it is late, and not where they want none of it', () => {
    const recommended = { duties: [dueIn(-5, { isMandatory: false })] }
    expect(stagesOf(noticesOf(facts(recommended), monday))).toEqual(['m1 assigned'])
    expect(noticesOf(facts({ ...recommended, wantsRecommended: false }), monday)).toEqual([])
  })

  test('of what must be done, whatever they want', () => {
    expect(noticesOf(facts({ wantsRecommended: false }), monday)).toHaveLength(1)
  })

  test('when a manager wants it, though it was told', () => {
    const reminded = facts({
      told: [told('assigned', duty().dueOn, addDays(monday, -30))],
      reminders: ['m1'],
    })
    expect(noticesOf(reminded, monday)).toMatchObject([{ moduleId: 'm1', isReminder: true }])
    expect(noticesOf({ ...reminded, duties: [] }, monday)).toEqual([])
  })
})

describe('one mail', () => {
  test('gathers what is late, what is due within 14 days and what is new, the most urgent first', () => {
    const duties = [
      duty({ moduleId: 'told-and-far', dueOn: addDays(monday, 40) }),
      duty({ moduleId: 'new', dueOn: addDays(monday, 41) }),
      duty({ moduleId: 'nice', dueOn: addDays(monday, 1), isMandatory: false }),
      duty({ moduleId: 'told-and-due', dueOn: addDays(monday, 12) }),
      duty({ moduleId: 'late', dueOn: addDays(monday, -3) }),
    ]
    const known: ToldNotice[] = [
      { ...told('assigned', addDays(monday, 40), monday), moduleId: 'told-and-far' },
      { ...told('soon', addDays(monday, 12), addDays(monday, -2)), moduleId: 'told-and-due' },
    ]
    expect(stagesOf(noticesOf(facts({ duties, told: known }), monday))).toEqual([
      'late late',
      'told-and-due soon',
      'new assigned',
      'nice close',
    ])
  })

  test('a week, and what waits is in the next one', () => {
    const waiting = facts({ duties: [dueIn(2)], mailedOn: addDays(monday, -6) })
    expect(noticesOf(waiting, monday)).toEqual([])
    expect(stagesOf(noticesOf(waiting, addDays(monday, 1)))).toEqual(['m1 close'])
  })

  test('that no other can follow before the day has told that the day is close', () => {
    // Due in six days: the next mail could come in seven.
    expect(toldBy(noticesOf(facts({ duties: [dueIn(6)] }), monday)[0]!, monday)).toBe('close')
    expect(toldBy(noticesOf(facts({ duties: [dueIn(7)] }), monday)[0]!, monday)).toBe('soon')
  })
})

describe('no mail goes out', () => {
  test.each(['2026-04-03', '2026-04-06', '2026-06-19', '2026-12-24', '2026-12-31', '2026-09-06'])(
    'on %s',
    (day) => expect(noticesOf(facts({ duties: [duty({ dueOn: '2026-01-02' })] }), day)).toEqual([]),
  )

  test('at Christmas: what is due on the 27th is told as close on the 23rd', () => {
    const known = {
      duties: [duty({ dueOn: '2026-12-27' })],
      told: [told('soon', '2026-12-27', '2026-12-10')],
    }
    expect(noticesOf(facts(known), '2026-12-22')).toEqual([])
    expect(stagesOf(noticesOf(facts(known), '2026-12-23'))).toEqual(['m1 close'])
  })
})

test('whatever is asked, day after day: mails a week apart, on working days, each stage of a day told once', () => {
  const duties = fc.uniqueArray(
    fc.record({
      moduleId: fc.constantFrom('a', 'b', 'c', 'd'),
      dueOn: fc.option(fc.integer({ min: -30, max: 90 }).map((days) => addDays(monday, days))),
      isMandatory: fc.boolean(),
    }),
    { selector: ({ moduleId }) => moduleId },
  )
  fc.assert(
    fc.property(duties, fc.boolean(), (asked, wantsRecommended) => {
      const mails: Day[] = []
      const known: ToldNotice[] = []
      for (let at = 0; at < 120; at++) {
        const day = addDays(monday, at)
        const mailedOn = mails.at(-1) ?? null
        const parts = noticesOf(
          { duties: asked, told: known, reminders: [], mailedOn, wantsRecommended },
          day,
        )
        if (parts.length === 0) continue
        expect(isWorkingDay(day)).toBe(true)
        if (mailedOn) expect(daysBetween(mailedOn, day)).toBeGreaterThanOrEqual(7)
        mails.push(day)
        known.push(...parts.map((part) => ({ ...part, stage: toldBy(part, day), toldOn: day })))
      }
      for (const { moduleId, dueOn, isMandatory } of asked) {
        if (!isMandatory && !wantsRecommended) continue
        const ofIt = known.filter((part) => part.moduleId === moduleId)
        expect(ofIt.length).toBeGreaterThan(0)
        // Nobody is late without having been told, unless it was late from the beginning.
        const before = ofIt.filter(({ toldOn }) => dueOn !== null && toldOn <= dueOn)
        if (dueOn !== null && dueOn >= addDays(monday, 7)) expect(before.length).toBeGreaterThan(0)
      }
    }),
  )
})

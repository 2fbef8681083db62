import { z } from 'zod'
import type { DutyRuling } from '~/domain/assignment/duty-decision.ts'
import { excuseReasons } from '~/domain/assignment/duty-exception.ts'
import { isDay, today } from '~/kernel/dates.ts'
import { optionalDay, several } from '~/platform/http/form-fields.ts'
import { searchedWords } from '~/platform/http/posted-search.ts'

/** What can be done with the people who are ticked. */
export const peopleDeeds = ['remind', 'extend', 'excuse'] as const

const dayToCome = optionalDay.refine(
  (day) => day === null || !isDay(day) || day >= today(),
  'staff.deed.day-passed',
)

/** Whom, what and until when: for those ticked, or for all that the list shows. */
export const peopleDeedSchema = z
  .object({
    deed: z.enum(peopleDeeds, 'staff.deed.missing'),
    personId: several(z.string()),
    /** Ticked: all that the list shows, on all its pages. */
    all: z.string().optional(),
    words: searchedWords,
    newDay: dayToCome,
    reason: z
      .union([z.enum(excuseReasons), z.literal('')])
      .optional()
      .transform((reason) => reason || null),
    untilOn: dayToCome,
  })
  .superRefine((said, context) => {
    const miss = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (said.personId.length === 0 && said.all === undefined) miss('personId', 'staff.deed.nobody')
    if (said.deed === 'extend' && said.newDay === null) miss('newDay', 'form.required')
    if (said.deed === 'excuse' && said.reason === null) miss('reason', 'form.required')
  })
  .transform(({ deed, personId, all, words, newDay, reason, untilOn }) => ({
    deed,
    personIds: personId,
    isAll: all !== undefined,
    words,
    /** Null for a reminder, which decides nothing. */
    ruling: deed === 'remind' ? null : rulingOf({ deed, newDay, reason, untilOn }),
  }))

function rulingOf(said: {
  deed: 'extend' | 'excuse'
  newDay: string | null
  reason: (typeof excuseReasons)[number] | null
  untilOn: string | null
}): DutyRuling {
  if (said.deed === 'extend') return { kind: 'extended', untilOn: said.newDay! }
  return { kind: 'excused', reason: said.reason!, untilOn: said.untilOn }
}

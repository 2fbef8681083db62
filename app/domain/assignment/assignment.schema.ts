import { z } from 'zod'
import { optionalDay, several } from '~/platform/http/form-fields.ts'
import { professionGroups } from '~/kernel/profession.ts'
import {
  longest,
  placeKinds,
  targetKinds,
  usualWindowDays,
  type AudiencePlace,
  type NewAssignment,
  type Target,
} from './assignment.ts'

const optionalNumber = (most: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text) => (text ? Number(text) : null))
    .refine((number) => number === null || (Number.isInteger(number) && number >= 1), 'form.number')
    .refine((number) => number === null || !(number > most), `form.at-most?count=${most}`)

function targetOf(text: string): Target | null {
  const [kind, id] = text.split(':', 2)
  const known = targetKinds.find((each) => each === kind)
  return known && id && z.uuid().safeParse(id).success ? { kind: known, id } : null
}

function placeOf(text: string): AudiencePlace | null {
  const [kind, ref = ''] = text.split(':', 2)
  const known = placeKinds.find((each) => each === kind)
  return known && ref.length <= 36 ? { kind: known, ref } : null
}

const target = z
  .string()
  .transform(targetOf)
  .refine((found) => found !== null, 'assignment.choose-target')
const place = z
  .string()
  .transform(placeOf)
  .refine((found) => found !== null)

/** What, to whom, by when, how often, and a word to go with it. As a form or an address tells it. */
const assignmentFields = z.object({
  target,
  places: several(place).refine((places) => places.length > 0, 'assignment.choose-place'),
  professionGroups: several(z.enum(professionGroups)),
  onlyNew: z.literal('on').optional(),
  personIds: several(z.uuid()),
  isMandatory: z.enum(['mandatory', 'recommended']),
  dueOn: optionalDay,
  dueDays: optionalNumber(longest.dueDays),
  repeatMonths: optionalNumber(longest.repeatMonths),
  windowDays: optionalNumber(longest.windowDays),
})

const needsDay = (fields: z.output<typeof assignmentFields>) =>
  fields.isMandatory === 'recommended' || fields.dueOn !== null || fields.dueDays !== null
const dayMissing = { path: ['dueOn'], message: 'assignment.day-needed' }

/** The first step: who would be meant? */
export const checkAssignmentSchema = assignmentFields
  .extend({ intent: z.literal('check') })
  .refine(needsDay, dayMissing)

/** The second: the same once more, and the word. */
export const assignSchema = assignmentFields
  .extend({
    intent: z.literal('assign'),
    message: z
      .string()
      .trim()
      .max(500)
      .optional()
      .transform((text) => text || null),
  })
  .refine(needsDay, dayMissing)

/** Both steps of the page. */
export const assignmentStepSchema = z.discriminatedUnion('intent', [
  checkAssignmentSchema,
  assignSchema,
])

/** What an address holds between the two. */
export const assignmentAddressSchema = assignmentFields.refine(needsDay, dayMissing)

/** The fields as a verb takes them. */
export function newAssignmentOf(
  fields: z.output<typeof assignmentFields> & { message?: string | null },
): NewAssignment {
  const { places, personIds, repeatMonths, windowDays, dueOn, dueDays } = fields
  return {
    target: fields.target,
    audience: {
      places: withoutInner(places.map((found) => found)),
      professionGroups: fields.professionGroups,
      onlyNew: fields.onlyNew === 'on',
      personIds,
    },
    terms: {
      isMandatory: fields.isMandatory === 'mandatory',
      dueOn,
      dueDays,
      repeatMonths,
      windowDays: repeatMonths === null ? null : (windowDays ?? usualWindowDays),
    },
    message: fields.message ?? null,
  }
}

/** What is chosen as an address holds it between the two steps; the message is in no address. */
export function addressOf({ target, audience, terms }: Omit<NewAssignment, 'message'>): string {
  const { isMandatory, dueOn, dueDays, repeatMonths, windowDays } = terms
  const fields: [string, string | number | null][] = [
    ['target', `${target.kind}:${target.id}`],
    ...audience.places.map(({ kind, ref }): [string, string] => ['places', `${kind}:${ref}`]),
    ...audience.professionGroups.map((group): [string, string] => ['professionGroups', group]),
    ['onlyNew', audience.onlyNew ? 'on' : null],
    ...audience.personIds.map((id): [string, string] => ['personIds', id]),
    ['isMandatory', isMandatory ? 'mandatory' : 'recommended'],
    ['dueOn', dueOn],
    ['dueDays', dueDays],
    ['repeatMonths', repeatMonths],
    ['windowDays', windowDays],
  ]
  const said = fields
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, `${value}`])
  return new URLSearchParams(said).toString()
}

/** Who ticks the whole county and some of its municipalities means the county. */
function withoutInner(places: AudiencePlace[]): AudiencePlace[] {
  const nation = places.find(({ kind }) => kind === 'nation')
  if (nation) return [nation]
  const counties = new Set(places.filter(({ kind }) => kind === 'county').map(({ ref }) => ref))
  return places.filter(({ kind, ref }) => kind !== 'municipality' || !counties.has(ref.slice(0, 2)))
}

export const withdrawAssignmentSchema = z.object({ intent: z.literal('withdraw') })

export const moveAssignmentSchema = z.object({
  intent: z.literal('move'),
  dueOn: optionalDay,
  dueDays: optionalNumber(longest.dueDays),
})

/** The two forms of an assignment's page. */
export const assignmentFormSchema = z.discriminatedUnion('intent', [
  moveAssignmentSchema,
  withdrawAssignmentSchema,
])

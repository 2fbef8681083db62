import { isDay, type Day } from '~/kernel/dates.ts'
import { addDays } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { longestEmployerNumber, type AffiliationKind } from './affiliation.ts'
import { foldedWord } from '~/kernel/folded-word.ts'
import type { PeopleColumns, PeopleField } from './people-columns.ts'
import type { NamedSubGroup } from './sub-group-choice.ts'
import type { FindUnit } from '~/domain/organisation/unit-finder.ts'

/** Why a row gives nothing; `people.reason.<reason>` are the words. */
export const peopleReasons = [
  'personal-number',
  'person-missing',
  'email-unreadable',
  'email-missing',
  'name-missing',
  'name-too-long',
  'number-too-long',
  'number-shared',
  'person-differs',
  'unit-unknown',
  'unit-ambiguous',
  'profession-unknown',
  'profession-missing',
  'sub-group-unknown',
  'sub-group-elsewhere',
  'kind-unknown',
  'from-unreadable',
  'to-unreadable',
  'ends-before-start',
  'row-twice',
] as const
export type PeopleReason = (typeof peopleReasons)[number]

/** Those that only the database can tell. */
export const judgedReasons = [
  'email-missing',
  'name-missing',
  'number-shared',
  'person-differs',
  'profession-missing',
  'ends-before-start',
  'row-twice',
] as const satisfies readonly PeopleReason[]

/** What a row says, with what it leaves out as null. */
export interface ToldPerson {
  /** Empty texts where the file has none. */
  givenName: string
  familyName: string
  /** Lower case. */
  email: string
  employerNumber: string
  unitId: string | null
  professionGroup: ProfessionGroup | null
  /** The organisation's own group below it. */
  subGroupId: string | null
  kind: AffiliationKind | null
  validFrom: Day | null
  /** The day after the last. */
  validTo: Day | null
}

export interface ReadPerson extends ToldPerson {
  /** Why it is refused, as far as the row alone tells. */
  reason: PeopleReason | null
}

export interface RowReading {
  columns: PeopleColumns
  findUnit: FindUnit
  findGroup: (word: string) => ProfessionGroup | undefined
  findSubGroup: (word: string) => NamedSubGroup | undefined
}

const longestName = 100
const longestEmail = 254
/** No more than what an address must have to be one; the mail itself proves it. */
const address = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/

const kinds: Record<AffiliationKind, string> = {
  employed: `anstalld anstallda tillsvidare tillsvidareanstalld visstid visstidsanstalld vikarie vikariat
    timanstalld timavlonad manadsavlonad manadsanstalld employed employee permanent temporary`,
  student: 'student praktikant trainee',
  volunteer: 'volontar ideell volunteer',
  elected: 'fortroendevald elected politiker',
}
const kindByWord = new Map(
  Object.entries(kinds).flatMap(([kind, list]) =>
    list.split(/\s+/).map((word) => [word, kind as AffiliationKind]),
  ),
)

/** What a row of a file says, and why it cannot be taken where it alone shows that. */
export function readPerson(cells: readonly string[], reading: RowReading): ReadPerson {
  const text = (field: PeopleField) => {
    const place = reading.columns[field]
    return place === undefined ? '' : (cells[place] ?? '')
  }
  const unit = text('unit') ? reading.findUnit(text('unit')) : null
  const group = text('profession') ? reading.findGroup(text('profession')) : null
  const subGroup = text('subGroup') ? reading.findSubGroup(text('subGroup')) : null
  const kind = text('kind') ? kindByWord.get(foldedWord(text('kind'))) : null
  const [from, to] = [text('from'), text('to')].map(dayOfText)
  const told: ToldPerson = {
    givenName: text('givenName'),
    familyName: text('familyName'),
    email: text('email').toLowerCase(),
    employerNumber: text('employerNumber'),
    unitId: unit && 'unitId' in unit ? unit.unitId : null,
    // An own group lies below one national group, which then need not be told.
    professionGroup: group ?? (text('profession') ? null : (subGroup?.professionGroup ?? null)),
    subGroupId: subGroup?.subGroupId ?? null,
    kind: kind ?? null,
    validFrom: from ?? null,
    validTo: to ? addDays(to, 1) : null,
  }
  const reason =
    reasonOfPerson(told) ??
    (unit && 'reason' in unit ? unit.reason : undefined) ??
    (group === undefined ? 'profession-unknown' : undefined) ??
    (subGroup === undefined ? 'sub-group-unknown' : undefined) ??
    (subGroup && told.professionGroup !== subGroup.professionGroup
      ? 'sub-group-elsewhere'
      : undefined) ??
    (kind === undefined ? 'kind-unknown' : undefined) ??
    (from === undefined ? 'from-unreadable' : undefined) ??
    (to === undefined ? 'to-unreadable' : undefined) ??
    (from && to && to < from ? 'ends-before-start' : undefined)
  return { ...kept(told), reason: reason ?? null }
}

function reasonOfPerson(told: ToldPerson): PeopleReason | undefined {
  if (!told.email && !told.employerNumber) return 'person-missing'
  if (told.email && !isAddress(told.email)) return 'email-unreadable'
  if (told.employerNumber.length > longestEmployerNumber) return 'number-too-long'
  if (told.givenName.length > longestName || told.familyName.length > longestName) {
    return 'name-too-long'
  }
  return undefined
}

const isAddress = (text: string) => text.length <= longestEmail && address.test(text)

/** No longer than anything that a row may hold: a refused row is kept to be corrected, too. */
function kept(told: ToldPerson): ToldPerson {
  return {
    ...told,
    givenName: told.givenName.slice(0, longestName),
    familyName: told.familyName.slice(0, longestName),
    email: told.email.slice(0, longestEmail),
    employerNumber: told.employerNumber.slice(0, longestEmployerNumber),
  }
}

/** A day in a file. Null where nothing is written, undefined where it is no day: "2026-03-31", "20260331", with or without a time. */
export function dayOfText(text: string): Day | null | undefined {
  if (!text) return null
  const day = text.replace(/^(\d{4})-?(\d{2})-?(\d{2})([ T]00:00(:00)?)?$/, '$1-$2-$3')
  return isDay(day) && day > '1930-01-01' && day < '2100-01-01' ? day : undefined
}

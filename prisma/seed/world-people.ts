import { addDays, daysBetween, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { familyNames, givenNames } from './names.ts'
import type { Random } from './random.ts'
import type { Workplace } from './world-organisation-rows.ts'

export interface SeededAffiliation {
  id: string
  personId: string
  workplace: Workplace
  from: Day
  to: Day | null
  status: 'claimed' | 'confirmed'
  /** The person's number with that employer, where it has told. */
  employerNumber?: string
}

interface PeoplePlan {
  people: number
  opened: Day
  today: Day
  /** Ends every family name and stands in every address; the tests look for it where no name may be. */
  mark: string
}

type Row = (string | number | boolean | null)[]

/** Invents people with names, addresses and affiliations; nobody but the demo's own sign-ins can sign in. */
export async function seedPeople(
  random: Random,
  workplaces: Workplace[],
  plan: PeoplePlan,
): Promise<SeededAffiliation[]> {
  const people: Row[] = []
  const affiliations: SeededAffiliation[] = []
  const seats = shuffled(
    random,
    workplaces.flatMap((workplace) => Array<Workplace>(workplace.staff).fill(workplace)),
  )
  for (let index = 0; index < plan.people; index++) {
    const from = startDay(random, plan)
    const personId = seededId(Date.parse(from), random.bytes(10))
    people.push(personRow(random, personId, from, index, plan.mark))
    const workplace = seats[index % seats.length]!
    affiliations.push(affiliate(random, personId, workplace, from, plan))
    // One in fifty works at two places.
    if (random.chance(0.02))
      affiliations.push(affiliate(random, personId, random.pick(workplaces), from, plan))
  }
  await bulkLoad(
    'person',
    [
      'id',
      'given_name',
      'family_name',
      'email',
      'email_confirmed_at',
      'sex',
      'language',
      'created_at',
    ],
    people,
  )
  // Every other one: not every employer has told.
  for (const [index, affiliation] of affiliations.entries()) {
    if (index % 2 === 0) affiliation.employerNumber = String(10_000 + index)
  }
  await loadAffiliations(affiliations)
  return affiliations
}

export async function loadAffiliations(affiliations: SeededAffiliation[]): Promise<void> {
  await bulkLoad(
    'affiliation',
    [
      'id',
      'person_id',
      'kind',
      'unit_id',
      'employer_number',
      'profession_group',
      'valid_from',
      'valid_to',
      'status',
      'decided_at',
    ],
    affiliations.map(({ id, personId, workplace, from, to, status, employerNumber }) => [
      id,
      personId,
      'employed',
      workplace.unitId,
      employerNumber ?? null,
      workplace.group,
      from,
      to,
      status,
      status === 'confirmed' ? `${from}T09:00:00Z` : null,
    ]),
  )
}

// So that people are spread over all organisations when there are fewer of them than seats.
function shuffled(random: Random, seats: Workplace[]): Workplace[] {
  for (let last = seats.length - 1; last > 0; last--) {
    const other = random.whole(0, last)
    ;[seats[last], seats[other]] = [seats[other]!, seats[last]!]
  }
  return seats
}

function startDay(random: Random, { opened, today }: PeoplePlan): Day {
  const days = daysBetween(opened, today)
  // Most were there from the start; the rest have come since.
  return random.chance(0.7) ? opened : addDays(opened, random.whole(1, Math.max(1, days - 10)))
}

function personRow(random: Random, id: string, from: Day, index: number, mark: string): Row {
  const given = random.pick(givenNames)
  const family = `${random.pick(familyNames)}${mark}`
  const sex = random.chance(0.12) ? null : random.chance(0.78) ? 'K' : 'M'
  const email = `p${index}${mark.toLowerCase()}@demo.samsyn.example`
  return [id, given, family, email, `${from}T09:00:00Z`, sex, 'sv', `${from}T08:00:00Z`]
}

function affiliate(
  random: Random,
  personId: string,
  workplace: Workplace,
  from: Day,
  { today }: PeoplePlan,
): SeededAffiliation {
  const left = random.chance(0.06) && daysBetween(from, today) > 60
  return {
    id: seededId(Date.parse(from), random.bytes(10)),
    personId,
    workplace,
    from,
    to: left ? addDays(from, random.whole(30, daysBetween(from, today) - 1)) : null,
    status: random.chance(0.95) ? 'confirmed' : 'claimed',
  }
}

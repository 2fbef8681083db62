import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeKinds } from '~/domain/assignment/assignment.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { newId, type PersonId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { database } from '~/platform/db/database.server.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { selectLearnerHome } from './learner-standing.db.server.ts'
import { selectPeoplePage } from './organisation-standing.db.server.ts'

useDatabase()

// A small world in which everything changes: two organisations, six units that move, five people, four rules,
// sixty days. The model below says in loops over days what the SQL says in sets.
const start: Day = '2026-01-01'
const dayNumbers = fc.integer({ min: 0, max: 60 })
const counties = ['21', '05'] as const
const narrowed = { filters: { standing: [], unit: [], group: [], subgroup: [] }, words: '' }
const all = { ...narrowed, sort: 'standing', isDescending: false, page: 1, perPage: 500 } as const
const municipalities = { '21': ['2180', '2181'], '05': ['0580', null] } as const
const groups: readonly ProfessionGroup[] = ['school', 'health-care', 'judiciary']

interface Unit {
  county: (typeof counties)[number]
  municipality: string | null
  /** From a day on: below which unit of lower number; null: a root, of the organisation with its number. */
  moves: { from: number; parent: number | null }[]
}
interface Work {
  person: number
  unit: number
  group: ProfessionGroup
  status: 'claimed' | 'confirmed' | 'declined'
  from: number
  /** Exclusive. */
  to: number | null
}
interface Rule {
  places: { kind: string; index: number }[]
  groups: ProfessionGroup[]
  onlyNew: boolean
  names: number[] | null
  assigned: number
  withdrawn: number | null
  due: { on: number | null; days: number | null }
}
interface World {
  units: Unit[]
  work: Work[]
  rules: Rule[]
  /** Which of the days on which something changes to ask about. */
  asked: number[]
}

const unitArbitrary = (index: number): fc.Arbitrary<Unit> =>
  fc
    .record({
      county: fc.constantFrom(...counties),
      second: fc.boolean(),
      later: rarely(true, fc.constant(false)).chain((moves) =>
        moves ? fc.integer({ min: 1, max: 60 }) : fc.constant(null),
      ),
      parents: fc.tuple(fc.nat(), fc.nat()),
    })
    .map(({ county, second, later, parents }) => {
      const municipality = municipalities[county][second ? 1 : 0]
      // The first two are the roots; each of the others hangs below one that was made before it.
      if (index < 2) {
        return { county, municipality, moves: [{ from: 0, parent: null }] }
      }
      const placed = (from: number, parent: number): Unit['moves'][number] => ({ from, parent })
      const moves = [placed(0, parents[0] % index)]
      if (later !== null) moves.push(placed(later, parents[1] % index))
      return { county, municipality, moves }
    })

/** Mostly the usual, now and then the other. */
const rarely = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

/** From a day to the day before a later one, or still. */
const spans = fc
  .record({ from: dayNumbers, length: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }) })
  .map(({ from, length }) => ({ from, to: length === null ? null : from + length }))

const workArbitrary: fc.Arbitrary<Work> = fc
  .record({
    span: spans,
    person: fc.nat({ max: 4 }),
    unit: fc.nat({ max: 5 }),
    group: fc.constantFrom(...groups),
    status: fc.constantFrom('claimed' as const, 'confirmed', 'confirmed', 'confirmed', 'declined'),
  })
  .map(({ span, ...work }) => ({ ...work, ...span }))

const ruleArbitrary: fc.Arbitrary<Rule> = fc
  .record({
    span: spans,
    places: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constantFrom(...placeKinds, 'catchment'), index: fc.nat({ max: 5 }) }),
        // Below which others hang, for some days.
        fc.record({ kind: fc.constant('unit' as const), index: fc.integer({ min: 2, max: 4 }) }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    groups: rarely<ProfessionGroup[]>([], fc.subarray([...groups])),
    onlyNew: rarely(false, fc.constant(true)),
    names: rarely<number[] | null>(null, fc.subarray([0, 1, 2, 3, 4], { minLength: 1 })),
    due: fc
      .record({ on: fc.option(dayNumbers), days: fc.option(fc.integer({ min: 1, max: 30 })) })
      .filter(({ on, days }) => on !== null || days !== null),
  })
  .map(({ span, ...rule }) => ({ ...rule, assigned: span.from, withdrawn: span.to }))

const worldArbitrary: fc.Arbitrary<World> = fc.record({
  units: fc.tuple(...Array.from({ length: 6 }, (_, index) => unitArbitrary(index))),
  work: fc.array(workArbitrary, { minLength: 6, maxLength: 14 }),
  rules: fc.array(ruleArbitrary, { minLength: 1, maxLength: 4 }),
  asked: fc.array(fc.nat(), { minLength: 4, maxLength: 6 }),
})

const placementOf = ({ moves }: Unit, day: number) => moves.findLast(({ from }) => from <= day)!

/** The unit itself and those above it on the day, the root last. */
function lineOf(units: Unit[], unit: number, day: number): number[] {
  const { parent } = placementOf(units[unit]!, day)
  return parent === null ? [unit] : [unit, ...lineOf(units, parent, day)]
}
const organisationOf = (units: Unit[], unit: number, day: number) =>
  lineOf(units, unit, day).at(-1)!

const isAt = ({ from, to }: Pick<Work, 'from' | 'to'>, day: number) =>
  from <= day && (to === null || day < to)

/** The first organisation's catchment is Gävle, and Linköping over the border for some time. */
const overBorder = { from: 20, to: 45 }

function isInPlace(units: Unit[], unit: number, day: number, place: Rule['places'][number]) {
  const { county, municipality } = units[unit]!
  switch (place.kind) {
    case 'nation':
      return true
    case 'county':
      return county === counties[place.index % 2]
    case 'municipality':
      return municipality === ['2180', '2181', '0580'][place.index % 3]
    case 'catchment':
      return municipality === '2180' || (municipality === '0580' && isAt(overBorder, day))
    case 'organisation':
      return organisationOf(units, unit, day) === place.index % 2
    default:
      return lineOf(units, unit, day).includes(place.index)
  }
}

/** New: nothing in the same organisation goes on from before into the first day, by where units hung just before. */
function isNew({ units, work }: World, mine: Work, rule: Rule, day: number): boolean {
  if (mine.from < rule.assigned) return false
  const organisation = organisationOf(units, mine.unit, day)
  return !work.some(
    (other) =>
      other.person === mine.person &&
      other.status !== 'declined' &&
      other.from < mine.from &&
      (other.to === null || other.to >= mine.from) &&
      hungIn(units, other.unit, organisation, mine.from),
  )
}

/** Whether a unit hung in the organisation on the day before. */
const hungIn = (units: Unit[], unit: number, organisation: number, first: number) =>
  first > 0 && organisationOf(units, unit, first - 1) === organisation

/** The day by which a person is to be done, in days from the start; undefined where nothing is asked. */
function dueOf(world: World, person: number, day: number, counts: (work: Work) => boolean) {
  const days = world.work
    .filter((work) => work.person === person && counts(work) && isAt(work, day))
    .flatMap((work) =>
      world.rules
        .filter((rule) => rule.assigned <= day && (rule.withdrawn === null || rule.withdrawn > day))
        .filter((rule) =>
          rule.places.some((place) => isInPlace(world.units, work.unit, day, place)),
        )
        .filter((rule) => rule.groups.length === 0 || rule.groups.includes(work.group))
        .filter((rule) => rule.names === null || rule.names.includes(person))
        .filter((rule) => !rule.onlyNew || isNew(world, work, rule, day))
        .map(({ due, assigned }) =>
          Math.max(
            due.on ?? -Infinity,
            due.days === null ? -Infinity : Math.max(work.from, assigned) + due.days,
          ),
        ),
    )
  return days.length === 0 ? undefined : Math.min(...days)
}

interface Made {
  people: PersonId[]
  organisations: string[]
}

const at = (day: number) => addDays(start, day)
const momentOf = (day: number) => `${at(day)}T11:00:00Z`

/** Puts a world into the emptied tables as the register, the people and the assignments of one module. */
async function store({ units, work, rules }: World, moduleId: string): Promise<Made> {
  await database().pool.query(
    `truncate affiliation, assignment, assignment_place, assignment_person, unit_placement, unit,
              organisation, catchment_municipality cascade`,
  )
  const unitIds = units.map(() => newId())
  const organisations = [newId(), newId()]
  const people = Array.from({ length: 5 }, () => newId<PersonId>())
  await bulkLoad(
    'unit',
    ['id', 'name', 'county_code', 'municipality_code', 'opened_on'],
    units.map(({ county, municipality }, index) => [
      unitIds[index]!,
      `Enhet ${index}`,
      county,
      municipality,
      start,
    ]),
  )
  await bulkLoad(
    'organisation',
    ['id', 'kind', 'name', 'county_code', 'root_unit_id', 'opened_on'],
    organisations.map((id, index) => [id, 'region', `O ${index}`, '21', unitIds[index]!, start]),
  )
  await bulkLoad(
    'catchment_municipality',
    ['organisation_id', 'municipality_code', 'valid_from', 'valid_to'],
    [
      [organisations[0]!, '2180', start, null],
      [organisations[0]!, '0580', at(overBorder.from), at(overBorder.to)],
    ],
  )
  await bulkLoad(
    'unit_placement',
    ['id', 'unit_id', 'organisation_id', 'parent_unit_id', 'name', 'valid_from', 'valid_to'],
    units.flatMap((_, index) => placementRows(units, index, unitIds, organisations)),
  )
  await bulkLoad(
    'person',
    ['id', 'given_name', 'family_name', 'email', 'created_at'],
    people.map((id, index) => [id, 'Kim', `Nummer ${index}`, `${id}@exempel.se`, momentOf(0)]),
  )
  await bulkLoad(
    'affiliation',
    [
      'id',
      'person_id',
      'unit_id',
      'profession_group',
      'valid_from',
      'valid_to',
      'status',
      'decided_at',
    ],
    work.map(({ person, unit, group, status, from, to }) => [
      newId(),
      people[person]!,
      unitIds[unit]!,
      group,
      at(from),
      to === null ? null : at(to),
      status,
      status === 'claimed' ? null : momentOf(0),
    ]),
  )
  for (const rule of rules) await storeRule(rule, moduleId, { people, organisations }, unitIds)
  return { people, organisations }
}

/** A unit is placed anew on each day on which it or one above it has moved. */
function placementRows(units: Unit[], index: number, unitIds: string[], organisations: string[]) {
  const spans: { from: number; parent: number | null; organisation: number }[] = []
  for (let day = 0; day <= 130; day++) {
    const { parent } = placementOf(units[index]!, day)
    const organisation = organisationOf(units, index, day)
    const last = spans.at(-1)
    if (last?.parent !== parent || last.organisation !== organisation) {
      spans.push({ from: day, parent, organisation })
    }
  }
  return spans.map(({ from, parent, organisation }, place) => {
    const next = spans[place + 1]
    return [
      newId(),
      unitIds[index]!,
      organisations[organisation]!,
      parent === null ? null : unitIds[parent]!,
      `Enhet ${index}`,
      at(from),
      next ? at(next.from) : null,
    ]
  })
}

async function storeRule(rule: Rule, moduleId: string, made: Made, unitIds: string[]) {
  const { groups: professionGroups, onlyNew, names, assigned, withdrawn, due } = rule
  const id = newId()
  await bulkLoad(
    'assignment',
    [
      'id',
      'module_id',
      'profession_groups',
      'only_new',
      'names_people',
      'due_on',
      'due_days',
      'assigned_at',
      'withdrawn_at',
    ],
    [
      [
        id,
        moduleId,
        professionGroups,
        onlyNew,
        names !== null,
        due.on === null ? null : at(due.on),
        due.days,
        momentOf(assigned),
        withdrawn === null ? null : momentOf(withdrawn),
      ],
    ],
  )
  const refs = rule.places.map(({ kind, index }): [string, string] => [kind, refOf(kind, index)])
  const places = new Map(refs.map(([kind, ref]) => [`${kind} ${ref}`, [id, kind, ref]]))
  await bulkLoad('assignment_place', ['assignment_id', 'kind', 'ref'], places.values())
  const named = (names ?? []).map((person) => [id, made.people[person]!])
  await bulkLoad('assignment_person', ['assignment_id', 'person_id'], named)

  function refOf(kind: string, index: number): string {
    if (kind === 'nation') return ''
    if (kind === 'county') return counties[index % 2]!
    if (kind === 'municipality') return ['2180', '2181', '0580'][index % 3]!
    if (kind === 'catchment') return made.organisations[0]!
    if (kind === 'organisation') return made.organisations[index % 2]!
    return unitIds[index]!
  }
}

/** The days on which a unit moves, some others on which anything changes, or the day before: there it goes wrong. */
function daysToAsk({ units, work, rules, asked }: World): number[] {
  const moved = units.flatMap(({ moves }) => moves.map(({ from }) => from))
  const changes = [
    overBorder.from,
    overBorder.to,
    ...moved,
    ...work.flatMap(({ from, to }) => [from, to ?? from]),
    ...rules.flatMap(({ assigned, withdrawn }) => [assigned, withdrawn ?? assigned]),
  ]
  const days = changes.flatMap((day) => [day - 1, day]).filter((day) => day >= 0)
  return [...new Set([...moved.slice(-2), ...asked.map((index) => days[index % days.length]!)])]
}

test('for any trees, affiliations, rules and days, the audience as things change is the one computed from scratch', async () => {
  const { moduleId } = await makeModule()
  await fc.assert(
    fc.asyncProperty(worldArbitrary, async (world) => {
      const { people, organisations } = await store(world, moduleId)
      const dayOf = (due: number | undefined) => (due === undefined ? undefined : at(due))
      for (const day of daysToAsk(world)) {
        for (const [person, personId] of people.entries()) {
          const [found] = (await selectLearnerHome(personId, at(day))).modules
          const wanted = dueOf(world, person, day, ({ status }) => status !== 'declined')
          expect([at(day), person, found?.dueOn], 'as the learner sees it').toEqual([
            at(day),
            person,
            dayOf(wanted),
          ])
        }
        for (const [organisation, organisationId] of organisations.entries()) {
          const question = { organisationId, moduleId, day: at(day) }
          const { people: found } = await selectPeoplePage(question, all)
          const counts = (work: Work) =>
            work.status === 'confirmed' &&
            organisationOf(world.units, work.unit, day) === organisation
          const wanted = people.flatMap((personId, person) => {
            const isThere = world.work.some(
              (work) => work.person === person && counts(work) && isAt(work, day),
            )
            return isThere ? [[personId, dayOf(dueOf(world, person, day, counts)) ?? null]] : []
          })
          const asPairs = found.map(({ personId, dueOn }) => [personId, dueOn])
          expect(asPairs.sort(), 'as the manager sees it').toEqual(wanted.sort())
        }
      }
    }),
    // Each run costs seconds, so a failure is told as it was found.
    { numRuns: 25, endOnFailure: true },
  )
}, 120_000)

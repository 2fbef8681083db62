import { randomBytes } from 'node:crypto'
import { startSession } from '~/auth/session.server.ts'
import { checkCompletions } from '~/domain/attempt/completion-check.server.ts'
import { certificateCodeOf } from '~/domain/credential/certificate-code.ts'
import { listPlannedChanges } from '~/domain/identity/planned-change.server.ts'
import { reorganiseUnits } from '~/domain/identity/reorganise.server.ts'
import { lettersOf, makeJoinCode } from '~/domain/identity/join-code.server.ts'
import { addSubGroup } from '~/domain/organisation/sub-group.server.ts'
import { checkHeadcounts } from '~/domain/organisation/headcount-import.server.ts'
import { openRound } from '~/domain/notice/reminder-round.server.ts'
import { receivePeople, tryPeople } from '~/domain/identity/people-import.server.ts'
import type { ReceivedRow } from '~/domain/identity/people-import.ts'
import { peopleWorkHandlers } from '~/domain/identity/people-work.server.ts'
import { makeKey } from '~/domain/identity/service-key.server.ts'
import { systemActor, type PersonActor, type Role } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { database, firstRow, prisma } from '~/platform/db/database.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { workHandler } from '~/platform/long-work.server.ts'
import { seedWorldFrom } from '../../prisma/seed/worlds.ts'
import { mark } from '../e2e/setup/world.ts'
import { signUpTokenOf } from '~/domain/activity/sign-up.server.ts'
import { makeActivity, openSignUp, registerAt, signUpUnnamed } from '../factories/activity.ts'
import { actingAs } from '../factories/identity.ts'
import type { Things } from './access.ts'

export interface Viewer {
  role: string
  actor: PersonActor | null
  cookie: string
  own: Things
  foreign: Things
}

const signedInRoles = [
  'learner',
  'manager',
  'trainer',
  'catchment-trainer',
  'delegate',
  'coordinator',
  'analyst',
  'editor',
  'administrator',
] as const

/**
 * Two counties with invented people whose names are marked, and one viewer for each role whose own
 * name is not (it stands on every page they see). A viewer's own things lie in the first county.
 */
export async function makeMatrixWorld(): Promise<Viewer[]> {
  await seedWorldFrom({ seed: 11, counties: ['21', '06'], people: 400, mark, ownMark: '' })
  await makeCatchmentTrainer()
  await makeDelegate(await organisationOf('learner'))
  const home = await organisationThings(await organisationOf('learner'))
  const away = await organisationThings(await organisationElsewhere(home.countyCode))
  const begun = {
    ...(await makeRegistration(away.personId, away)),
    certificateId: await makeCertificate(away.personId),
    attendedId: away.activityId,
    activityImportId: await makeActivityImport(away.personId),
  }
  const others = { ...away, ...begun }
  const visitor = { role: 'visitor', actor: null, cookie: '', own: { ...home, ...begun } }
  const viewers: Viewer[] = [{ ...visitor, foreign: others }]
  for (const role of signedInRoles) {
    const personId = await personOf(role)
    const actor = await actingAs(personId)
    const cookie = (await startSession(personId)).split(';')[0]!
    const mine = {
      ...home,
      ownAffiliationId: await makeAffiliation(personId, home),
      ...(await makeRegistration(personId, home)),
      certificateId: await makeCertificate(personId),
      attendedId: await makeAttended(home.organisationId, emailFor(role)),
      activityImportId: await makeActivityImport(personId),
    }
    viewers.push({ role, actor, cookie, own: mine, foreign: others })
  }
  return viewers
}

const emailFor = (role: string) => `${role}@demo.samsyn.example`

async function personOf(role: string): Promise<string> {
  const row = await firstRow<{ id: string }>(
    sql`select id from person where email = ${emailFor(role)}`,
  )
  invariant(row, `the world has a ${role}`)
  return row.id
}

// A trainer of the resource centre in the first county, beside the county's own.
async function makeCatchmentTrainer(): Promise<void> {
  await database().pool.query(
    `with made as (
       insert into person (id, given_name, family_name, email, email_confirmed_at, created_at)
       values (gen_random_uuid(), 'Cato', 'Exempel', $1, now(), now()) returning id)
     insert into role_grant (id, person_id, role, scope_kind, scope_ref, valid_from)
     select gen_random_uuid(), made.id, $2, 'catchment', organisation.id::text, current_date - 1
       from made, organisation where organisation.kind = 'resource-centre' and organisation.county_code =
            (select county_code from organisation
               join role_grant on role_grant.scope_ref = organisation.id::text limit 1)`,
    [emailFor('catchment-trainer'), 'trainer' satisfies Role],
  )
}

// Somebody whom the first organisation's manager lets bring its people in, and nothing else.
async function makeDelegate(organisationId: string): Promise<void> {
  await database().pool.query(
    `with made as (
       insert into person (id, given_name, family_name, email, email_confirmed_at, created_at)
       values (gen_random_uuid(), 'Dele', 'Exempel', $1, now(), now()) returning id)
     insert into role_grant (id, person_id, role, scope_kind, scope_ref, valid_from, valid_to)
     select gen_random_uuid(), id, $2, 'organisation', $3, current_date - 1, current_date + 30 from made`,
    [emailFor('delegate'), 'delegate' satisfies Role, organisationId],
  )
}

async function organisationOf(role: string): Promise<string> {
  const row = await firstRow<{ id: string }>(sql`
    select unit_placement.organisation_id as id from affiliation
      join person on person.id = affiliation.person_id
      join unit_placement on unit_placement.unit_id = affiliation.unit_id
     where person.email = ${emailFor(role)}`)
  return row!.id
}

async function organisationElsewhere(countyCode: string): Promise<string> {
  const row = await firstRow<{ id: string }>(sql`
    select id from organisation where kind = 'municipality' and county_code <> ${countyCode}
     order by id limit 1`)
  return row!.id
}

async function organisationThings(organisationId: string): Promise<Things> {
  const row = await firstRow<
    Omit<Things, 'place'> & { municipalityCode: string; email: string }
  >(sql`
    select organisation.id as "organisationId", organisation.county_code as "countyCode",
           organisation.municipality_code as "municipalityCode", affiliation.unit_id as "unitId",
           affiliation.id as "affiliationId", affiliation.person_id as "personId",
           assignment.id as "assignmentId", '' as "importId", '' as "peopleImportId", '' as "activityImportId", '' as "headcountImportId", person.email, affiliation.id as "ownAffiliationId", '' as "grantId", '' as "keyId", '' as "joinCodeId", '' as "joinCode", '' as "plannedId", '' as "roundId", '' as "subGroupId", module.id as "moduleId", module.slug as "moduleSlug",
           course.id as "courseId", course.slug as "courseSlug",
           module_version.id as "versionId", '' as "activityId", '' as "sessionId", '' as code,
           '' as "attendKey", '' as "attendToken",
           '' as "registrationId", '' as "attemptId",
           '' as "certificateId", '' as "attendedId"
      from organisation
      join unit_placement on unit_placement.organisation_id = organisation.id
      join affiliation on affiliation.unit_id = unit_placement.unit_id
      join person on person.id = affiliation.person_id and person.email like '%' || ${mark.toLowerCase()} || '%'
      join assignment on assignment.organisation_id = organisation.id
      join module on module.id = assignment.module_id
      join course on course.id = module.course_id
      join module_version on module_version.module_id = module.id
     where organisation.id = ${organisationId}::uuid order by affiliation.id limit 1`)
  invariant(row, 'the organisation has people and an assignment')
  await database().pool.query(
    "update affiliation set status = 'claimed', decided_at = null where id = $1",
    [row.affiliationId],
  )
  const { municipalityCode, email, ...things } = row
  return {
    ...things,
    importId: await makeImport(organisationId, email, row.moduleSlug),
    ...(await makeActivityThere(organisationId, row)),
    peopleImportId: await makePeopleImport(organisationId),
    headcountImportId: await makeHeadcountImport(organisationId),
    grantId: await makeGrant(row.personId),
    keyId: await makeKeyOnly(),
    ...(await makeCode(organisationId, row.unitId)),
    plannedId: await makePlanned(organisationId, row.unitId),
    roundId: await makeRound(organisationId, row),
    subGroupId: await addSubGroup({
      ...{ actor: systemActor, organisationId, name: `Undergrupp ${newId()}` },
      ...{ professionGroup: 'school', ssykCode: null, validFrom: today() },
    }),
    place: { organisationId, countyCode: row.countyCode, municipalityCode },
  }
}

async function makeRegistration(
  personId: string,
  things: Things,
): Promise<Pick<Things, 'registrationId' | 'attemptId'>> {
  const { rows } = await database().pool.query<Pick<Things, 'registrationId'>>(
    `with made as (
       insert into registration (id, person_id, module_version_id, package_id, host_label, created_at)
       select gen_random_uuid(), $1, module_version.id, module_version.package_id,
              left(replace(gen_random_uuid()::text, '-', ''), 24), now()
         from module_version where module_version.id = $2
       on conflict (person_id, module_version_id) do update set created_at = excluded.created_at
       returning id)
     , begun as (
       insert into attempt (id, registration_id, number, support_code, started_at, completion, success)
       select gen_random_uuid(), made.id, 1, left(gen_random_uuid()::text, 8), now(), 'incomplete', 'unknown'
         from made on conflict do nothing)
     select id as "registrationId" from made`,
    [personId, things.versionId],
  )
  const { registrationId } = rows[0]!
  const attempt = await firstRow<{ id: string }>(
    sql`select id from attempt where registration_id = ${registrationId}::uuid and number = 1`,
  )
  return { registrationId, attemptId: attempt!.id }
}

/** A file that nobody has applied: one row that is new and one that is wrong. */
function makeImport(organisationId: string, email: string, module: string): Promise<string> {
  const row = {
    rowNumber: 2,
    email,
    employerNumber: '',
    module,
    day: addDays(today(), -1),
    evidence: 'Intyg',
  }
  return checkCompletions({
    actor: systemActor,
    organisationId,
    file: { name: 'fil.csv', sha256: '' },
    rows: [row, { ...row, rowNumber: 3, day: '' }],
  })
}

/** A lecture that goes on today, at which somebody is registered. */
async function makeActivityThere(
  organiserId: string,
  there: { countyCode: string; municipalityCode: string; email: string },
): Promise<Pick<Things, 'activityId' | 'sessionId' | 'code' | 'attendKey' | 'attendToken'>> {
  const { countyCode, municipalityCode } = there
  const made = await makeActivity({ organiserId, countyCode, municipalityCode })
  await registerAt(made.sessionId, there.email)
  const attendKey = await openSignUp(made.activityId)
  const attendToken = signUpTokenOf(await signUpUnnamed(made.activityId))
  return { ...made, attendKey, attendToken }
}

/** A lecture that was held, at which somebody was. */
async function makeAttended(organiserId: string, email: string): Promise<string> {
  const made = await makeActivity({ organiserId, status: 'held' })
  await registerAt(made.sessionId, email)
  return made.activityId
}

async function makeKeyOnly(): Promise<string> {
  const validTo = addDays(today(), 30)
  const key = { actor: systemActor, name: 'Prov', scope: 'followup:read', validTo } as const
  return (await makeKey(key)).keyId
}

/** A code by which three may join the unit. */
async function makeCode(
  organisationId: string,
  unitId: string,
): Promise<Pick<Things, 'joinCodeId' | 'joinCode'>> {
  const lastDay = addDays(today(), 30)
  const rules = { kind: 'employed', needsConfirmation: true, mostPeople: 3, lastDay } as const
  const made = { actor: systemActor, organisationId, unitId, ...rules }
  const joinCodeId = await makeJoinCode(made)
  return { joinCodeId, joinCode: lettersOf(joinCodeId) }
}

/** A unit that is to open below another. */
async function makePlanned(organisationId: string, parentUnitId: string): Promise<string> {
  const unit = { unitId: newId(), name: `Planerad ${newId()}`, parentUnitId }
  const command = { kind: 'add', unit } as const
  await reorganiseUnits({ actor: systemActor, command, day: addDays(today(), 60) })
  const { planned } = await listPlannedChanges(systemActor, organisationId)
  return planned[0]!.plannedId
}

function makeRound(
  organisationId: string,
  { moduleId, personId }: Pick<Things, 'moduleId' | 'personId'>,
): Promise<string> {
  const of = { organisationId, moduleId, personIds: [personId] }
  return inTransaction(systemActor, (tx) => openRound(tx, systemActor, of))
}

async function makeCertificate(personId: string): Promise<string> {
  const certificateId = newId()
  await database().pool.query(
    `insert into certificate (id, code, person_id, course_id, track_id, course_title_sv, course_title_en,
                              track_title_sv, track_title_en, course_version, earned_on, valid_until,
                              issued_at, holder_name)
     select $1, $2, $3, course.id, track.id, course.title_sv, course.title_en, track.title_sv,
            track.title_en, course.version, current_date, current_date + 700, now(), $4
       from track join course on course.id = track.course_id limit 1`,
    [certificateId, certificateCodeOf(randomBytes(30)), personId, `Robin ${mark}`],
  )
  return certificateId
}

async function makePeopleImport(organisationId: string): Promise<string> {
  async function* rows(): AsyncGenerator<ReceivedRow> {
    yield [2, [`robin-${randomBytes(6).toString('hex')}@exempel.se`, 'Robin', mark], null]
  }
  const heads = ['E-post', 'Förnamn', 'Efternamn']
  const at = { actor: systemActor, organisationId }
  const file = { name: 'personer.csv', sha256: randomBytes(32).toString('hex'), heads }
  const importId = await receivePeople({ ...at, ...file, rows: rows() })
  const columns = { email: 0, givenName: 1, familyName: 2 }
  const said = { columns, isComplete: false, defaultGroup: 'school', professions: {} } as const
  await tryPeople({ ...at, importId, said })
  const { workId } = await prisma().peopleImport.findUniqueOrThrow({ where: { id: importId } })
  await workHandler(peopleWorkHandlers)({ workId: workId! })
  return importId
}

async function makeActivityImport(broughtBy: string): Promise<string> {
  const file = { fileName: 'insatser.csv', sha256: randomBytes(32).toString('hex') }
  const made = await prisma().activityImport.create({
    data: {
      ...{ ...file, id: newId(), broughtBy, broughtAt: new Date(), status: 'received' },
      ...{ heads: ['Rubrik'], rowCount: 1 },
      rows: { create: [{ rowNumber: 2, cells: [mark], madeId: newId() }] },
    },
  })
  return made.id
}

async function makeHeadcountImport(organisationId: string): Promise<string> {
  const given = {
    ...{ organisation: '', unit: '', group: 'school', headcount: '7', source: 'SCB' },
    asOf: today(),
  }
  const rows = [{ rowNumber: 2, given }]
  const file = { name: 'antal.csv', sha256: '' }
  return checkHeadcounts({ actor: systemActor, organisationId, file, rows })
}

async function makeGrant(personId: string): Promise<string> {
  const grantId = newId()
  await database().pool.query(
    `insert into role_grant (id, person_id, role, scope_kind, valid_from)
     values ($1, $2, 'editor', 'nation', current_date - 1)`,
    [grantId, personId],
  )
  return grantId
}

async function makeAffiliation(personId: string, things: Things): Promise<string> {
  const affiliationId = newId()
  await database().pool.query(
    `insert into affiliation (id, person_id, kind, unit_id, profession_group, valid_from, status)
     values ($1, $2, 'employed', $3, 'judiciary', current_date - 5, 'claimed')`,
    [affiliationId, personId, things.unitId],
  )
  return affiliationId
}

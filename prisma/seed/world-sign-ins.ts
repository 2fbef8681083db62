import { hashPassword } from '~/auth/password.server.ts'
import type { Role } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import type { Random } from './random.ts'
import type { SeededOrganisation } from './world-organisation-rows.ts'
import { loadAffiliations, type SeededAffiliation } from './world-people.ts'

export interface SignIn {
  role: string
  email: string
  password: string
}

const password = 'samsyn-i-demon'

interface Plan {
  role: Exclude<Role, 'delegate'> | 'learner'
  scope?: { kind: string; ref: string | null }
  organisation: SeededOrganisation
}

/**
 * One person per role who can sign in. The learner and the manager work in the first municipality
 * that has declared how many work there; the trainer in its county.
 */
export async function seedSignIns(
  random: Random,
  home: SeededOrganisation,
  centre: SeededOrganisation,
  world: { opened: Day; mark: string },
): Promise<SignIn[]> {
  const nation = { kind: 'nation', ref: null }
  const plans: Plan[] = [
    { role: 'learner', organisation: home },
    { role: 'manager', scope: { kind: 'organisation', ref: home.id }, organisation: home },
    { role: 'trainer', scope: { kind: 'county', ref: home.countyCode }, organisation: centre },
    { role: 'coordinator', scope: nation, organisation: centre },
    { role: 'analyst', scope: nation, organisation: centre },
    { role: 'editor', scope: nation, organisation: centre },
    { role: 'administrator', scope: nation, organisation: centre },
  ]
  const secretHash = await hashPassword(password)
  const made = plans.map((plan) => ({
    ...plan,
    id: seededId(Date.parse(world.opened), random.bytes(10)),
  }))
  const email = (role: string) => `${role}${world.mark.toLowerCase()}@demo.samsyn.example`
  const created = `${world.opened}T08:00:00Z`
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
    made.map(({ id, role }) => [
      id,
      givenNameOf[role],
      `Exempel${world.mark}`,
      email(role),
      created,
      null,
      'sv',
      created,
    ]),
  )
  await bulkLoad(
    'sign_in_identity',
    ['id', 'person_id', 'kind', 'subject', 'secret_hash', 'created_at'],
    made.map(({ id, role }) => [
      seededId(Date.parse(created), random.bytes(10)),
      id,
      'password',
      email(role),
      secretHash,
      created,
    ]),
  )
  await bulkLoad(
    'role_grant',
    ['id', 'person_id', 'role', 'scope_kind', 'scope_ref', 'valid_from'],
    made.flatMap(({ id, role, scope }) =>
      scope
        ? [
            [
              seededId(Date.parse(created), random.bytes(10)),
              id,
              role,
              scope.kind,
              scope.ref,
              world.opened,
            ],
          ]
        : [],
    ),
  )
  await loadAffiliations(
    made.map(({ id, organisation }) => affiliationOf(random, id, organisation, world.opened)),
  )
  return made.map(({ role }) => ({ role, email: email(role), password }))
}

const givenNameOf: Record<Plan['role'], string> = {
  learner: 'Lina',
  manager: 'Maja',
  trainer: 'Tora',
  coordinator: 'Noor',
  analyst: 'Anja',
  editor: 'Ragna',
  administrator: 'Ada',
}

function affiliationOf(
  random: Random,
  personId: string,
  organisation: SeededOrganisation,
  from: Day,
): SeededAffiliation {
  return {
    id: seededId(Date.parse(from), random.bytes(10)),
    personId,
    workplace: organisation.workplaces[0]!,
    from,
    to: null,
    status: 'confirmed',
  }
}

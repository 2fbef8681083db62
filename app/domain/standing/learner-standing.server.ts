import type { CertificateInBrief } from '~/domain/credential/credential.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import {
  selectLearnerHome,
  selectLearnerModule,
  selectReasons,
  type LearnerModuleRow,
} from './learner-standing.db.server.ts'
import {
  homeOf,
  standingOf,
  type DutyReason,
  type LearnerHome,
  type LearnerModule,
} from './learner-standing.ts'

/** What is next for a learner, what comes after that, what is done, and the newest certificates. */
export async function readLearnerHome(
  actor: PersonActor,
  today: Day,
): Promise<LearnerHome & { certificates: CertificateInBrief[] }> {
  const { modules, certificates } = await selectLearnerHome(actor.personId, today)
  const standing = modules.map((module) => ({ ...module, standing: standingOf(module, today) }))
  return { ...homeOf(standing), certificates }
}

/**
 * A module's page for its learner.
 * @throws Refusal not-found, also for a module that is not published and was never theirs
 */
export async function readLearnerModule(
  actor: PersonActor,
  slug: string | undefined,
  today: Day,
): Promise<LearnerModule> {
  const row = slug ? await selectLearnerModule(actor.personId, today, slug) : undefined
  const module = row && learnerModule(row, today)
  if (!module || (!module.isOpen && module.standing === null)) throw new Refusal('not-found')
  return module
}

/** Why a learner has a module, the way that is due first on top; nothing where nobody asks for it. */
export async function readReasons(
  actor: PersonActor,
  moduleId: string,
  today: Day,
): Promise<DutyReason[]> {
  return selectReasons(actor.personId, moduleId, today)
}

function learnerModule(
  { courseSlug, courseTitleSv, courseTitleEn, ...module }: LearnerModuleRow,
  today: Day,
): LearnerModule {
  return {
    ...module,
    course: { slug: courseSlug, titleSv: courseTitleSv, titleEn: courseTitleEn },
    standing: standingOf(module, today),
  }
}

import type { PersonActor } from '~/kernel/actor.ts'
import { newId, type RegistrationId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { runtimeOf } from '~/standards/scorm/runtime-rules.ts'
import { commitAttempt } from './commit-attempt.server.ts'
import { hasBegun, selectAttemptToFill, type AttemptToFill } from './open-progress.db.server.ts'
import type { OpenProgress } from './open-progress.schema.ts'
import { readOpenModuleById, type OpenModule } from './read-open-module.server.ts'
import { startAttempt } from './start-attempt.server.ts'

/** What a page needs to offer somebody who has signed in what was done in the same browser before. */
export interface OpenProgressOffer {
  module: OpenModule
  /** False where the learner has begun the module, or it is a test. */
  mayBring: boolean
}

/**
 * Whether what was done in a module without signing in can be taken along.
 * @throws Refusal not-found
 */
export async function readOpenProgressOffer(
  actor: PersonActor,
  moduleId: string | undefined,
): Promise<OpenProgressOffer> {
  const module = await readOpenModuleById(moduleId)
  const mayBring = module.kind !== 'test' && !(await hasBegun(actor.personId, module.moduleId))
  return { module, mayBring }
}

interface BringOpenProgress {
  actor: PersonActor
  moduleId: string | undefined
  progress: OpenProgress
}

/**
 * Begins a module with the bookmark and the answers that somebody left in the browser before signing in, as
 * the first commit of the first attempt. What the module comes to is told by the module itself when it is
 * opened next. The test of a course is never begun so.
 * @returns the registration
 * @throws Refusal not-found, open.test, open.begun (the learner has done something in it already)
 */
export async function bringOpenProgress({
  actor,
  moduleId,
  progress,
}: BringOpenProgress): Promise<RegistrationId> {
  const { module, mayBring } = await readOpenProgressOffer(actor, moduleId)
  if (module.kind === 'test') throw new Refusal('open.test')
  if (!mayBring) throw new Refusal('open.begun')
  const registrationId = await startAttempt({ actor, moduleSlug: module.slug })
  const attempt = await selectAttemptToFill(registrationId)
  invariant(attempt, 'a registration has an attempt at a package with something to launch')
  const { attemptId, hostLabel } = attempt
  const launch = { attemptId, hostLabel, writer: newId(), purpose: 'flush' } as const
  const { outcome } = await commitAttempt({ launch, commits: [firstCommit(attempt, progress)] })
  if (outcome !== 'held') throw new Refusal('open.begun')
  return registrationId
}

function firstCommit({ edition, item }: AttemptToFill, progress: OpenProgress) {
  const is12 = runtimeOf(edition) === '1.2'
  return {
    sequence: 1,
    item,
    session: newId(),
    elements: {
      [is12 ? 'cmi.core.lesson_location' : 'cmi.location']: progress.a ?? '',
      [is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status']: 'incomplete',
      [is12 ? 'cmi.core.exit' : 'cmi.exit']: 'suspend',
      'cmi.suspend_data': JSON.stringify(progress),
    },
    final: true,
    source: 'live',
  } as const
}

import { commitAttempt } from '~/domain/attempt/commit-attempt.server.ts'
import type { Launch } from '~/domain/attempt/launch-token.server.ts'
import { openAttempt } from '~/domain/attempt/open-attempt.server.ts'
import type { CommitAnswer, CommitMessage } from '~/kernel/player-protocol.ts'
import { startAttempt } from '~/domain/attempt/start-attempt.server.ts'
import { newId, type RegistrationId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import type { MadeModule } from './catalogue.ts'
import { actingAs } from './identity.ts'

// Launch tokens and pseudonyms are signed; without a secret one would be written to the data folder.
process.env.SECRET ??= 'a secret for tests, thirty-two characters or more'

export interface MadeAttempt {
  personId: string
  registrationId: RegistrationId
  attemptId: string
  /** The launch that may write. */
  launch: Launch
}

/** A person who has begun a module and has it open. */
export async function makeAttempt(personId: string, module: MadeModule): Promise<MadeAttempt> {
  const actor = await actingAs(personId)
  const registrationId = await startAttempt({ actor, moduleSlug: module.slug })
  const attempt = await prisma().attempt.findFirstOrThrow({
    where: { registrationId },
    include: { registration: true },
  })
  const { hostLabel } = attempt.registration
  const launch = await makeLaunch(attempt.id, hostLabel)
  return { personId, registrationId, attemptId: attempt.id, launch }
}

/** A launch that has asked for the attempt's state, and so has taken it over. */
export async function makeLaunch(attemptId: string, hostLabel: string): Promise<Launch> {
  const launch: Launch = { attemptId, hostLabel, writer: newId(), purpose: 'play' }
  await openAttempt(launch, { item: null, unsent: [] })
  return launch
}

/** A commit of the first item in session s1, unless told otherwise. */
export function commitOf(
  sequence: number,
  elements: Record<string, string>,
  values: Partial<CommitMessage> = {},
): CommitMessage {
  const plain = { item: 'item-1', session: 's1', final: false, source: 'live' as const }
  return { ...plain, ...values, sequence, elements }
}

/** Sends commits one after another; the answer to the last. */
export async function commitAll(
  launch: Launch,
  ...commits: CommitMessage[]
): Promise<CommitAnswer | undefined> {
  let answer: CommitAnswer | undefined
  for (const commit of commits) answer = await commitAttempt({ launch, commits: [commit] })
  return answer
}

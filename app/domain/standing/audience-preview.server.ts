import { checkAssignment } from '~/domain/assignment/assignment.server.ts'
import type { NewAssignment } from '~/domain/assignment/assignment.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { selectPreview } from './audience-preview.db.server.ts'
import type { AudiencePreview } from './audience-preview.ts'

/**
 * Whom an assignment would speak to if it were made now: how many, in which units, and how many of them have
 * done it already. Counts, no names.
 * @throws Refusal not-found, forbidden, assignment.person-elsewhere, and those of checkTerms
 */
export async function previewAudience(
  actor: Actor,
  assignment: NewAssignment,
): Promise<AudiencePreview> {
  const { audience, target } = assignment
  if (!isId(target.id)) throw new Refusal('not-found')
  await checkAssignment(actor, assignment)
  return selectPreview(audience, target, today())
}

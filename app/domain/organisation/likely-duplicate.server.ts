import type { Actor } from '~/kernel/actor.ts'
import { may, mayAnywhere, reachOf } from '~/kernel/permission.ts'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import { selectComparable, type ComparableRow } from './likely-duplicate.db.server.ts'
import { likeness } from './likely-duplicate.ts'
import { organisationNumberOf } from './organisation-number.ts'
import { placeOf } from './organisation.ts'

export interface LikelyDuplicate extends Omit<ComparableRow, 'countyCode'> {
  mayRead: boolean
}

interface FindDuplicates {
  actor: Actor
  name: string
  /** As it is typed: what is no number yet is no clue. */
  organisationNumber: string
  /** A municipality's code, or a county's; empty while none is chosen. */
  place: string
  /** The organisation that is being changed: it is no duplicate of itself. */
  exceptId?: string
}

const mostShown = 5

/**
 * Organisations that may be the one that somebody is about to register: with the same number anywhere, or a
 * name like it in the same county, or in the actor's area while no place is chosen; the likeliest first, at most five. Names of organisations are no secret.
 * @throws Refusal forbidden where one may register nothing
 */
export async function findDuplicates(input: FindDuplicates): Promise<LikelyDuplicate[]> {
  const { actor, name, place, exceptId } = input
  if (!mayAnywhere(actor, 'organisation:register')) throw new Refusal('forbidden')
  const organisationNumber = numberOf(input.organisationNumber)
  const municipalityCode = place.length === 4 ? place : null
  const rows = await selectComparable(countiesOf(actor, place), organisationNumber)
  const told = { name, municipalityCode, organisationNumber }
  return rows
    .filter(({ id }) => id !== exceptId)
    .map((row) => ({ row, like: likeness(told, row) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like || (a.row.name < b.row.name ? -1 : 1))
    .slice(0, mostShown)
    .map(({ row: { countyCode, ...row } }) => ({
      ...row,
      mayRead: may(actor, 'organisation:read', placeOf({ ...row, countyCode })),
    }))
}

/** Where names are compared: null is everywhere. */
function countiesOf(actor: Actor, place: string): string[] | null {
  if (place) return [place.slice(0, 2)]
  const { everywhere, countyCodes, municipalityCodes } = reachOf(actor, 'organisation:register')
  if (everywhere) return null
  return [...countyCodes, ...municipalityCodes.map((code) => code.slice(0, 2))]
}

function numberOf(written: string): string | null {
  try {
    return organisationNumberOf(written)
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

import type { PersonActor } from '~/kernel/actor.ts'
import { mayAnywhere, reachOf } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { listPage } from '~/platform/db/list.server.ts'
import { colleagueSource } from './colleague-search.db.server.ts'
import { fewestLetters, type ColleagueSearch, type FoundColleague } from './colleague-search.ts'

const peoplePerPage = 50

/**
 * Looks for people by name, address or their employer's number for them, among those who are confirmed today in
 * an organisation of one's own: as its manager, or as its delegate. Nobody else is looked at, found or counted.
 * @param page from 1; one past the end gives the last
 * @throws Refusal forbidden
 */
export async function findColleagues(
  actor: PersonActor,
  { words, page }: { words: string; page: number },
): Promise<ColleagueSearch> {
  if (!mayAnywhere(actor, 'people:find')) throw new Refusal('forbidden')
  const openIds = reachOf(actor, 'people:read').organisationIds
  if (words.length < fewestLetters) return { words, found: null, openIds }
  const within = colleagueSource(reachOf(actor, 'people:find').organisationIds, words)
  const query = { sort: 'name', isDescending: false, page } as const
  return { words, found: await listPage<FoundColleague>(within, query, peoplePerPage), openIds }
}

import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId, newId, type RegistrationId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { contentOrigin } from '~/platform/http/hosts.server.ts'
import { selectItems, selectPlayer, type ItemRow } from './attempt.db.server.ts'
import { readContentBase } from './content-file.server.ts'
import { contentUrl, itemToLaunch, type PlayerView } from './attempt.ts'
import { signLaunch } from './launch-token.server.ts'
import { runtimeOf, runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import type { PlayerItem } from '~/kernel/player-protocol.ts'

/** The path of the player frame's document on every content host. */
export const framePath = '/_samsyn/frame'

/**
 * What the player's page needs, with a fresh launch token: the launch takes the attempt over when the
 * frame asks for its state.
 * @throws Refusal not-found, forbidden (another person's)
 */
export async function readPlayer({
  actor,
  registrationId,
}: {
  actor: PersonActor
  registrationId: string | undefined
}): Promise<PlayerView> {
  const found = isId(registrationId) ? await selectPlayer(registrationId) : undefined
  if (!found) throw new Refusal('not-found')
  if (found.personId !== actor.personId) throw new Refusal('forbidden')
  const { attemptId, hostLabel, supportCode, completion, slug, titleSv, titleEn, edition } = found
  const [base, rows] = await Promise.all([readContentBase(attemptId), selectItems(attemptId)])
  const items = rows.map((row) => playerItem(row, base))
  const item = itemToLaunch(items, null, found.lastItem)
  invariant(item, 'a package without anything to launch is refused at import')
  const origin = contentOrigin(hostLabel, env())
  return {
    registrationId: registrationId as RegistrationId,
    readerId: actor.personId,
    module: { slug, titleSv, titleEn },
    supportCode,
    contentOrigin: origin,
    frameUrl: origin + framePath + (item.type === 'sco' ? `?runtime=${runtimeOf(edition)}` : ''),
    token: signLaunch(
      { attemptId, hostLabel, writer: newId(), purpose: 'play' },
      env().SECRET,
      now(),
    ),
    items,
    item: item.identifier,
    completion,
    totalSeconds: found.totalSeconds,
  }
}

/** In either standard's way of writing, which differ from the first character on. */
function secondsIn(time: string | null): number | null {
  const said = time ?? undefined
  return runtimeRules('1.2').secondsOf(said) ?? runtimeRules('2004 4th').secondsOf(said)
}

/** A package's item as the player shows it; `base` is where the package's files lie. */
export function playerItem(
  { launchPath, launchQuery, maxTimeAllowed, ...item }: ItemRow,
  base: string,
): PlayerItem {
  const launchUrl = launchPath === null ? null : contentUrl(base, launchPath, launchQuery)
  return { ...item, launchUrl, secondsAllowed: secondsIn(maxTimeAllowed) }
}

import type { RegistrationId } from '~/kernel/ids.ts'
import type { Completion } from '~/standards/scorm/cmi.ts'
import type { PlayerItem } from '~/kernel/player-protocol.ts'

/** Where a learner stands with a version of a module that they have begun. */
export interface BegunVersion {
  registrationId: RegistrationId
  moduleVersionId: string
  completion: Completion
}

/**
 * Which version a learner goes on with: the one begun last, until it is completed; then the published
 * one, where it is another. Null when there is nothing to go on with and nothing published.
 * @param begun newest first
 */
export function versionToPlay(
  begun: readonly BegunVersion[],
  publishedVersionId: string | null,
): { registrationId: RegistrationId } | { newVersionId: string } | null {
  const [latest] = begun
  if (latest && latest.completion !== 'completed') return { registrationId: latest.registrationId }
  const same = begun.find(({ moduleVersionId }) => moduleVersionId === publishedVersionId)
  if (same) return { registrationId: same.registrationId }
  if (publishedVersionId) return { newVersionId: publishedVersionId }
  return latest ? { registrationId: latest.registrationId } : null
}

/** The player's page. */
export interface PlayerView {
  registrationId: RegistrationId
  module: { slug: string; titleSv: string; titleEn: string }
  /** Read aloud over the phone. */
  supportCode: string
  contentOrigin: string
  /** The document that holds the runtime, on the content host. */
  frameUrl: string
  token: string
  items: PlayerItem[]
  /** The item to begin with. */
  item: string
  completion: Completion
}

/**
 * The item that a launch shows: the one asked for, else where the learner left off, else the first.
 * Undefined when nothing can be launched.
 */
export function itemToLaunch(
  items: readonly PlayerItem[],
  asked: string | null,
  last: string | null,
): PlayerItem | undefined {
  const launchable = items.filter(({ launchUrl }) => launchUrl !== null)
  const byIdentifier = (wanted: string | null) =>
    launchable.find(({ identifier }) => identifier === wanted)
  return byIdentifier(asked) ?? byIdentifier(last) ?? launchable[0]
}

/**
 * The address of a package's file on its content host: "/content/3f…/sidor/start%20h%C3%A4r.html?x=1".
 * @param base where the package's files lie, "/content/3f…/" (content-policy.server.ts)
 */
export function contentUrl(base: string, path: string, query: string): string {
  return `${base}${path.split('/').map(encodeURIComponent).join('/')}${query}`
}

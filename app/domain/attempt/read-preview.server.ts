import { i18nOf } from '~/i18n/messages.server.ts'
import type { Language } from '~/i18n/format.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import type { LaunchSeed } from '~/kernel/player-protocol.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { previewOrigin } from '~/platform/http/hosts.server.ts'
import { objectiveIdsOf } from '~/standards/scorm/cmi2004.ts'
import { runtimeOf } from '~/standards/scorm/runtime-rules.ts'
import { contentUrl } from './attempt.ts'
import { contentPolicy, openBase } from './content-policy.server.ts'
import { previewHostLabel } from './preview-host.server.ts'
import {
  selectPreviewedItems,
  selectPreviewedVersion,
  type PreviewedItem,
} from './preview.db.server.ts'

/** The path of the preview's document on every preview host. */
export const previewPath = '/_samsyn/preview'

/** A version as an editor looks at it, without an attempt: nothing of it is kept anywhere. */
export interface Preview {
  number: number
  titleSv: string
  titleEn: string
  /** The package's parts that can be opened, in document order. */
  items: { identifier: string; title: string }[]
  item: string
  contentOrigin: string
  frameUrl: string
  /** Of the item on that host. */
  launchUrl: string
  /** What the item's content is told, as at a learner's first visit; null of one that asks for nothing. */
  seed: LaunchSeed | null
}

/**
 * What the preview of a version needs, whatever its status.
 * @param wanted the part to open; the first where there is no such
 * @throws Refusal not-found
 */
export async function readPreview(
  versionId: string | undefined,
  wanted: string | null,
  language: Language,
): Promise<Preview> {
  const version = isId(versionId) ? await selectPreviewedVersion(versionId) : undefined
  const items = version ? await selectPreviewedItems(version.packageId) : []
  const item = items.find(({ identifier }) => identifier === wanted) ?? items[0]
  if (!version || !item) throw new Refusal('not-found')
  const { packageId, allowedHosts, edition, isStrict, ...named } = version
  const base = openBase(contentPolicy(env().APP_ORIGIN, allowedHosts), packageId)
  const origin = previewOrigin(previewHostLabel(versionId!, today(), env().SECRET), env())
  const name = i18nOf(language).t('player.learner-name')
  const runtime = item.type === 'sco' ? runtimeOf(edition) : null
  return {
    ...named,
    items: items.map(({ identifier, title }) => ({ identifier, title })),
    item: item.identifier,
    contentOrigin: origin,
    frameUrl: origin + previewPath + (runtime ? `?runtime=${runtime}` : ''),
    launchUrl: contentUrl(base, item.launchPath, item.launchQuery),
    seed: runtime && { ...seedOf(item), runtime, isStrict, learner: { id: 'preview', name } },
  }
}

function seedOf(item: PreviewedItem): Pick<LaunchSeed, 'item' | 'state'> {
  const { masteryScore, scaledPassingScore, completionThreshold, maxTimeAllowed } = item
  const { timeLimitAction, dataFromLms, sequencing } = item
  const objectives = objectiveIdsOf(sequencing)
  const limits = { masteryScore, scaledPassingScore, completionThreshold, maxTimeAllowed }
  return { item: { ...limits, timeLimitAction, dataFromLms, objectives }, state: null }
}

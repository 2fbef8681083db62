import { createHmac } from 'node:crypto'
import type { Day } from '~/kernel/dates.ts'
import {
  hostLabelOf,
  moduleOfHostLabel as idOfLabel,
  openHostLabelOf as labelOfId,
} from './host-label.ts'

const idLetters = 26

/**
 * The label of the host on which editors look at a version: the version's id and a signature, so that nobody
 * finds it by guessing and no table is needed. Another one each day.
 * @param secret the installation's own (SECRET)
 */
export function previewHostLabel(versionId: string, day: Day, secret: string): string {
  const signature = createHmac('sha256', secret).update(`preview:${versionId}:${day}`).digest()
  return labelOfId(versionId) + hostLabelOf(signature)
}

/** The version of a preview host; undefined for a label that was not given out on one of the days. */
export function versionOfPreviewHost(
  label: string,
  days: readonly Day[],
  secret: string,
): string | undefined {
  const versionId = idOfLabel(label.slice(0, idLetters))
  if (versionId === undefined) return undefined
  const isOurs = days.some((day) => previewHostLabel(versionId, day, secret) === label)
  return isOurs ? versionId : undefined
}

import { listQueryOf, oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'
import { activityStatuses, activityTypes } from './activity.ts'

/** What the list of activities can be asked for; the county "nation" is what is nobody's county. */
export const activityShape = {
  sorts: ['when', 'title', 'type', 'county', 'participations'],
  filters: {
    type: oneOf(activityTypes),
    status: oneOf(activityStatuses),
    county: (value: string) => /^(\d{2}|nation)$/.test(value),
    year: (value: string) => /^20\d{2}$/.test(value),
  },
} as const satisfies ListShape

export type ActivityQuery = QueryOf<typeof activityShape>

/** Reads the list's address: the latest first, where it says nothing else. */
export function activityQueryOf(url: string): ActivityQuery {
  const query = listQueryOf(url, activityShape)
  const saysOrder = new URL(url).searchParams.has('sort')
  return { ...query, isDescending: saysOrder ? query.isDescending : true }
}

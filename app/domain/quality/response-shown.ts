/**
 * A response as a person reads it: SCORM 2004 sets the parts of one apart by "[,]" and pairs by "[.]"
 * (RTE 4.1.1.6), and begins the ranges of a number with "[:]".
 */
export function responseShown(response: string, kind: string | null): string {
  const parts = response.replaceAll('[,]', ', ').replaceAll('[.]', ' – ')
  return kind === 'numeric' ? parts.replaceAll('[:]', '–') : parts
}

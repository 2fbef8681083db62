import type { QualityReport } from '~/domain/quality/quality.ts'
import { useI18n } from '~/i18n/i18n.tsx'

export type Items = QualityReport['items']
export type Places = QualityReport['places']

/** The title of an item; nothing where the package has no other. */
export function itemTitle(items: Items, identifier: string): string | null {
  if (items.length <= 1) return null
  return items.find((item) => item.identifier === identifier)?.title ?? identifier
}

interface PlaceNameProps {
  items: Items
  places: Places
  item: string
  location: string
  /** What a place without a bookmark is. */
  unnamed: string
}

/** A place by its page's title, else as content names it, with its item where there are several. */
export function PlaceName({ items, places, item, location, unnamed }: PlaceNameProps) {
  const page = places.find((place) => place.location === location)
  const title = itemTitle(items, item)
  return (
    <>
      {page ? (
        <span lang="sv">{page.title}</span>
      ) : (
        <span className="content-words">{location || unnamed}</span>
      )}
      {title && <span className="meta content-words"> · {title}</span>}
    </>
  )
}

/** Seconds in words: "1 min 20 s". */
export function useDuration(): (seconds: number) => string {
  const { t } = useI18n()
  return (exact) => {
    const seconds = Math.round(exact)
    if (seconds < 60) return t('quality.seconds', { seconds })
    return t('quality.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
  }
}

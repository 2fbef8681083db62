import { Link } from '@remix-run/react'
import type { Citation } from '~/domain/catalogue/fact-view.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ItemList } from '~/ui/card.tsx'

/** The modules that show a fact, each with its pages. */
export function FactCitations({ citations }: { citations: Citation[] }) {
  const { t } = useI18n()
  if (citations.length === 0) return <p>{t('fact.cited.none')}</p>
  const versions = new Map<string, Citation[]>()
  for (const citation of citations) {
    versions.set(citation.versionId, [...(versions.get(citation.versionId) ?? []), citation])
  }
  return (
    <ItemList
      label={t('fact.cited')}
      items={[...versions].map(([versionId, places]) => {
        const { moduleId, moduleTitle, status, versionNumber } = places[0]!
        return {
          key: versionId,
          title: moduleTitle,
          to: `/catalogue/modules/${moduleId}`,
          meta: <Places places={places} />,
          aside: (
            <Link to={`/catalogue/versions/${versionId}`}>
              {t(`fact.cited.${status}`, { number: versionNumber })}
            </Link>
          ),
        }
      })}
    />
  )
}

function Places({ places }: { places: Citation[] }) {
  const { t } = useI18n()
  return (
    <ul lang="sv">
      {places.map(({ kind, title }, index) => (
        <li key={index}>{t(`fact.place.${kind}`, { title })}</li>
      ))}
    </ul>
  )
}

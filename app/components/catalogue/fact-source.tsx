import type { ToldFact } from '~/domain/catalogue/told-fact.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Tag } from '~/ui/tag.tsx'
import { useCourseLanguage } from './course-language.ts'

/** Where a fact comes from, when it was last looked through, and whether it is being checked. */
export function FactSource({ fact }: { fact: ToldFact }) {
  const { t, day } = useI18n()
  const lang = useCourseLanguage()
  const sources = fact.source.map(({ title, publisher }) =>
    title === publisher ? title : `${publisher}, ”${title}”`,
  )
  return (
    <div className="meta fact-source">
      {fact.isUnsure && (
        <p>
          <Tag tone="warn">{t('fact.unsure')}</Tag> {t('fact.unsure.text')}
        </p>
      )}
      <p>
        {sources.length > 0 && (
          <>
            {t('fact.source')} <span lang={lang}>{sources.join('; ')}.</span>{' '}
          </>
        )}
        {t('fact.reviewed', { day: day(fact.lastReviewed) })}
      </p>
    </div>
  )
}

import { FactChanges } from '~/components/catalogue/fact-changes.tsx'
import type { TextSays } from '~/domain/catalogue/fact-view.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Notice } from '~/ui/notice.tsx'

/** What the course's text says where an editor's words are told: since when, what differs, and what can be done. */
export function TextSaysOtherwise({ factId, text }: { factId: string; text: TextSays }) {
  const { t, moment } = useI18n()
  const { version, changes, isNew } = text
  const came = { number: version.number, moment: moment(version.writtenAt) }
  return (
    <Notice tone={isNew ? 'warn' : 'info'} heading={2} title={t('fact.text')}>
      <p>{t(isNew ? 'fact.text.new' : 'fact.text.known', came)}</p>
      <p>{t('fact.text.legend')}</p>
      <FactChanges changes={changes} />
      <div className="actions">
        <ButtonLink to={`/catalogue/facts/${factId}/edit?from=text`}>
          {t('fact.text.take')}
        </ButtonLink>
        {isNew && (
          <ButtonLink to="#confirm" variant="quiet">
            {t('fact.text.keep')}
          </ButtonLink>
        )}
      </div>
    </Notice>
  )
}

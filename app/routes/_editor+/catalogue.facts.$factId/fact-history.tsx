import { FactChanges } from '~/components/catalogue/fact-changes.tsx'
import type { FactStep } from '~/domain/catalogue/fact-view.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface FactHistoryProps {
  /** The newest first. */
  history: FactStep[]
  hasOlder: boolean
}

/** What a sheet has said, version by version, each with what it changed and why. */
export function FactHistory({ history, hasOlder }: FactHistoryProps) {
  const { t } = useI18n()
  return (
    <>
      {history.map((step) => (
        <Step key={step.number} step={step} />
      ))}
      {hasOlder && <p className="meta">{t('fact.history.older')}</p>}
    </>
  )
}

function Step({ step }: { step: FactStep }) {
  const { t, moment } = useI18n()
  const { number, writtenAt, origin, note, reviewer, changes, isSetAside } = step
  return (
    <article className="card card-plain">
      <h3 className="card-title">
        {t('fact.history.version', { number, moment: moment(writtenAt) })}
      </h3>
      <p className="meta">
        {t(isSetAside ? 'fact.history.set-aside' : `fact.history.${origin}`)}{' '}
        {t('fact.field.reviewer')}: <span lang="sv">{reviewer}</span>.
      </p>
      {note && <p>{note}</p>}
      {number === 1 && <p>{t('fact.history.first')}</p>}
      {number > 1 && changes.length === 0 && <p>{t('fact.history.same')}</p>}
      {changes.length > 0 && <FactChanges changes={changes} />}
    </article>
  )
}

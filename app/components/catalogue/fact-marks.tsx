import { Link } from '@remix-run/react'
import type { MarkedFact } from '~/domain/catalogue/fact-view.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Notice } from '~/ui/notice.tsx'

/** The way to the fact sheets, with how many are overdue. */
export function FactsLink({ overdue }: { overdue: number }) {
  const { t } = useI18n()
  return (
    <ButtonLink to="/catalogue/facts">
      {overdue > 0 ? t('fact.open-queue', { count: overdue }) : t('fact.open-list')}
    </ButtonLink>
  )
}

/** By name, the facts of a module that are overdue or that somebody must still look up. */
export function FactMarks({ overdue, toCheck }: { overdue: MarkedFact[]; toCheck: MarkedFact[] }) {
  const { t } = useI18n()
  return (
    <>
      {overdue.length > 0 && (
        <Notice tone="bad" title={t('fact.marked.overdue', { count: overdue.length })}>
          <FactLinks facts={overdue} />
        </Notice>
      )}
      {toCheck.length > 0 && (
        <Notice tone="warn" title={t('fact.marked.to-check', { count: toCheck.length })}>
          <FactLinks facts={toCheck} />
        </Notice>
      )}
    </>
  )
}

function FactLinks({ facts }: { facts: MarkedFact[] }) {
  return (
    <ul lang="sv">
      {facts.map(({ id, title }) => (
        <li key={id}>
          <Link to={`/catalogue/facts/${id}`}>{title}</Link>
        </li>
      ))}
    </ul>
  )
}

import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { Link } from '~/ui/link.tsx'
import { Notice } from '~/ui/notice.tsx'

interface WaitingClaimsProps {
  organisationId: string
  waiting: { count: number; since: Day | null }
}

/** Reminds whoever decides of those who wait; nothing where nobody does. */
export function WaitingClaims({ organisationId, waiting }: WaitingClaimsProps) {
  const { t, day, number } = useI18n()
  const { count, since } = waiting
  if (count === 0 || since === null) return null
  return (
    <Notice tone="info" title={t('claims.waiting', { count, shown: number(count) })}>
      <p>
        {t('claims.waiting.since', { day: day(since) })}{' '}
        <Link to={`/organisations/${organisationId}/claims`}>{t('organisation.link.claims')}</Link>
      </p>
    </Notice>
  )
}

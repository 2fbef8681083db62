import { Link } from '@remix-run/react'
import type { OwnDelegation } from '~/domain/identity/delegation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays } from '~/kernel/dates.ts'
import { Section } from '~/ui/page.tsx'

/** The organisations that a trainer brings people in for; nothing where there are none. */
export function OwnDelegations({ delegations }: { delegations: OwnDelegation[] }) {
  const { t, day } = useI18n()
  if (delegations.length === 0) return null
  return (
    <Section id="delegations" title={t('delegation.own')}>
      <ul>
        {delegations.map(({ organisationId, name, validTo }) => (
          <li key={organisationId}>
            <Link to={`/organisations/${organisationId}/people-import`}>
              {validTo ? t('delegation.own.until', { name, day: day(addDays(validTo, -1)) }) : name}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

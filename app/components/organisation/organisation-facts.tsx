import type { OrganisationView } from '~/domain/organisation/organisation.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** What an organisation is and where, in a line: "Kommun · Gävle · Gävleborgs län". */
export function OrganisationFacts({ organisation }: { organisation: OrganisationView }) {
  const { t } = useI18n()
  const { kind, municipalityName, countyName } = organisation
  const facts = [t(`organisation.kind.${kind}`), municipalityName, countyName]
  return <p className="meta">{facts.filter(Boolean).join(' · ')}</p>
}

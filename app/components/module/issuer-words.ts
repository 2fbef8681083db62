import type { Issuer } from '~/domain/assignment/assignment.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** In whose name something is assigned: "Gävle kommun", "Länsstyrelsen Gävleborg". */
export function useIssuer(): (issuer: Issuer) => string {
  const { t } = useI18n()
  return ({ kind, name }) => {
    if (kind === 'nation' || name === null) return t('issuer.nation')
    return kind === 'county' ? t('issuer.county', { county: name }) : name
  }
}

import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'

interface OrganisationLinksProps {
  organisationId: string
  /** What the page shows, to be carried along: "?module=…". */
  search: string
  may: {
    people: boolean
    headcounts: boolean
    units: boolean
    claims: boolean
    assign: boolean
    completions: boolean
    peopleFile: boolean
    delegations: boolean
    joinCodes: boolean
  }
}

/** The organisation's other pages, as far as the reader may open them. */
export function OrganisationLinks({ organisationId, search, may }: OrganisationLinksProps) {
  const { t } = useI18n()
  const links = [
    { may: may.assign, to: 'assignments', label: t('assignment.assign') },
    { may: true, to: 'modules', label: t('overview.link') },
    { may: may.people, to: 'people', label: t('organisation.link.people') },
    { may: may.claims, to: 'claims', label: t('organisation.link.claims') },
    { may: may.units, to: 'units', label: t('organisation.link.units') },
    { may: may.headcounts, to: 'headcounts', label: t('organisation.link.headcounts') },
    { may: may.peopleFile, to: 'people-import', label: t('organisation.link.people-file') },
    { may: may.joinCodes, to: 'join-codes', label: t('organisation.link.join-codes') },
    { may: may.delegations, to: 'delegations', label: t('organisation.link.delegations') },
    { may: may.completions, to: 'completions', label: t('organisation.link.completions') },
  ]
  return links
    .filter((link) => link.may)
    .map(({ to, label }) => (
      <ButtonLink
        key={to}
        to={`/organisations/${organisationId}/${to}${search}`}
        variant={to === 'assignments' ? 'primary' : 'secondary'}
      >
        {label}
      </ButtonLink>
    ))
}

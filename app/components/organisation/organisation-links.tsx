import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button.tsx'

interface OrganisationLinksProps {
  organisationId: string
  /** What the page shows, to be carried along: "?module=…". */
  search: string
  may: {
    people: boolean
    headcounts: boolean
    claims: boolean
    assign: boolean
    completions: boolean
  }
}

/** The organisation's other pages, as far as the reader may open them. */
export function OrganisationLinks({ organisationId, search, may }: OrganisationLinksProps) {
  const { t } = useI18n()
  const links = [
    { may: may.assign, to: 'assignments', label: t('assignment.assign') },
    { may: may.people, to: 'people', label: t('organisation.link.people') },
    { may: may.claims, to: 'claims', label: t('organisation.link.claims') },
    { may: may.headcounts, to: 'headcounts', label: t('organisation.link.headcounts') },
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

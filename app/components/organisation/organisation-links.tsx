import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Link } from '~/ui/link.tsx'

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
    subGroups: boolean
  }
}

/**
 * The organisation's other pages, as far as the reader may open them: what is done every week as buttons, and
 * what is done now and then as links below.
 */
export function OrganisationLinks({ organisationId, search, may }: OrganisationLinksProps) {
  const { t } = useI18n()
  const daily = [
    { may: may.assign, to: 'assignments', label: t('assignment.assign') },
    { may: true, to: 'modules', label: t('overview.link') },
    { may: may.people, to: 'people', label: t('organisation.link.people') },
  ].filter((link) => link.may)
  const others = [
    { may: may.claims, to: 'claims', label: t('organisation.link.claims') },
    { may: may.units, to: 'units', label: t('organisation.link.units') },
    { may: may.headcounts, to: 'headcounts', label: t('organisation.link.headcounts') },
    { may: may.peopleFile, to: 'people-import', label: t('organisation.link.people-file') },
    { may: may.joinCodes, to: 'join-codes', label: t('organisation.link.join-codes') },
    { may: may.joinCodes, to: 'invitations', label: t('organisation.link.invitations') },
    { may: may.subGroups, to: 'sub-groups', label: t('organisation.link.sub-groups') },
    { may: may.delegations, to: 'delegations', label: t('organisation.link.delegations') },
    { may: may.completions, to: 'completions', label: t('organisation.link.completions') },
  ].filter((link) => link.may)
  const addressOf = (to: string) => `/organisations/${organisationId}/${to}${search}`
  return (
    <>
      {daily.map(({ to, label }) => (
        <ButtonLink
          key={to}
          to={addressOf(to)}
          variant={to === 'assignments' ? 'primary' : 'secondary'}
        >
          {label}
        </ButtonLink>
      ))}
      {others.length > 0 && (
        <nav className="more-pages" aria-label={t('organisation.links')}>
          <ul>
            {others.map(({ to, label }) => (
              <li key={to}>
                <Link to={addressOf(to)}>{label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

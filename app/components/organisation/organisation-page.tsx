import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'

interface OrganisationPageProps {
  organisation: { id: string; name: string }
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** A page about one side of an organisation, with the way back to it. */
export function OrganisationPage({ organisation, title, lead, children }: OrganisationPageProps) {
  const { t } = useI18n()
  return (
    <Page
      title={title}
      lead={lead}
      breadcrumbs={[
        { label: t('organisations.title'), to: '/organisations' },
        { label: organisation.name, to: `/organisations/${organisation.id}` },
        { label: title },
      ]}
    >
      {children}
    </Page>
  )
}

import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'

interface PeopleFilePageProps {
  organisation: { id: string; name: string }
  title: string
  lead: ReactNode
  children: ReactNode
}

/** A page about one file of people, with the way back to the others. */
export function PeopleFilePage({ organisation, title, lead, children }: PeopleFilePageProps) {
  const { t } = useI18n()
  const to = `/organisations/${organisation.id}`
  return (
    <Page
      title={title}
      lead={lead}
      breadcrumbs={[
        { label: t('organisations.title'), to: '/organisations' },
        { label: organisation.name, to },
        { label: t('people-file.title'), to: `${to}/people-import` },
        { label: title },
      ]}
    >
      {children}
    </Page>
  )
}

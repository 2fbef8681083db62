import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'

interface HeadcountFilePageProps {
  /** Null where files are about several. */
  organisation: { id: string; name: string } | null
  title: string
  lead: ReactNode
  /** Whether it is the page of all files. */
  isList?: boolean
  children: ReactNode
}

/** Where files about an organisation are, or about several. */
export const headcountFilesOf = (organisation: { id: string } | null) =>
  organisation ? `/headcount-files?organisation=${organisation.id}` : '/headcount-files'

/** A page about files of headcounts, with the way back. */
export function HeadcountFilePage(props: HeadcountFilePageProps) {
  const { t } = useI18n()
  const { organisation, title, lead, isList = false, children } = props
  const to = `/organisations/${organisation?.id}`
  const within = organisation && [
    { label: organisation.name, to },
    { label: t('headcount.title'), to: `${to}/headcounts` },
  ]
  const files = { label: t('headcount-file.title'), to: headcountFilesOf(organisation) }
  return (
    <Page
      title={title}
      lead={lead}
      breadcrumbs={[
        { label: t('organisations.title'), to: '/organisations' },
        ...(within ?? []),
        ...(isList ? [] : [files]),
        { label: title },
      ]}
    >
      {children}
    </Page>
  )
}

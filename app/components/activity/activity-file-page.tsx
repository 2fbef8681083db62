import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'

/** A page about one file of activities, with the way back to the others. */
export function ActivityFilePage(props: { title: string; lead: ReactNode; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <Page
      title={props.title}
      lead={props.lead}
      breadcrumbs={[
        { label: t('activities.title'), to: '/activities' },
        { label: t('activity-file.title'), to: '/activities/import' },
        { label: props.title },
      ]}
    >
      {props.children}
    </Page>
  )
}

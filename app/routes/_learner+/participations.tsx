import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { sessionText } from '~/components/activity/session-words.ts'
import { listOwnParticipations } from '~/domain/activity/check-in.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.participations' }

export async function loader({ request }: LoaderFunctionArgs) {
  return { participations: await listOwnParticipations(await requireActor(request)) }
}

export default function Participations() {
  const i18n = useI18n()
  const { t } = i18n
  const { participations } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('participations.title')}
      lead={t('participations.lead')}
      breadcrumbs={[
        { label: t('profile.title'), to: '/profile' },
        { label: t('participations.title') },
      ]}
    >
      <DataTable
        caption={t('participations.caption')}
        narrow="stack"
        columns={[
          {
            id: 'title',
            head: t('participations.column.title'),
            cell: ({ activityId, title, type, status, isCredited }) => (
              <>
                <span lang="sv">{title}</span>
                <br />
                <span className="meta">{t(`activity.type.${type}`)}</span>
                {status === 'held' && (
                  <>
                    <br />
                    <a href={`/participations/${activityId}/intyg.pdf`} download>
                      {t('attended.pdf')}
                    </a>
                  </>
                )}
                {status === 'planned' && (
                  <>
                    <br />
                    <span className="meta">{t('participations.planned')}</span>
                  </>
                )}
                {status === 'cancelled' && (
                  <>
                    <br />
                    <span className="meta">{t('participations.cancelled')}</span>
                  </>
                )}
                {isCredited && (
                  <>
                    <br />
                    <span className="meta">{t('participations.credited')}</span>
                  </>
                )}
              </>
            ),
          },
          {
            id: 'when',
            head: t('participations.column.when'),
            cell: (one) => sessionText(i18n, one),
          },
          {
            id: 'organiser',
            head: t('participations.column.organiser'),
            cell: ({ organiserName }) => organiserName,
          },
          {
            id: 'as',
            head: t('participations.column.as'),
            cell: ({ professionGroup, organisationName, municipalityName }) =>
              [t(`profession.${professionGroup}`), organisationName ?? municipalityName]
                .filter(Boolean)
                .join(' · '),
          },
        ]}
        rows={participations}
        rowKey={({ attendanceId }) => attendanceId}
        empty={<p className="meta">{t('participations.empty')}</p>}
      />
    </Page>
  )
}

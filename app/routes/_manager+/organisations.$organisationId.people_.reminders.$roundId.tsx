import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { RemindedNotice } from '~/components/standing/decision-notices.tsx'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { readReminders } from '~/domain/standing/remind-people.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Notice } from '~/ui/notice.tsx'
import { WorkProgress } from '~/ui/work-progress.tsx'

export const handle = { title: 'title.staff' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:remind')
  const { organisationId = '', roundId = '' } = params
  const organisation = await readOrganisation(actor, 'people:remind', organisationId)
  return { organisation, ...(await readReminders(actor, { organisationId, roundId })) }
}

export default function Reminders() {
  const { t, number, moment, language } = useI18n()
  const { organisation, round, module } = useLoaderData<typeof loader>()
  const { people, taken, askedAt } = round
  const isWhole = taken === people
  const counted = (count: number) => ({ count, shown: number(count) })
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('staff.round.title')}
      lead={t('staff.round.lead', {
        ...counted(people),
        module: moduleTitle(module, language),
        at: moment(askedAt),
      })}
    >
      {!round.endedAt && (
        <WorkProgress
          label={t('staff.round.going')}
          done={taken}
          total={people}
          text={t('staff.round.progress', { done: number(taken), total: number(people) })}
        />
      )}
      {round.endedAt && isWhole && (
        <RemindedNotice reminded={round} title={t('staff.round.ended')} />
      )}
      {round.endedAt && !isWhole && (
        <Notice tone="bad" title={t('staff.round.stopped')}>
          <p>{t('staff.round.stopped.text', counted(people - taken))}</p>
        </Notice>
      )}
      <p>
        <ButtonLink to={`/organisations/${organisation.id}/people?module=${module.slug}`}>
          {t('staff.round.back')}
        </ButtonLink>
      </p>
    </OrganisationPage>
  )
}

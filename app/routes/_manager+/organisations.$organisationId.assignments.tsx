import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { AssignmentTable } from '~/components/assignment/assignment-table.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { listAssignments } from '~/domain/assignment/list-assignments.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Section } from '~/ui/page.tsx'

export const handle = { title: 'title.assignments' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const organisationId = params.organisationId ?? ''
  const organisation = await readOrganisation(actor, 'module:assign', organisationId)
  const assignments = await listAssignments(actor, organisationId)
  return { organisation, assignments, today: today() }
}

export default function Assignments() {
  const { t } = useI18n()
  const { organisation, assignments, today } = useLoaderData<typeof loader>()
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('assignment.title')}
      lead={t('assignment.lead')}
    >
      <Section
        id="under-way"
        title={t('assignment.under-way')}
        actions={
          <ButtonLink to={`/assignments/new?organisation=${organisation.id}`} variant="primary">
            {t('assignment.new')}
          </ButtonLink>
        }
      >
        <AssignmentTable
          assignments={assignments}
          asOf={today}
          action={({ id, mayManage }) =>
            mayManage ? (
              <Link to={`/assignments/${id}`}>{t('assignment.change')}</Link>
            ) : (
              t('assignment.not-yours')
            )
          }
        />
      </Section>
    </OrganisationPage>
  )
}

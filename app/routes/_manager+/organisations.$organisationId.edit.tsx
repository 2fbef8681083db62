import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { LikelyDuplicates } from '~/components/organisation/likely-duplicates.tsx'
import { CentreFields, OrganisationFields } from '~/components/organisation/organisation-fields.tsx'
import { FromDay, useUnitCrumbs } from '~/components/organisation/unit-form-parts.tsx'
import { editOrganisation } from '~/domain/organisation/edit-organisation.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { editOrganisationSchema } from '~/domain/organisation/register.schema.ts'
import { readRegisterChoices } from '~/domain/organisation/register-choices.server.ts'
import { readOrganisationTree } from '~/domain/organisation/register.server.ts'
import { earliestDay } from '~/domain/organisation/register-day.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.register' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:register')
  const organisationId = params.organisationId ?? ''
  await readOrganisation(actor, 'organisation:register', organisationId)
  const { organisation, state, today } = await readOrganisationTree(actor, organisationId, null)
  const { carriers, municipalities } = await readRegisterChoices(actor)
  return {
    organisation,
    state,
    today,
    earliest: earliestDay(today),
    carriers: carriers.filter(({ value }) => value !== organisationId),
    municipalities,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:register')
  const organisationId = params.organisationId ?? ''
  await readOrganisation(actor, 'organisation:register', organisationId)
  const form = await parseForm(request, editOrganisationSchema)
  if (!form.ok) return form.reply
  const { name, day, catchment, ...state } = form.value
  await editOrganisation({
    actor,
    organisationId,
    name,
    day,
    catchment,
    state,
  })
  return redirectWithToast(`/organisations/${organisationId}/units`, 'register.changed')
}

export default function EditOrganisation() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, state, today, earliest, carriers, municipalities } = view
  const reply = useActionData<FormReply>()
  const catchment = state?.catchment.map(({ municipalityCode }) => municipalityCode) ?? []
  return (
    <Page
      title={t('edit-organisation.title')}
      lead={t('edit-organisation.lead')}
      width="reading"
      breadcrumbs={useUnitCrumbs(organisation, t('edit-organisation.title'))}
    >
      <p>
        <Link to={`/organisations/${organisation.id}/units/${organisation.rootUnitId}?do=place`}>
          {t('edit-organisation.place')}
        </Link>
      </p>
      <ActionForm
        schema={editOrganisationSchema}
        defaultValues={{
          name: organisation.name,
          kind: state?.kind ?? organisation.kind,
          organisationNumber: state?.organisationNumber ?? '',
          carrierId: state?.carrierId ?? '',
          phase: state?.phase ?? '',
          projectYearFrom: state?.projectYearFrom ?? '',
          catchment,
          day: today,
        }}
        submitLabel={t('register.save')}
        pendingLabel={t('register.saving')}
        reply={reply}
        checksOnLeave
      >
        <OrganisationFields />
        <LikelyDuplicates
          found={[]}
          edited={{
            id: organisation.id,
            place: organisation.municipalityCode ?? organisation.countyCode ?? '',
          }}
        />
        <CentreFields carriers={carriers} municipalities={municipalities} chosen={catchment} />
        <FromDay earliest={earliest} />
      </ActionForm>
    </Page>
  )
}

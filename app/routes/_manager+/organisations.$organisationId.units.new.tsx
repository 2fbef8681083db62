import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { PlaceSelect } from '~/components/organisation/place-select.tsx'
import { UnitSelect, useUnitCrumbs } from '~/components/organisation/unit-form-parts.tsx'
import { addUnit, readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { placeOfCode } from '~/domain/organisation/organisation.ts'
import { readAllPlaces } from '~/domain/organisation/register-choices.server.ts'
import { readOrganisationTree } from '~/domain/organisation/register.server.ts'
import { addUnitSchema } from '~/domain/organisation/register.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { DateField, TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.units' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const organisationId = params.organisationId ?? ''
  await readOrganisation(actor, 'unit:change', organisationId)
  const { organisation, tree, today } = await readOrganisationTree(actor, organisationId, null)
  const below = new URL(request.url).searchParams.get('below')
  const chosen = tree.find(({ unitId }) => unitId === below)?.unitId
  const places = await readAllPlaces()
  return { organisation, tree, today, places, chosen: chosen ?? organisation.rootUnitId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const organisationId = params.organisationId ?? ''
  await readOrganisation(actor, 'unit:change', organisationId)
  const form = await parseForm(request, addUnitSchema)
  if (!form.ok) return form.reply
  const { name, parentUnitId, place, day } = form.value
  const own = place ? placeOfCode(place) : {}
  await addUnit({ actor, name, parentUnitId, openedOn: day, ...own })
  return redirectWithToast(`/organisations/${organisationId}/units`, 'register.unit-added')
}

export default function NewUnit() {
  const { t } = useI18n()
  const { organisation, tree, today, places, chosen } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <Page
      title={t('unit.new.title')}
      width="reading"
      breadcrumbs={useUnitCrumbs(organisation, t('unit.new.title'))}
    >
      <ActionForm
        schema={addUnitSchema}
        defaultValues={{ parentUnitId: chosen, day: today }}
        submitLabel={t('register.save-new')}
        pendingLabel={t('register.saving')}
        reply={reply}
      >
        <TextField name="name" label={t('register.name')} maxLength={120} required />
        <UnitSelect name="parentUnitId" label={t('unit.new.parent')} units={tree} withPlaces />
        <PlaceSelect
          places={places}
          label={t('register.place')}
          hint={t('unit.new.place.hint')}
          emptyLabel={t('unit.new.place.as-above')}
        />
        <DateField name="day" label={t('unit.day')} hint={t('unit.day.new.hint')} required />
      </ActionForm>
    </Page>
  )
}

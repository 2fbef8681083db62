import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { LikelyDuplicates } from '~/components/organisation/likely-duplicates.tsx'
import { CentreFields, OrganisationFields } from '~/components/organisation/organisation-fields.tsx'
import { PlaceSelect } from '~/components/organisation/place-select.tsx'
import { readRegisterChoices } from '~/domain/organisation/register-choices.server.ts'
import {
  findDuplicates,
  type LikelyDuplicate,
} from '~/domain/organisation/likely-duplicate.server.ts'
import { placeOfCode } from '~/domain/organisation/organisation.ts'
import { createOrganisation } from '~/domain/organisation/organisation.server.ts'
import { newOrganisationSchema } from '~/domain/organisation/register.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { formValues, type FormReply } from '~/kernel/form-values.ts'
import { parseForm, shownAgain } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { DateField, TextArea } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.register' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:register')
  return { ...(await readRegisterChoices(actor)), today: today() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:register')
  const again = request.clone()
  const form = await parseForm(request, newOrganisationSchema)
  if (!form.ok) return form.reply
  const { place, distinct, ...told } = form.value
  const duplicates = distinct
    ? []
    : await findDuplicates({
        actor,
        name: told.name,
        organisationNumber: told.organisationNumber ?? '',
        place,
      })
  if (duplicates.length > 0) {
    const values = shownAgain(formValues(await again.formData()))
    const fieldErrors = { distinct: ['register.duplicates.missing'] }
    return data({ ok: false as const, fieldErrors, values, duplicates }, { status: 409 })
  }
  const { organisationId } = await createOrganisation({
    actor,
    ...told,
    ...placeOfCode(place),
  })
  return redirectWithToast(`/organisations/${organisationId}/units`, 'register.added')
}

export default function NewOrganisation() {
  const { t } = useI18n()
  const { places, municipalities, carriers, today } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply & { duplicates?: LikelyDuplicate[] }>()
  return (
    <Page
      title={t('register.new')}
      width="reading"
      breadcrumbs={[{ label: t('register.title'), to: '/register' }, { label: t('register.new') }]}
    >
      <ActionForm
        schema={newOrganisationSchema}
        defaultValues={{ openedOn: today }}
        submitLabel={t('register.save-new')}
        pendingLabel={t('register.saving')}
        reply={reply}
        checksOnLeave
      >
        <OrganisationFields />
        <PlaceSelect places={places} label={t('register.place')} hint={t('register.place.hint')} />
        <LikelyDuplicates found={reply?.duplicates ?? []} />
        <DateField
          name="openedOn"
          label={t('register.opened')}
          hint={t('register.opened.hint')}
          required
        />
        <TextArea name="units" label={t('register.units')} hint={t('register.units.hint')} />
        <CentreFields carriers={carriers} municipalities={municipalities} chosen={[]} />
      </ActionForm>
    </Page>
  )
}

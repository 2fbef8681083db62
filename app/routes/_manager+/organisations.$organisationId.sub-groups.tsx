import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { SsykField } from '~/components/organisation/ssyk-field.tsx'
import { countedGroups } from '~/domain/organisation/organisation.ts'
import { addSubGroupSchema } from '~/domain/organisation/sub-group.schema.ts'
import { addSubGroup, listSubGroups } from '~/domain/organisation/sub-group.server.ts'
import { listPeopledSubGroups } from '~/domain/identity/sub-group-choice.server.ts'
import type { SubGroup } from '~/domain/organisation/sub-group.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { DateField, TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.sub-groups' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const organisationId = params.organisationId ?? ''
  const kept = await listSubGroups(actor, organisationId)
  const peopled = await listPeopledSubGroups(organisationId)
  const people = Object.fromEntries(peopled.map((one) => [one.subGroupId, one.people]))
  return { ...kept, people, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const form = await parseForm(request, addSubGroupSchema)
  if (!form.ok) return form.reply
  const { organisationId = '' } = params
  const address = `/organisations/${organisationId}/sub-groups`
  const { name, professionGroup, ssykCode, validFrom } = form.value
  await addSubGroup({ actor, organisationId, name, professionGroup, ssykCode, validFrom })
  return redirectWithToast(address, 'sub-group.added')
}

export default function SubGroups() {
  const { t } = useI18n()
  const { organisation, subGroups, people, today } = useLoaderData<typeof loader>()
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('sub-group.title')}
      lead={t('sub-group.lead')}
    >
      <Section id="list" title={t('sub-group.list')}>
        <Kept
          subGroups={subGroups}
          people={people}
          address={`/organisations/${organisation.id}/sub-groups`}
        />
      </Section>
      <Section id="add" title={t('sub-group.add')}>
        {/* Anew once one has been added, so that its fields are empty. */}
        <Add key={subGroups.length} today={today} />
      </Section>
    </OrganisationPage>
  )
}

function Add({ today }: { today: string }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <ActionForm
      schema={addSubGroupSchema}
      defaultValues={{ validFrom: today }}
      submitLabel={t('sub-group.add.submit')}
      pendingLabel={t('sub-group.add.busy')}
      reply={reply}
    >
      <TextField name="name" label={t('sub-group.name')} required />
      <SelectField
        name="professionGroup"
        label={t('sub-group.group')}
        choices={countedGroups.map((value) => ({ value, label: t(`profession.${value}`) }))}
        required
      />
      <SsykField />
      <DateField name="validFrom" label={t('sub-group.from')} max={today} required />
    </ActionForm>
  )
}

interface KeptProps {
  subGroups: SubGroup[]
  /** By sub-group; one that has ended and has nobody is not among them. */
  people: Record<string, number>
  /** Of the page, under which each has its own. */
  address: string
}

function Kept({ subGroups, people, address }: KeptProps) {
  const { t, day, number } = useI18n()
  return (
    <DataTable
      caption={t('sub-group.caption')}
      narrow="stack"
      columns={[
        {
          id: 'name',
          head: t('sub-group.name'),
          cell: ({ id, name, validTo }) =>
            validTo ? name : <Link to={`${address}/${id}`}>{name}</Link>,
        },
        {
          id: 'group',
          head: t('sub-group.group'),
          cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
        },
        {
          id: 'ssyk',
          head: t('sub-group.ssyk'),
          cell: ({ ssykCode }) =>
            ssykCode ? `${ssykCode} ${t(`occupation.${ssykCode}`)}` : t('sub-group.ssyk.none'),
        },
        {
          id: 'people',
          head: t('sub-group.people'),
          numeric: true,
          cell: ({ id }) => number(people[id] ?? 0),
        },
        { id: 'from', head: t('sub-group.from'), cell: ({ validFrom }) => day(validFrom) },
        {
          id: 'to',
          head: t('sub-group.to'),
          cell: ({ validTo, validFrom }) =>
            validTo ? day(validTo > validFrom ? addDays(validTo, -1) : validTo) : '–',
        },
      ]}
      rows={subGroups}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('sub-group.empty')} heading={3}>
          <p>{t('sub-group.empty.text')}</p>
        </EmptyState>
      }
    />
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { SsykField } from '~/components/organisation/ssyk-field.tsx'
import { listPeopledSubGroups } from '~/domain/identity/sub-group-choice.server.ts'
import { changeSubGroupSchema, endSubGroupSchema } from '~/domain/organisation/sub-group.schema.ts'
import {
  changeSubGroup,
  endSubGroup,
  readSubGroup,
} from '~/domain/organisation/sub-group.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { Section } from '~/ui/page.tsx'
import { TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.sub-groups' }

const formSchema = z.discriminatedUnion('intent', [changeSubGroupSchema, endSubGroupSchema])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const { organisationId = '', subGroupId = '' } = params
  const kept = await readSubGroup(actor, { organisationId, subGroupId })
  const peopled = await listPeopledSubGroups(organisationId)
  return { ...kept, people: peopled.find((one) => one.subGroupId === subGroupId)?.people ?? 0 }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const form = await parseForm(request, formSchema)
  if (!form.ok) return form.reply
  const { organisationId = '', subGroupId = '' } = params
  const of = { actor, organisationId, subGroupId }
  const back = `/organisations/${organisationId}/sub-groups`
  if (form.value.intent === 'end') {
    await endSubGroup(of)
    return redirectWithToast(back, 'sub-group.ended')
  }
  const { name, ssykCode } = form.value
  await changeSubGroup({ ...of, name, ssykCode })
  return redirectWithToast(back, 'sub-group.changed')
}

export default function OneSubGroup() {
  const { t, number } = useI18n()
  const { organisation, subGroup, people } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { id, name, professionGroup, ssykCode, validTo } = subGroup
  return (
    <OrganisationPage
      organisation={organisation}
      title={name}
      lead={t('sub-group.within', { group: t(`profession.${professionGroup}`) })}
    >
      <p>
        <Link to={`/organisations/${organisation.id}/people?subgroup=${id}`}>
          {t('sub-group.people.show', { count: people, shown: number(people) })}
        </Link>
      </p>
      {validTo ? (
        <p>{t('sub-group.over')}</p>
      ) : (
        <>
          <Section id="change" title={t('sub-group.change')}>
            <ActionForm
              schema={changeSubGroupSchema}
              hidden={{ intent: 'change' }}
              defaultValues={{ name, ssykCode: ssykCode ?? '' }}
              submitLabel={t('sub-group.change.submit')}
              pendingLabel={t('sub-group.add.busy')}
              reply={reply}
            >
              <TextField name="name" label={t('sub-group.name')} required />
              <SsykField within={[professionGroup]} />
            </ActionForm>
          </Section>
          <Section id="end" title={t('sub-group.end.title')}>
            <p>{t('sub-group.end.text')}</p>
            <ActionForm
              schema={endSubGroupSchema}
              hidden={{ intent: 'end' }}
              submitLabel={t('sub-group.end')}
              pendingLabel={t('sub-group.end.busy')}
              submitVariant="danger"
            />
          </Section>
        </>
      )}
    </OrganisationPage>
  )
}

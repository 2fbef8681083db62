import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { JoinCodesSection } from '~/components/identity/join-code-list.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { affiliationKinds } from '~/domain/identity/affiliation.ts'
import { joinCodeSchema } from '~/domain/identity/join-code.schema.ts'
import {
  listJoinCodes,
  makeJoinCode,
  type JoinCodeList,
} from '~/domain/identity/join-code.server.ts'
import { joinCodeQueryOf, latestJoinDay, mostJoiners } from '~/domain/identity/join-code.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { RadioGroup, SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DateField, NumberField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.join-codes' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const query = joinCodeQueryOf(request.url)
  const list = await listJoinCodes(actor, params.organisationId ?? '', query)
  return { ...list, query, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const form = await parseForm(request, joinCodeSchema)
  if (!form.ok) return form.reply
  const { organisationId = '' } = params
  const { confirmation, ...rules } = form.value
  const needsConfirmation = confirmation === 'needed'
  const id = await makeJoinCode({ actor, organisationId, ...rules, needsConfirmation })
  return redirectWithToast(`/organisations/${organisationId}/join-codes/${id}`, 'join-code.made')
}

export default function JoinCodes() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  return (
    <OrganisationPage
      organisation={view.organisation}
      title={t('join-code.title')}
      lead={t('join-code.lead')}
    >
      <Section id="codes" title={t('join-code.list')}>
        <JoinCodesSection view={view} query={view.query} />
      </Section>
      <Section id="make" title={t('join-code.make')}>
        <Make {...view} />
      </Section>
    </OrganisationPage>
  )
}

/** How long a code lasts where nobody says otherwise. */
const usualDays = 30
const usualPeople = 25

function Make({ units, today }: JoinCodeList & { today: string }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <ActionForm
      schema={joinCodeSchema}
      defaultValues={{
        unitId: units[0]?.unitId,
        kind: 'employed',
        mostPeople: usualPeople,
        lastDay: addDays(today, usualDays),
        confirmation: 'needed',
      }}
      submitLabel={t('join-code.make.submit')}
      pendingLabel={t('join-code.make.busy')}
      reply={reply}
    >
      <SelectField
        name="unitId"
        label={t('join-code.unit')}
        choices={units.map(({ unitId, name, depth }) => ({
          value: unitId,
          label: `${'– '.repeat(depth)}${name}`,
        }))}
        required
      />
      <SelectField
        name="kind"
        label={t('join-code.kind')}
        hint={t('join-code.kind.hint')}
        choices={affiliationKinds.map((kind) => ({
          value: kind,
          label: t(`affiliation.kind.${kind}`),
        }))}
        required
      />
      <NumberField
        name="mostPeople"
        label={t('join-code.most')}
        unit={t('join-code.most.unit')}
        min={1}
        max={mostJoiners}
        required
      />
      <DateField
        name="lastDay"
        label={t('join-code.last-day')}
        hint={t('join-code.last-day.hint')}
        min={today}
        max={latestJoinDay(today)}
        required
      />
      <RadioGroup
        name="confirmation"
        label={t('join-code.confirmation')}
        choices={[
          { value: 'needed', label: t('join-code.confirmation.needed') },
          {
            value: 'none',
            label: t('join-code.confirmation.none'),
            hint: t('join-code.confirmation.none.hint'),
          },
        ]}
        required
      />
    </ActionForm>
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { UnitName } from '~/components/organisation/unit-name.tsx'
import {
  declareHeadcounts,
  readHeadcounts,
  type HeadcountsView,
} from '~/domain/organisation/headcount.server.ts'
import {
  declareHeadcountsSchema,
  headcountFieldOf,
} from '~/domain/organisation/organisation.schema.ts'
import { countedGroups, headcountSources } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today, type Day } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { DateField, NumberField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.headcounts' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const view = await readHeadcounts(actor, params.organisationId ?? '')
  const unitId = new URL(request.url).searchParams.get('unit')
  const chosen = view.units.find((unit) => unit.unitId === unitId) ?? null
  return { ...view, chosen, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const form = await parseForm(request, declareHeadcountsSchema)
  if (!form.ok) return form.reply
  await declareHeadcounts({ actor, ...form.value })
  return redirectWithToast(`/organisations/${params.organisationId}/headcounts`, 'headcount.saved')
}

type Unit = HeadcountsView['units'][number]

export default function Headcounts() {
  const { t } = useI18n()
  const { organisation, units, chosen, today } = useLoaderData<typeof loader>()
  const address = `/organisations/${organisation.id}/headcounts`
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('headcount.title')}
      lead={t('headcount.lead')}
    >
      {chosen && (
        <Section
          id="declare"
          title={t('headcount.declare', { unit: chosen.name })}
          intro={<p>{t('headcount.declare.intro')}</p>}
        >
          <HeadcountForm unit={chosen} today={today} address={address} key={chosen.unitId} />
        </Section>
      )}
      <Section id="headcounts" title={t('headcount.newest')}>
        <HeadcountTable units={units} address={address} today={today} />
      </Section>
    </OrganisationPage>
  )
}

function HeadcountForm(props: { unit: Unit; today: Day; address: string }) {
  const { t } = useI18n()
  const { unit, today, address } = props
  const reply = useActionData<FormReply>()
  const before = Object.fromEntries(
    unit.declared.map(({ professionGroup, headcount }) => [
      headcountFieldOf(professionGroup),
      headcount,
    ]),
  )
  return (
    <ActionForm
      schema={declareHeadcountsSchema}
      action={`${address}?unit=${unit.unitId}`}
      defaultValues={{ asOf: today, source: 'own', ...before }}
      hidden={{ unitId: unit.unitId }}
      submitLabel={t('headcount.save')}
      pendingLabel={t('headcount.saving')}
      reply={reply}
      beside={
        <ButtonLink to={address} variant="quiet">
          {t('action.cancel')}
        </ButtonLink>
      }
    >
      <DateField
        name="asOf"
        label={t('headcount.as-of')}
        hint={t('headcount.as-of.hint')}
        max={today}
        required
      />
      <RadioGroup
        name="source"
        label={t('headcount.source')}
        required
        choices={headcountSources.map((source) => ({
          value: source,
          label: t(`headcount.source.${source}`),
        }))}
      />
      {countedGroups.map((group) => (
        <NumberField
          key={group}
          name={headcountFieldOf(group)}
          label={t(`profession.${group}`)}
          unit={t('coverage.unit.employments')}
          min={0}
          max={999_999}
          step={1}
        />
      ))}
    </ActionForm>
  )
}

function HeadcountTable(props: { units: Unit[]; address: string; today: Day }) {
  const { t, day, number } = useI18n()
  const { units, address, today } = props
  // Only the groups that somebody here belongs to: all of them fit no screen.
  const used = countedGroups.filter((group) =>
    units.some(({ declared }) => declared.some(({ professionGroup }) => professionGroup === group)),
  )
  const groups: Column<Unit>[] = used.map((group) => ({
    id: group,
    head: t(`profession.${group}`),
    numeric: true,
    cell: ({ declared }) => {
      const found = declared.find(({ professionGroup }) => professionGroup === group)
      if (!found) return t('headcount.none')
      return (
        <>
          {number(found.headcount)}
          <br />
          <span className="meta">{day(found.asOf)}</span>
          <br />
          <span className="meta">{t(`figure.source.${found.source}`)}</span>
        </>
      )
    },
  }))
  return (
    <DataTable
      caption={
        used.length > 0
          ? t('headcount.caption', { day: day(today) })
          : t('headcount.caption.nothing')
      }
      narrow="stack"
      columns={[
        {
          id: 'unit',
          head: t('organisation.column.unit'),
          cell: ({ unitId, name, depth }) => (
            <UnitName depth={depth}>
              <Link to={`${address}?unit=${unitId}#declare`}>
                {t('headcount.change', { unit: name })}
              </Link>
            </UnitName>
          ),
        },
        ...groups,
      ]}
      rows={units}
      rowKey={({ unitId }) => unitId}
    />
  )
}

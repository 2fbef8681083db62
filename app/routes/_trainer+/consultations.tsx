import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { HomeField } from '~/components/activity/home-field.tsx'
import { readActivityChoices } from '~/domain/activity/activity.server.ts'
import { targetedGroups } from '~/domain/activity/activity.ts'
import {
  consultationFieldOf,
  consultationSchema,
  isMonth,
} from '~/domain/activity/consultation.schema.ts'
import {
  countConsultations,
  readConsultations,
  type ConsultationCount,
} from '~/domain/activity/consultation.server.ts'
import { formatMonth } from '~/i18n/format-month.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addMonths, today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Button } from '~/ui/button.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { NumberField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.consultations' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const asked = new URL(request.url).searchParams
  const choices = await readActivityChoices(actor)
  const { homeCounties, homeMunicipalities } = choices
  const usual = homeCounties[0]?.code ?? homeMunicipalities[0]?.code ?? ''
  const home = asked.get('home') ?? usual
  const thisMonth = `${today().slice(0, 7)}-01`
  const months = Array.from({ length: 12 }, (_, back) => addMonths(thisMonth, -back).slice(0, 7))
  const wanted = asked.get('month') ?? ''
  const month = isMonth(wanted) && months.includes(wanted) ? wanted : thisMonth.slice(0, 7)
  return { choices, home, months, month, counts: await readConsultations(actor, home) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const form = await parseForm(request, consultationSchema)
  if (!form.ok) return form.reply
  await countConsultations({ actor, ...form.value })
  const { home, month } = form.value
  return redirectWithToast(`/consultations?home=${home}&month=${month}`, 'consultation.saved')
}

export default function Consultations() {
  const { t, language } = useI18n()
  const { choices, home, months, month, counts } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const ofMonth = counts.filter((count) => count.month.startsWith(month))
  const before = Object.fromEntries(
    ofMonth.map(({ professionGroup, consultations }) => [
      consultationFieldOf(professionGroup),
      consultations,
    ]),
  )
  return (
    <Page
      title={t('consultation.title')}
      lead={t('consultation.lead')}
      breadcrumbs={[
        { label: t('activities.title'), to: '/activities' },
        { label: t('consultation.title') },
      ]}
    >
      <Form method="get" className="form filters" key={`${home} ${month}`}>
        <HomeField choices={{ ...choices, nation: false }} defaultValue={home} />
        <SelectField
          name="month"
          label={t('consultation.month')}
          choices={months.map((value) => ({ value, label: formatMonth(language, value) }))}
          defaultValue={month}
        />
        <Button type="submit">{t('consultation.choose')}</Button>
      </Form>
      <Section id="counts" title={t('consultation.of', { month: formatMonth(language, month) })}>
        <ActionForm
          key={`${home} ${month} ${JSON.stringify(before)}`}
          schema={consultationSchema}
          hidden={{ home, month }}
          defaultValues={before}
          submitLabel={t('participants.counts.save')}
          pendingLabel={t('activity.saving')}
          reply={reply}
        >
          {targetedGroups.map((group) => (
            <NumberField
              key={group}
              name={consultationFieldOf(group)}
              label={t(`profession.${group}`)}
              unit={t('consultation.unit')}
              min={0}
              max={9999}
              step={1}
            />
          ))}
        </ActionForm>
      </Section>
      <Year months={months} counts={counts} />
    </Page>
  )
}

function Year({ months, counts }: { months: string[]; counts: ConsultationCount[] }) {
  const { t, number, language } = useI18n()
  const groups = targetedGroups.filter((group) =>
    counts.some(({ professionGroup }) => professionGroup === group),
  )
  const sumOf = (some: ConsultationCount[]) =>
    number(some.reduce((sum, { consultations }) => sum + consultations, 0))
  const inMonth = (month: string) => counts.filter((count) => count.month.startsWith(month))
  return (
    <Section id="year" title={t('consultation.year')}>
      <DataTable
        caption={t('consultation.caption', {
          from: formatMonth(language, months.at(-1)!),
          to: formatMonth(language, months[0]!),
        })}
        columns={[
          {
            id: 'month',
            head: t('consultation.month'),
            cell: (month) => formatMonth(language, month),
          },
          ...groups.map((group) => ({
            id: group,
            head: t(`profession.${group}`),
            numeric: true,
            cell: (month: string) =>
              sumOf(inMonth(month).filter(({ professionGroup }) => professionGroup === group)),
          })),
          {
            id: 'all',
            head: t('participation.total'),
            numeric: true,
            cell: (month) => sumOf(inMonth(month)),
          },
        ]}
        rows={groups.length > 0 ? months : []}
        rowKey={(month) => month}
        empty={<p className="meta">{t('consultation.none')}</p>}
      />
    </Section>
  )
}

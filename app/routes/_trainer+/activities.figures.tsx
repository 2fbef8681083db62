import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ActivityFiguresSection } from '~/components/activity/activity-figures.tsx'
import { EvaluationFiguresSection } from '~/components/activity/evaluation-figures.tsx'
import { readActivityFigures, yearUpTo } from '~/domain/activity/activity-figures.server.ts'
import { readEvaluationFigures } from '~/domain/activity/evaluation.server.ts'
import { listCounties } from '~/domain/place/place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { isDay, today } from '~/kernel/dates.ts'
import { reachOf } from '~/kernel/permission.ts'
import { Button } from '~/ui/button.tsx'
import { Page } from '~/ui/page.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { DateField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.activities' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:read')
  const asked = new URL(request.url).searchParams
  const reach = reachOf(actor, 'activity:read')
  const all = await listCounties()
  const counties = all.filter(({ code }) => reach.everywhere || reach.countyCodes.includes(code))
  const usual = yearUpTo(today())
  const dayIn = (name: 'from' | 'to') => {
    const given = asked.get(name)
    return isDay(given) ? given : usual[name]
  }
  const period = { from: dayIn('from'), to: dayIn('to') }
  const own = reach.everywhere ? undefined : counties[0]?.code
  const countyCode = asked.get('county') || own
  const input = { actor, countyCode, ...period }
  const [figures, evaluations] = await Promise.all([
    readActivityFigures(input),
    readEvaluationFigures(input),
  ])
  const countyNames = Object.fromEntries(all.map(({ code, name }) => [code, name]))
  return { figures, evaluations, period, counties, countyCode, countyNames }
}

export default function Figures() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { figures, evaluations, period, counties, countyCode, countyNames } = view
  const where = countyCode ? countyNames[countyCode] : null
  return (
    <Page
      title={t('activity.figures.page')}
      lead={where ?? t(counties.length > 0 ? 'activity.nation' : 'region.catchment')}
      breadcrumbs={[
        { label: t('activities.title'), to: '/activities' },
        { label: t('activity.figures.page') },
      ]}
    >
      <Form method="get" className="form filters" key={`${countyCode} ${period.from} ${period.to}`}>
        {counties.length > 1 && (
          <SelectField
            name="county"
            label={t('activities.column.county')}
            choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
            emptyLabel={t('activity.nation')}
            defaultValue={countyCode ?? ''}
          />
        )}
        <DateField name="from" label={t('activity.figures.from')} defaultValue={period.from} />
        <DateField name="to" label={t('activity.figures.to')} defaultValue={period.to} />
        <Button type="submit">{t('coverage.filter.show')}</Button>
      </Form>
      <ActivityFiguresSection
        figures={figures}
        countyNames={countyCode ? undefined : countyNames}
      />
      <EvaluationFiguresSection figures={evaluations} period={period} />
    </Page>
  )
}

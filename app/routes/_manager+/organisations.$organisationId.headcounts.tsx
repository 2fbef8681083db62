import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { requirePermission } from '~/auth/permission.server.ts'
import { headcountFilesOf } from '~/components/organisation/headcount-file-page.tsx'
import { HeadcountGrid } from '~/components/organisation/headcount-grid.tsx'
import { HeadcountHistory } from '~/components/organisation/headcount-history.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import {
  correctHeadcountSource,
  restoreHeadcount,
  withdrawHeadcount,
} from '~/domain/organisation/correct-headcount.server.ts'
import {
  declareGrid,
  readHeadcountHistory,
  readHeadcounts,
} from '~/domain/organisation/headcount.server.ts'
import {
  correctHeadcountSchema,
  declareHeadcountsSchema,
} from '~/domain/organisation/organisation.schema.ts'
import { headcountSources } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { CheckboxField, RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Section } from '~/ui/page.tsx'
import { Pagination } from '~/ui/table.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.headcounts' }

/** As many rows of boxes as can be looked over; the rest are a page away. */
const unitsPerPage = 25

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const organisationId = params.organisationId ?? ''
  const { units, ...view } = await readHeadcounts(actor, organisationId)
  const asked = new URL(request.url).searchParams
  const pages = Math.max(1, Math.ceil(units.length / unitsPerPage))
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked.get('page') ?? '1', 10) || 1))
  const chosen = units.find(({ unitId }) => unitId === asked.get('unit')) ?? null
  const history = chosen && (await readHeadcountHistory(actor, organisationId, chosen.unitId))
  const shown = units.slice((page - 1) * unitsPerPage, page * unitsPerPage)
  const told = history?.find(({ id }) => id === asked.get('told')) ?? null
  return { ...view, units: shown, page, pages, chosen, history, told, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const organisationId = params.organisationId ?? ''
  const { pathname, search, searchParams } = new URL(request.url)
  const headcountId = searchParams.get('told')
  if (headcountId !== null) {
    const form = await parseForm(request, correctHeadcountSchema)
    if (!form.ok) return { ...form.reply, isOf: 'told' } satisfies Reply
    await correctAs({ actor, organisationId, headcountId }, form.value)
    return redirectWithToast(pathname + search, `headcount.${form.value.deed}.done`)
  }
  const form = await parseForm(request, declareHeadcountsSchema)
  if (!form.ok) return { ...form.reply, isOf: 'grid' } satisfies Reply
  await declareGrid({ actor, organisationId, ...form.value })
  const page = Number.parseInt(searchParams.get('page') ?? '1', 10) || 1
  return redirectWithToast(page > 1 ? `${pathname}?page=${page}` : pathname, 'headcount.saved')
}

type Correction = z.output<typeof correctHeadcountSchema>

async function correctAs(
  which: Parameters<typeof withdrawHeadcount>[0],
  { deed, source }: Correction,
): Promise<void> {
  if (deed === 'withdraw') await withdrawHeadcount(which)
  else if (deed === 'restore') await restoreHeadcount(which)
  else if (source) await correctHeadcountSource({ ...which, source })
}

/** What could not be taken, of which of the page's forms. */
type Reply = FormReply & { isOf: 'grid' | 'told' }

export default function Headcounts() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, units, page, pages, old, today } = view
  const reply = useActionData<Reply>()
  const address = `/organisations/${organisation.id}/headcounts`
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('headcount.title')}
      lead={t('headcount.lead')}
    >
      {old > 0 && (
        <Notice tone="warn" title={t('headcount.old')}>
          <p>{t('headcount.old.text', { count: old })}</p>
        </Notice>
      )}
      <Section
        id="grid"
        title={t('headcount.grid')}
        intro={
          <>
            <p>{t('headcount.grid.intro')}</p>
            <p>
              <Link to={headcountFilesOf(organisation)}>{t('headcount-file.link')}</Link>
            </p>
          </>
        }
      >
        <ActionForm
          key={page}
          schema={declareHeadcountsSchema}
          action={`${address}?page=${page}`}
          defaultValues={{ asOf: today, source: 'own' }}
          submitLabel={t('headcount.save')}
          pendingLabel={t('headcount.saving')}
          reply={reply?.isOf === 'told' ? undefined : reply}
        >
          <HeadcountGrid
            units={units}
            historyTo={(unitId) => `${address}?page=${page}&unit=${unitId}#history`}
          />
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
          <CheckboxField name="confirmsAll" label={t('headcount.confirms-all')} />
        </ActionForm>
        <Pagination page={page} pages={pages} to={(to) => `${address}?page=${to}`} />
      </Section>
      {view.chosen && view.history && (
        <HeadcountHistory
          unitName={view.chosen.name}
          history={view.history}
          told={view.told}
          here={`${address}?page=${page}&unit=${view.chosen.unitId}`}
          reply={reply?.isOf === 'told' ? reply : undefined}
        />
      )}
    </OrganisationPage>
  )
}

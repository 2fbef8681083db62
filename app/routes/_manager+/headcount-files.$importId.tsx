import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { HeadcountFilePage } from '~/components/organisation/headcount-file-page.tsx'
import {
  HeadcountDecision,
  HeadcountFacts,
} from '~/components/organisation/headcount-file-state.tsx'
import { TriedFileNotices } from '~/components/tried-file/tried-file-state.tsx'
import { HeadcountRows } from '~/components/organisation/headcount-rows.tsx'
import {
  listHeadcountRows,
  readHeadcountImport,
  type HeadcountImportView,
} from '~/domain/organisation/headcount-import-view.server.ts'
import { headcountDecisionSchema } from '~/domain/organisation/headcount-import.schema.ts'
import { applyHeadcounts, undoHeadcounts } from '~/domain/organisation/headcount-import.server.ts'
import { headcountOutcomes, writesAnything } from '~/domain/organisation/headcount-import.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { rowsAsked } from '~/kernel/tried-file.ts'
import { parseForm } from '~/platform/http/form.server.ts'

export const handle = { title: 'title.headcount-file' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const asked = { actor, importId: params.importId ?? '' }
  const view = await readHeadcountImport(asked)
  const shown = rowsAsked(request, headcountOutcomes, view.import.counts)
  return { ...view, ...shown, list: await listHeadcountRows({ ...asked, ...shown }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'headcount:declare')
  const form = await parseForm(request, headcountDecisionSchema)
  if (!form.ok) return form.reply
  const importId = params.importId ?? ''
  const decide = form.value.intent === 'undo' ? undoHeadcounts : applyHeadcounts
  await decide({ actor, importId })
  return redirect(`/headcount-files/${importId}`)
}

export default function HeadcountFile() {
  const view = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <HeadcountFilePage
      organisation={view.organisation}
      title={t('headcount-file.file.title')}
      lead={<Lead {...view} />}
    >
      <TriedFileNotices {...view} />
      <HeadcountFacts {...view} />
      {!view.isUnderWay && view.import.status !== 'received' && (
        <>
          <HeadcountDecision {...view} />
          <HeadcountRows {...view} />
        </>
      )}
    </HeadcountFilePage>
  )
}

/** What the file would do, has done or did. */
function Lead({ isUnderWay, import: { status, counts } }: HeadcountImportView) {
  const { t, number } = useI18n()
  if (isUnderWay) return t('people-file.lead.under-way')
  if (status === 'received') return t('people-file.lead.not-tried')
  if (status === 'undone') return t('people-file.lead.undone')
  const shown = { new: number(counts.new), changed: number(counts.changed) }
  if (status === 'applied') return t('headcount-file.lead.applied', shown)
  if (!writesAnything(counts)) return t('people-file.lead.nothing')
  return t('headcount-file.lead.checked', shown)
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { PeopleDecision } from '~/components/identity/people-decision.tsx'
import { PeopleFilePage } from '~/components/identity/people-file-page.tsx'
import { PeopleFacts, PeopleNotices } from '~/components/identity/people-file-state.tsx'
import { KeptPeople, PeopleRows } from '~/components/identity/people-rows.tsx'
import { peopleDecisionSchema } from '~/domain/identity/people-import.schema.ts'
import { applyPeople, undoPeople } from '~/domain/identity/people-import.server.ts'
import { peopleOutcomes } from '~/domain/identity/people-import.ts'
import {
  listPeopleRows,
  readPeopleImport,
  type PeopleImportView,
} from '~/domain/identity/people-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { rowsAsked } from '~/kernel/tried-file.ts'
import { parseForm } from '~/platform/http/form.server.ts'

export const handle = { title: 'title.people-file' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const { organisationId = '', importId = '' } = params
  const asked = { actor, organisationId, importId }
  const view = await readPeopleImport(asked)
  if (view.import.status === 'received' && !view.work) {
    throw redirect(`/organisations/${organisationId}/people-import/${importId}/columns`)
  }
  const shown = rowsAsked(request, peopleOutcomes, view.import.counts)
  return { ...view, ...shown, list: await listPeopleRows({ ...asked, ...shown }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const form = await parseForm(request, peopleDecisionSchema)
  if (!form.ok) return form.reply
  const { organisationId = '', importId = '' } = params
  const asked = { actor, organisationId, importId }
  const { intent, ends } = form.value
  if (intent === 'undo') await undoPeople(asked)
  else await applyPeople({ ...asked, confirmedEnds: ends ?? null })
  return redirect(`/organisations/${organisationId}/people-import/${importId}`)
}

export default function PeopleImport() {
  const view = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <PeopleFilePage
      organisation={view.organisation}
      title={t('people-file.file.title')}
      lead={<Lead {...view} />}
    >
      <PeopleNotices {...view} />
      <PeopleFacts {...view} />
      {!view.isUnderWay && (
        <>
          <PeopleDecision {...view} />
          <PeopleRows {...view} />
          <KeptPeople {...view} />
        </>
      )}
    </PeopleFilePage>
  )
}

/** What the file would do, has done or did. */
function Lead(view: PeopleImportView) {
  const { t, number } = useI18n()
  const { status, counts } = view.import
  if (view.isUnderWay) return t('people-file.lead.under-way')
  if (status === 'undone') return t('people-file.lead.undone')
  if (!counts) return t('people-file.lead.not-tried')
  const shown = {
    new: number(counts.new),
    changed: number(counts.changed),
    ended: number(counts.ended),
  }
  if (status === 'applied') return t('people-file.lead.applied', shown)
  if (counts.new + counts.changed + counts.ended === 0) return t('people-file.lead.nothing')
  return t('people-file.lead.checked', shown)
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { ClaimFilters, ClaimsForm } from '~/components/identity/claim-list.tsx'
import { WorkplaceDecisions } from '~/components/identity/workplace-decisions.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { listClaims, type ClaimList } from '~/domain/identity/claim-list.server.ts'
import { claimDeedSchema } from '~/domain/identity/claim.schema.ts'
import { claimShape, decisions, type ClaimQuery } from '~/domain/identity/claim.ts'
import { decideClaims } from '~/domain/identity/decide-claims.server.ts'
import { undoSchema } from '~/domain/identity/undo.schema.ts'
import {
  listWorkplaceDecisions,
  undoWorkplaceDecision,
} from '~/domain/identity/workplace-decision.server.ts'
import { readUnitChoices } from '~/domain/organisation/unit-choices.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { postedSearchSchema } from '~/platform/http/posted-search.ts'
import { EmptyState } from '~/ui/card.tsx'
import { ListEnd, PostedListEnd } from '~/ui/list.tsx'
import { PostedSearch } from '~/ui/posted-search.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.claims' }

const queryOf = (request: Request) => listQueryOf(request.url, claimShape)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const organisationId = params.organisationId ?? ''
  const query = queryOf(request)
  const view = await listClaims({ actor, organisationId, query, words: '' })
  const [units, answers] = await Promise.all([
    readUnitChoices(actor, organisationId),
    listWorkplaceDecisions(actor, organisationId, decisions),
  ])
  return { ...view, query, units, answers }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const { organisationId = '' } = params
  const query = queryOf(request)
  const { pathname, search } = new URL(request.url)
  const deed = (await request.clone().formData()).get('deed')
  if (deed === 'search') {
    const form = await parseForm(request, postedSearchSchema)
    if (!form.ok) return form.reply
    const { words, page } = form.value
    if (words === '') return redirect(pathname + search)
    const asked = { actor, organisationId, query: { ...query, page }, words }
    return { ok: true as const, found: await listClaims(asked) }
  }
  if (deed === 'undo') {
    const form = await parseForm(request, undoSchema)
    if (!form.ok) return form.reply
    const { decisionId } = form.value
    await undoWorkplaceDecision({ actor, organisationId, decisionId })
    return redirectWithToast(pathname + search, 'workplace.undone')
  }
  const form = await parseForm(request, claimDeedSchema)
  if (!form.ok) return form.reply
  const { affiliationId: affiliationIds, all, words, decision } = form.value
  const which = all ? { filters: query.filters, words } : { affiliationIds }
  await decideClaims({ actor, organisationId, which, decision })
  return redirectWithToast(pathname + search, `claims.several.${decision}`)
}

type Answer = FormReply | { ok: true; found: ClaimList }

export default function Claims() {
  const { t, number } = useI18n()
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { organisation, claims, words } = answer?.ok ? answer.found : loaded
  const { query, units, answers } = loaded
  const here = `/organisations/${organisation.id}/claims`
  const file = `${here}.csv`
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('claims.title')}
      lead={t('claims.lead', { count: claims.count, shown: number(claims.count) })}
    >
      <WorkplaceDecisions decisions={answers} />
      <ClaimFilters query={query} units={units} />
      <PostedSearch words={words} />
      {words !== '' && (
        <p className="meta" role="status">
          {t('staff.search.found', { count: claims.count, shown: number(claims.count), words })}{' '}
          <Link to={here}>{t('staff.search.all')}</Link>
        </p>
      )}
      {claims.count === 0 ? (
        <Nobody query={query} words={words} />
      ) : (
        <ClaimsForm
          // What was ticked is done with once something has been answered or undone.
          key={`${answers[0]?.id} ${answers.map(({ undoneAt }) => !undoneAt).join()}`}
          organisationId={organisation.id}
          claims={claims}
          query={query}
          words={words}
          reply={answer?.ok ? null : answer}
        />
      )}
      {words === '' ? (
        <ListEnd page={claims} exportTo={file} />
      ) : (
        claims.count > 0 && (
          <PostedListEnd page={claims} fields={{ deed: 'search', words }} exportTo={file} />
        )
      )}
    </OrganisationPage>
  )
}

function Nobody({ query, words }: { query: ClaimQuery; words: string }) {
  const { t } = useI18n()
  const isNarrowed = words !== '' || Object.values(query.filters).some(({ length }) => length > 0)
  if (isNarrowed) return <p>{t('claims.empty.found')}</p>
  return (
    <EmptyState title={t('claims.empty')}>
      <p>{t('claims.empty.text')}</p>
    </EmptyState>
  )
}

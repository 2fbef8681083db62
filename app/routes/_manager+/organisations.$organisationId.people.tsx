import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { FigureFields } from '~/components/coverage/figure-filter.tsx'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { WorkplaceDecisions } from '~/components/identity/workplace-decisions.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import {
  DecisionNotices,
  RemindedNotice,
  RoundNotices,
} from '~/components/standing/decision-notices.tsx'
import { PeopleDeedForm } from '~/components/standing/people-deed-form.tsx'
import { listDecisions, undoDecision } from '~/domain/assignment/duty-decision.server.ts'
import { idOfChosen } from '~/domain/assignment/assignment.ts'
import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import type { Reminded } from '~/domain/notice/reminder-round.ts'
import { listRounds } from '~/domain/notice/reminder-round.server.ts'
import { listPeopledSubGroups } from '~/domain/identity/sub-group-choice.server.ts'
import { undoSchema } from '~/domain/identity/undo.schema.ts'
import {
  listWorkplaceDecisions,
  undoWorkplaceDecision,
} from '~/domain/identity/workplace-decision.server.ts'
import { readUnitChoices } from '~/domain/organisation/unit-choices.server.ts'
import { readOrganisationPeople } from '~/domain/standing/organisation-standing.server.ts'
import { peopleShape, standings } from '~/domain/standing/organisation-standing.ts'
import { peopleDeedSchema } from '~/domain/standing/people-decision.schema.ts'
import { decidePeople, remindChosen } from '~/domain/standing/people-decision.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { postedSearchSchema } from '~/platform/http/posted-search.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ListEnd, ListFilters, PostedListEnd } from '~/ui/list.tsx'
import { PostedSearch } from '~/ui/posted-search.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.staff' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:read')
  const organisationId = params.organisationId ?? ''
  const view = await readOrganisationPeople({
    actor,
    words: '',
    ...askedOf(request, organisationId),
  })
  const ofModule = { organisationId, moduleId: idOfChosen(view) }
  const [units, subGroups, decisions, rounds, endings] = await Promise.all([
    readUnitChoices(actor, organisationId),
    listPeopledSubGroups(organisationId),
    listDecisions(actor, ofModule),
    listRounds(actor, ofModule),
    listWorkplaceDecisions(actor, organisationId, ['ended']),
  ])
  return { ...view, units, subGroups, decisions, rounds, endings }
}

const askedOf = (request: Request, organisationId: string) => ({
  organisationId,
  moduleSlug: figureQueryOf(request.url).moduleSlug,
  query: listQueryOf(request.url, peopleShape),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:read')
  const organisationId = params.organisationId ?? ''
  const asked = { actor, ...askedOf(request, organisationId) }
  const { pathname, search } = new URL(request.url)
  const deed = (await request.clone().formData()).get('deed')
  if (deed === 'search') {
    const form = await parseForm(request, postedSearchSchema)
    if (!form.ok) return form.reply
    const { words, page } = form.value
    if (words === '') return redirect(pathname + search)
    const query = { ...asked.query, page }
    return { ok: true as const, found: await readOrganisationPeople({ ...asked, query, words }) }
  }
  if (deed === 'undo') {
    const form = await parseForm(request, undoSchema)
    if (!form.ok) return form.reply
    await undoDecision({ actor, organisationId, decisionId: form.value.decisionId })
    return redirectWithToast(pathname + search, 'staff.deed.undone')
  }
  if (deed === 'undo-ending') {
    const form = await parseForm(request, undoSchema)
    if (!form.ok) return form.reply
    await undoWorkplaceDecision({ actor, organisationId, ...form.value })
    return redirectWithToast(pathname + search, 'workplace.undone')
  }
  const form = await parseForm(request, peopleDeedSchema)
  if (!form.ok) return form.reply
  const { personIds, isAll, words, ruling } = form.value
  const whom = isAll
    ? { kind: 'matching' as const, query: asked.query, words }
    : { kind: 'ticked' as const, personIds }
  if (!ruling) {
    const reminded = await remindChosen({ ...asked, whom })
    if (!('roundId' in reminded)) return { ok: true as const, reminded }
    return redirect(`/organisations/${organisationId}/people/reminders/${reminded.roundId}`)
  }
  await decidePeople({ ...asked, whom, ruling })
  return redirectWithToast(pathname + search, `staff.deed.${ruling.kind}`)
}

type Answer =
  | FormReply
  | { ok: true; found: Awaited<ReturnType<typeof readOrganisationPeople>> }
  | { ok: true; reminded: Reminded }

export default function People() {
  const { t, number, language } = useI18n()
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const found = answer?.ok && 'found' in answer ? answer.found : undefined
  const view = found ? { ...loaded, ...found } : loaded
  const { organisation, module, counts, people, words } = view
  const title = module ? moduleTitle(module, language) : t('coverage.no-module')
  const numbers = Object.fromEntries(
    standings.map((standing) => [standing, number(counts[standing])]),
  ) as Record<(typeof standings)[number], string>
  const address = `/organisations/${organisation.id}`
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('staff.title')}
      lead={t('staff.lead', { module: title, ...numbers })}
    >
      {answer?.ok && 'reminded' in answer && <RemindedNotice reminded={answer.reminded} />}
      <WorkplaceDecisions decisions={view.endings} deed="undo-ending" />
      <RoundNotices rounds={view.rounds} />
      <DecisionNotices decisions={view.decisions} />
      <Filters {...view} />
      <PostedSearch words={words} />
      {words !== '' && (
        <p className="meta" role="status">
          {t('staff.search.found', { count: people.count, shown: number(people.count), words })}{' '}
          <Link to={`${address}/people${module ? `?module=${module.slug}` : ''}`}>
            {t('staff.search.all')}
          </Link>
        </p>
      )}
      {people.count === 0 ? (
        <Nobody {...view} claims={`${address}/claims`} />
      ) : (
        <PeopleDeedForm
          // What was ticked is done with once something has been decided or taken back.
          key={`${view.decisions[0]?.id} ${view.decisions.map(({ undoneAt }) => !undoneAt).join()}`}
          view={view}
          reply={answer?.ok ? null : answer}
        />
      )}
      {words === '' ? (
        <ListEnd page={people} exportTo={`${address}/people.csv`} />
      ) : (
        people.count > 0 && (
          <PostedListEnd
            page={people}
            fields={{ deed: 'search', words }}
            exportTo={`${address}/people.csv`}
          />
        )
      )}
      <p className="meta">{t('staff.definition')}</p>
    </OrganisationPage>
  )
}

type View = Awaited<ReturnType<typeof loader>>

function Filters({ modules, module, query, units, subGroups }: View) {
  const { t } = useI18n()
  return (
    <ListFilters
      query={query}
      sorts={peopleShape.sorts.map((sort) => ({ value: sort, label: t(`staff.sort.${sort}`) }))}
    >
      <FigureFields modules={modules} module={module} />
      <SelectField
        name="standing"
        label={t('staff.column.standing')}
        choices={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
        emptyLabel={t('staff.filter.all')}
        defaultValue={query.filters.standing[0]}
      />
      <SelectField
        name="unit"
        label={t('organisation.column.unit')}
        choices={units.map(({ unitId, name, depth }) => ({
          value: unitId,
          label: `${'– '.repeat(depth)}${name}`,
        }))}
        emptyLabel={t('staff.filter.every-unit')}
        defaultValue={query.filters.unit[0]}
      />
      <SelectField
        name="group"
        label={t('staff.filter.group')}
        choices={professionGroups.map((value) => ({ value, label: t(`profession.${value}`) }))}
        emptyLabel={t('staff.filter.all')}
        defaultValue={query.filters.group[0]}
      />
      {subGroups.length > 0 && (
        <SelectField
          name="subgroup"
          label={t('staff.filter.sub-group')}
          choices={subGroups.map(({ subGroupId, name }) => ({ value: subGroupId, label: name }))}
          emptyLabel={t('staff.filter.all')}
          defaultValue={query.filters.subgroup[0]}
        />
      )}
    </ListFilters>
  )
}

function Nobody({ query, words, claims }: View & { claims: string }) {
  const { t } = useI18n()
  const isNarrowed = words !== '' || Object.values(query.filters).some(({ length }) => length > 0)
  return (
    <EmptyState
      title={t('staff.empty')}
      actions={!isNarrowed && <ButtonLink to={claims}>{t('organisation.link.claims')}</ButtonLink>}
    >
      <p>{isNarrowed ? t('staff.empty.filter') : t('staff.empty.text')}</p>
    </EmptyState>
  )
}

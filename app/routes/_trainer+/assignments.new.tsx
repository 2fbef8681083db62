import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { AssignmentCheck } from '~/components/assignment/assignment-check.tsx'
import { AssignmentForm } from '~/components/assignment/assignment-form.tsx'
import { useAssignmentWords } from '~/components/assignment/assignment-words.ts'
import {
  addressOf,
  assignmentAddressSchema,
  assignmentStepSchema,
  newAssignmentOf,
} from '~/domain/assignment/assignment.schema.ts'
import { assign, checkAssignment } from '~/domain/assignment/assignment.server.ts'
import type { NewAssignment } from '~/domain/assignment/assignment.ts'
import {
  readAssignmentChoices,
  type AssignmentChoices,
} from '~/domain/assignment/list-assignments.server.ts'
import { previewAudience } from '~/domain/standing/audience-preview.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, today } from '~/kernel/dates.ts'
import { formValues, type FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.assign' }

/** How long people usually get, in days. */
const usualTime = 60

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const { searchParams } = new URL(request.url)
  const asked = {
    organisationId: searchParams.get('organisation'),
    personIds: searchParams.getAll('personIds'),
  }
  const choices = await readAssignmentChoices({ actor, ...asked })
  const values = valuesOf(searchParams)
  const chosen = assignmentAddressSchema.safeParse(values)
  if (searchParams.get('step') !== 'check' || !chosen.success) {
    const usual = { isMandatory: 'mandatory', dueOn: addDays(today(), usualTime) }
    const isFresh = values.target === undefined || values.places === undefined
    return { choices, values: isFresh ? { ...usual, ...values } : values, today: today() }
  }
  const assignment = newAssignmentOf(chosen.data)
  return {
    choices,
    values,
    today: today(),
    check: { assignment, preview: await previewAudience(actor, assignment) },
  }
}

function valuesOf(search: URLSearchParams): Record<string, string | string[]> {
  const form = new FormData()
  for (const [name, value] of search) form.append(name, value)
  return formValues(form) as Record<string, string | string[]>
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const organisationId = new URL(request.url).searchParams.get('organisation')
  const form = await parseForm(request, assignmentStepSchema)
  if (!form.ok) return form.reply
  const assignment = newAssignmentOf(form.value)
  if (form.value.intent === 'check') {
    await checkAssignment(actor, assignment)
    const within = organisationId ? `organisation=${organisationId}&` : ''
    return redirect(`/assignments/new?${within}${addressOf(assignment)}&step=check`)
  }
  await assign({ actor, ...assignment })
  const list = organisationId ? `/organisations/${organisationId}/assignments` : '/assignments'
  return redirectWithToast(list, 'assignment.created')
}

export default function NewAssignmentPage() {
  const { t } = useI18n()
  const { choices, values, today, check } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const [search] = useSearchParams()
  const { organisation } = choices
  const list = organisation
    ? { label: organisation.name, to: `/organisations/${organisation.id}/assignments` }
    : { label: t('assignment.title'), to: '/assignments' }
  const address = new URLSearchParams(search)
  address.delete('step')
  const facts = useFacts(choices, check?.assignment)
  return (
    <Page
      title={check ? t('assignment.check.title') : t('assignment.new')}
      lead={check ? undefined : t('assignment.new.lead')}
      width="reading"
      breadcrumbs={[list, { label: t('assignment.new') }]}
    >
      {check ? (
        <AssignmentCheck
          facts={facts}
          preview={check.preview}
          fields={[...address].filter(([name]) => name !== 'organisation')}
          back={`/assignments/new?${address.toString()}`}
          reply={reply}
        />
      ) : (
        // The key fills the form anew where another address has led here.
        <AssignmentForm
          key={search.toString()}
          choices={choices}
          values={values}
          today={today}
          reply={reply}
        />
      )}
    </Page>
  )
}

/** What was chosen, in words, from the names that the form offers. */
function useFacts(choices: AssignmentChoices, assignment: NewAssignment | undefined) {
  const { t } = useI18n()
  const { targetOf, audienceOf, dueOf, repeatOf } = useAssignmentWords()
  if (!assignment) return []
  const { target, audience, terms } = assignment
  const things = choices.targets.flatMap((course) => [course, ...course.tracks, ...course.modules])
  const thing = things.find(({ id }) => id === target.id)
  const places = audience.places.map((place) => ({
    ...place,
    name:
      choices.places.find(({ kind, ref }) => kind === place.kind && ref === place.ref)?.name ?? '',
  }))
  const people = audience.personIds.length || null
  const facts = [
    {
      term: t('assignment.target'),
      value: thing ? targetOf({ target: { ...thing, ...target } }) : '',
    },
    { term: t('assignment.column.audience'), value: audienceOf({ ...audience, places, people }) },
    { term: t('assignment.column.due'), value: dueOf(terms) },
    {
      term: t('assignment.mandatory'),
      value: t(terms.isMandatory ? 'assignment.mandatory.yes' : 'assignment.mandatory.no'),
    },
  ]
  const repeated = repeatOf(terms)
  if (repeated) facts.push({ term: t('assignment.repeat'), value: repeated })
  return facts
}

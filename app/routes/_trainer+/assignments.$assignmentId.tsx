import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { useAssignmentWords } from '~/components/assignment/assignment-words.ts'
import { useIssuer } from '~/components/module/issuer-words.ts'
import {
  assignmentFormSchema,
  moveAssignmentSchema,
  withdrawAssignmentSchema,
} from '~/domain/assignment/assignment.schema.ts'
import { moveAssignment, withdrawAssignment } from '~/domain/assignment/assignment.server.ts'
import type { Assignment } from '~/domain/assignment/assignment.ts'
import { readAssignment } from '~/domain/assignment/list-assignments.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { DateField, NumberField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.assignment' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  return { ...(await readAssignment(actor, params.assignmentId ?? '')), today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const assignmentId = params.assignmentId ?? ''
  const form = await parseForm(request, assignmentFormSchema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'withdraw') {
    await withdrawAssignment({ actor, assignmentId })
    return redirectWithToast('/assignments', 'assignment.withdrawn')
  }
  const { dueOn, dueDays } = form.value
  await moveAssignment({ actor, assignmentId, due: { dueOn, dueDays } })
  return redirectWithToast(`/assignments/${assignmentId}`, 'assignment.moved')
}

export default function AssignmentPage() {
  const { t, day } = useI18n()
  const { assignment, earlierDays, followed, today } = useLoaderData<typeof loader>()
  const { targetOf, dueOf } = useAssignmentWords()
  const title = targetOf(assignment)
  return (
    <Page
      title={title}
      width="reading"
      breadcrumbs={[{ label: t('assignment.title'), to: '/assignments' }, { label: title }]}
    >
      <AssignmentFacts assignment={assignment} />
      {followed.length > 0 && (
        <Section
          id="followed"
          title={t('assignment.followed')}
          intro={t('assignment.followed.intro')}
        >
          <ul>
            {followed.map(({ kind, onDay, name, otherName }) => (
              <li key={`${onDay} ${kind} ${name} ${otherName}`}>
                {t(`assignment.followed.${kind}`, { day: day(onDay), name, other: otherName })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="day" title={t('assignment.move')}>
        <MoveForm assignment={assignment} today={today} />
        {earlierDays.length > 0 && (
          <ul>
            {earlierDays.map((earlier) => (
              <li key={earlier.changedOn + dueOf(earlier)}>
                {t('assignment.moved-from', { due: dueOf(earlier), day: day(earlier.changedOn) })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        id="withdraw"
        title={t('assignment.withdraw.title')}
        intro={<p>{t('assignment.withdraw.text')}</p>}
      >
        <ActionForm
          schema={withdrawAssignmentSchema}
          hidden={{ intent: 'withdraw' }}
          submitLabel={t('assignment.withdraw')}
          pendingLabel={t('assignment.withdrawing')}
          submitVariant="danger"
        />
      </Section>
    </Page>
  )
}

function AssignmentFacts({ assignment }: { assignment: Assignment }) {
  const { t, day } = useI18n()
  const { audienceOf, dueOf, repeatOf } = useAssignmentWords()
  const issuerOf = useIssuer()
  const { issuer, assignedOn, isMandatory, message } = assignment
  const repeated = repeatOf(assignment)
  return (
    <Facts
      facts={[
        { term: t('assignment.column.audience'), value: audienceOf(assignment) },
        { term: t('assignment.column.due'), value: dueOf(assignment) },
        ...(repeated ? [{ term: t('assignment.repeat'), value: repeated }] : []),
        {
          term: t('assignment.mandatory'),
          value: t(isMandatory ? 'assignment.mandatory.yes' : 'assignment.mandatory.no'),
        },
        { term: t('assignment.column.assigned'), value: `${issuerOf(issuer)}, ${day(assignedOn)}` },
        { term: t('assignment.column.message'), value: message ?? t('assignment.no-message') },
      ]}
    />
  )
}

function MoveForm({ assignment, today }: { assignment: Assignment; today: string }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <ActionForm
      // The key shows the new day once it is saved.
      key={`${assignment.dueOn} ${assignment.dueDays}`}
      schema={moveAssignmentSchema}
      hidden={{ intent: 'move' }}
      defaultValues={{ dueOn: assignment.dueOn, dueDays: assignment.dueDays }}
      submitLabel={t('assignment.move.save')}
      pendingLabel={t('assignment.moving')}
      reply={reply}
    >
      <DateField name="dueOn" label={t('assignment.due')} min={today} />
      <NumberField
        name="dueDays"
        label={t('assignment.due-days')}
        hint={t('assignment.due-days.hint')}
        unit={t('assignment.days')}
        min={1}
      />
    </ActionForm>
  )
}

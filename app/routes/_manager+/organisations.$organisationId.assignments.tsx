import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { AssignmentTable } from '~/components/organisation/assignment-table.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import {
  assignmentFormSchema,
  assignModuleSchema,
  withdrawAssignmentSchema,
} from '~/domain/assignment/assignment.schema.ts'
import {
  assignModule,
  chooseModule,
  listAssignments,
  withdrawAssignment,
} from '~/domain/assignment/assignment.server.ts'
import type { ModuleChoice } from '~/domain/assignment/assignment.ts'
import { countedGroups } from '~/domain/organisation/organisation.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { EmptyState } from '~/ui/card.tsx'
import { CheckboxField, SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DateField, TextArea } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.assignments' }

/** How long people usually get, in days. */
const usualTime = 60

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const organisationId = params.organisationId ?? ''
  const organisation = await readOrganisation(actor, 'module:assign', organisationId)
  const assignments = await listAssignments(actor, organisationId)
  const { modules, module } = await chooseModule(new URL(request.url).searchParams.get('module'))
  return {
    organisation,
    assignments,
    modules: modules.filter(({ published }) => published),
    chosen: module?.published ? module.id : undefined,
    today: today(),
    usualDay: addDays(today(), usualTime),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'module:assign')
  const organisationId = params.organisationId ?? ''
  const form = await parseForm(request, assignmentFormSchema)
  if (!form.ok) return form.reply
  const page = `/organisations/${organisationId}/assignments`
  if (form.value.intent === 'assign') {
    const { moduleId, professionGroups, dueOn, message } = form.value
    const assigned = { moduleId, professionGroups, dueOn, message }
    await assignModule({ actor, organisationId, ...assigned })
    return redirectWithToast(page, 'assignment.created')
  }
  const { assignmentId } = form.value
  await withdrawAssignment({ actor, organisationId, assignmentId })
  return redirectWithToast(page, 'assignment.withdrawn')
}

export default function Assignments() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, assignments, modules, today } = view
  return (
    <OrganisationPage
      organisation={organisation}
      title={t('assignment.title')}
      lead={t('assignment.lead')}
    >
      <Section id="under-way" title={t('assignment.under-way')}>
        <AssignmentTable
          assignments={assignments}
          asOf={today}
          action={({ id }) => <WithdrawForm assignmentId={id} />}
        />
      </Section>
      <Section id="new" title={t('assignment.new')}>
        {modules.length > 0 ? (
          // The key empties the form once what it said is in the list above.
          <AssignForm {...view} key={assignments.length} />
        ) : (
          <EmptyState title={t('coverage.no-module.title')} heading={3}>
            <p>{t('coverage.no-module.text')}</p>
          </EmptyState>
        )}
      </Section>
    </OrganisationPage>
  )
}

interface AssignFormProps {
  modules: ModuleChoice[]
  chosen: string | undefined
  today: Day
  usualDay: Day
}

function AssignForm({ modules, chosen, today, usualDay }: AssignFormProps) {
  const { t, language } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <ActionForm
      schema={assignModuleSchema}
      hidden={{ intent: 'assign' }}
      defaultValues={{ moduleId: chosen, dueOn: usualDay }}
      submitLabel={t('assignment.assign')}
      pendingLabel={t('assignment.assigning')}
      reply={reply}
    >
      <SelectField
        name="moduleId"
        label={t('assignment.module')}
        choices={modules.map((module) => ({
          value: module.id,
          label: moduleTitle(module, language),
        }))}
        required
      />
      <fieldset className="field">
        <legend className="label">{t('assignment.groups')}</legend>
        <p className="hint">{t('assignment.groups.hint')}</p>
        {countedGroups.map((group) => (
          <CheckboxField
            key={group}
            name="professionGroups"
            value={group}
            label={t(`profession.${group}`)}
          />
        ))}
      </fieldset>
      <DateField name="dueOn" label={t('assignment.due')} min={today} required />
      <TextArea
        name="message"
        label={t('assignment.message')}
        hint={t('assignment.message.hint')}
        maxLength={500}
      />
    </ActionForm>
  )
}

function WithdrawForm({ assignmentId }: { assignmentId: string }) {
  const { t } = useI18n()
  return (
    <ActionForm
      schema={withdrawAssignmentSchema}
      hidden={{ intent: 'withdraw', assignmentId }}
      submitLabel={t('assignment.withdraw')}
      pendingLabel={t('assignment.withdrawing')}
      submitVariant="secondary"
    />
  )
}

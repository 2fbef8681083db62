import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { decideModuleRuleSchema } from '~/domain/catalogue/module-rule.schema.ts'
import {
  decideModuleRule,
  listModuleRules,
  readModuleRule,
} from '~/domain/catalogue/module-rule.server.ts'
import { scoreRules, statusRules, type AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { readModuleForEditor } from '~/domain/catalogue/read-catalogue.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { CheckboxField, RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { NumberField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'module-rule.title' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const { id, title } = await readModuleForEditor(params.moduleId, await readLanguage(request))
  const rules = await readModuleRule(id)
  return { module: { id, title }, rules, history: await listModuleRules(id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  const form = await parseForm(request, decideModuleRuleSchema)
  if (!form.ok) return form.reply
  const { moduleId } = params
  await decideModuleRule({ actor, moduleId, ...form.value })
  return redirectWithToast(`/catalogue/modules/${moduleId}/rules`, 'module-rule.saved')
}

export default function RulesPage() {
  const { t, moment } = useI18n()
  const { module, rules, history } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('module-rule.title')}
      lead={t('module-rule.lead')}
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: module.title, to: `/catalogue/modules/${module.id}` },
        { label: t('module-rule.title') },
      ]}
    >
      <p className="meta">
        {rules.decidedAt
          ? t('module-rule.since', { moment: moment(rules.decidedAt) })
          : t('module-rule.usual')}
      </p>
      {/* The key starts the form anew when a decision has been made. */}
      <RuleForm key={history.length} rules={rules} />
      <Section id="history" title={t('module-rule.history')}>
        <History />
      </Section>
    </Page>
  )
}

function RuleForm({ rules }: { rules: AttemptRules }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const { attemptsAllowed, ...rest } = rules
  return (
    <ActionForm
      schema={decideModuleRuleSchema}
      // A box that was unticked is not in what was written: it must not be ticked again.
      defaultValues={
        reply?.values ? undefined : { ...rest, attemptsAllowed: attemptsAllowed ?? '' }
      }
      submitLabel={t('module-rule.save')}
      pendingLabel={t('module-rule.saving')}
      reply={reply}
    >
      <RadioGroup
        name="statusRule"
        label={t('module-rule.status')}
        required
        choices={statusRules.map((value) => ({
          value,
          label: t(`module-rule.status.${value}`),
          hint: t(`module-rule.status.${value}.hint`),
        }))}
      />
      <RadioGroup
        name="scoreRule"
        label={t('module-rule.score')}
        required
        choices={scoreRules.map((value) => ({
          value,
          label: t(`module-rule.score.${value}`),
          hint: t(`module-rule.score.${value}.hint`),
        }))}
      />
      <CheckboxField
        name="passedCompletes"
        label={t('module-rule.passed')}
        hint={t('module-rule.passed.hint')}
      />
      <CheckboxField
        name="appliesLimits"
        label={t('module-rule.limits')}
        hint={t('module-rule.limits.hint')}
      />
      <NumberField
        name="attemptsAllowed"
        label={t('module-rule.attempts')}
        hint={t('module-rule.attempts.hint')}
        unit={t('module-rule.attempts.unit')}
        min={1}
        max={99}
      />
    </ActionForm>
  )
}

function History() {
  const { t, moment, number } = useI18n()
  const { history } = useLoaderData<typeof loader>()
  const yesNo = (holds: boolean) => (holds ? t('module-rule.yes') : t('module-rule.no'))
  return (
    <DataTable
      caption={t('module-rule.history.caption')}
      narrow="stack"
      rows={history}
      rowKey={({ decidedAt }) => new Date(decidedAt).toISOString()}
      empty={<p className="meta">{t('module-rule.history.empty')}</p>}
      columns={[
        { id: 'from', head: t('module-rule.from'), cell: ({ decidedAt }) => moment(decidedAt) },
        {
          id: 'status',
          head: t('module-rule.status'),
          cell: ({ statusRule }) => t(`module-rule.status.${statusRule}`),
        },
        {
          id: 'score',
          head: t('module-rule.score'),
          cell: ({ scoreRule }) => t(`module-rule.score.${scoreRule}`),
        },
        {
          id: 'passed',
          head: t('module-rule.passed'),
          cell: ({ passedCompletes }) => yesNo(passedCompletes),
        },
        {
          id: 'limits',
          head: t('module-rule.limits'),
          cell: ({ appliesLimits }) => yesNo(appliesLimits),
        },
        {
          id: 'attempts',
          head: t('module-rule.attempts'),
          numeric: true,
          cell: ({ attemptsAllowed }) =>
            attemptsAllowed === null ? t('module-rule.attempts.any') : number(attemptsAllowed),
        },
      ]}
    />
  )
}

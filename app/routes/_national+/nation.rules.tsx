import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { coverageRuleSchema } from '~/domain/coverage/coverage-rule.schema.ts'
import { readCoverageRules, setCoverageRule } from '~/domain/coverage/coverage-rule.server.ts'
import type { CoverageRule } from '~/domain/coverage/coverage-rule.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { CheckboxField, RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.rules' }

export async function loader({ request }: LoaderFunctionArgs) {
  return readCoverageRules(await requirePermission(request, 'followup:define'))
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'followup:define')
  const form = await parseForm(request, coverageRuleSchema)
  if (!form.ok) return form.reply
  await setCoverageRule({ actor, countsImported: form.value.imported === 'count' })
  return redirectWithToast('/nation/rules', 'coverage.rule.saved')
}

export default function Rules() {
  const { t, moment } = useI18n()
  const { countsImported, since, history } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('coverage.rule.title')}
      lead={countsImported ? t('coverage.rule.counts') : t('coverage.rule.left-out')}
      breadcrumbs={[
        { label: t('nation.title'), to: '/nation' },
        { label: t('coverage.rule.title') },
      ]}
    >
      <p className="meta">
        {since
          ? t('coverage.rule.since', { moment: moment(since) })
          : t('coverage.rule.from-start')}
      </p>
      <Section
        id="change"
        title={t('coverage.rule.change')}
        intro={<p>{t('coverage.rule.change.intro')}</p>}
      >
        {/* The key starts the form anew when a decision has been made. */}
        <RuleForm key={history.length} countsImported={countsImported} />
      </Section>
      <Section id="history" title={t('coverage.rule.history')}>
        <History rules={history} />
      </Section>
    </Page>
  )
}

function RuleForm({ countsImported }: { countsImported: boolean }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <ActionForm
      schema={coverageRuleSchema}
      defaultValues={{ imported: countsImported ? 'count' : 'leave-out' }}
      submitLabel={t('coverage.rule.save')}
      pendingLabel={t('coverage.rule.saving')}
      reply={reply}
    >
      <RadioGroup
        name="imported"
        label={t('coverage.rule.imported')}
        required
        choices={[
          { value: 'count', label: t('coverage.rule.option.count') },
          { value: 'leave-out', label: t('coverage.rule.option.leave-out') },
        ]}
      />
      <CheckboxField name="confirmed" label={t('coverage.rule.confirm')} required />
    </ActionForm>
  )
}

function History({ rules }: { rules: CoverageRule[] }) {
  const { t, moment } = useI18n()
  return (
    <DataTable
      caption={t('coverage.rule.history.caption')}
      narrow="stack"
      columns={[
        { id: 'from', head: t('coverage.rule.column.from'), cell: ({ setAt }) => moment(setAt) },
        {
          id: 'rule',
          head: t('coverage.rule.column.rule'),
          cell: ({ countsImported }) =>
            countsImported ? t('coverage.rule.option.count') : t('coverage.rule.option.leave-out'),
        },
      ]}
      rows={rules}
      rowKey={({ id }) => id}
      empty={<p className="meta">{t('coverage.rule.history.empty')}</p>}
    />
  )
}

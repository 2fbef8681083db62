import { Link, useActionData } from '@remix-run/react'
import { peopleDecisionSchema } from '~/domain/identity/people-import.schema.ts'
import type { PeopleImportView } from '~/domain/identity/people-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { NumberField } from '~/ui/text-fields.tsx'

/** Apply what was tried, or undo what was applied, as long as either can be done. */
export function PeopleDecision(view: PeopleImportView) {
  const { t } = useI18n()
  const { organisation, import: found, applyUntil, undoUntil } = view
  const columns = `/organisations/${organisation.id}/people-import/${found.id}/columns`
  if (applyUntil) return <Apply {...view} applyUntil={applyUntil} columns={columns} />
  if (undoUntil) return <Undo undoUntil={undoUntil} />
  if (found.status === 'checked') return <p>{t('people-file.over.too-old')}</p>
  if (found.status === 'applied') return <p>{t('people-file.over.applied')}</p>
  return null
}

function Apply(view: PeopleImportView & { applyUntil: Date; columns: string }) {
  const { t, number, moment } = useI18n()
  const reply = useActionData<FormReply>()
  const { counts } = view.import
  if (!counts) return null
  const again = (
    <p>
      <Link to={view.columns}>{t('people-file.columns.change')}</Link>
    </p>
  )
  if (counts.new + counts.changed + counts.ended === 0) return again
  return (
    <Section id="apply" title={t('people-file.apply')}>
      <p>{t('people-file.apply.text', { moment: moment(view.applyUntil) })}</p>
      {counts.newPeople > 0 && (
        <p>
          {t('people-file.apply.accounts', {
            count: counts.newPeople,
            shown: number(counts.newPeople),
          })}
        </p>
      )}
      <ActionForm
        schema={peopleDecisionSchema}
        hidden={{ intent: 'apply' }}
        submitLabel={t('people-file.apply.button')}
        pendingLabel={t('people-file.apply.busy')}
        reply={reply}
      >
        {view.confirmsEnds && (
          <NumberField
            name="ends"
            label={t('people-file.apply.ends', {
              count: counts.ended,
              shown: number(counts.ended),
            })}
            hint={t('people-file.apply.ends.hint', { present: number(counts.present) })}
            min={0}
            required
          />
        )}
      </ActionForm>
      {again}
    </Section>
  )
}

function Undo({ undoUntil }: { undoUntil: Date }) {
  const { t, moment } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Section id="undo" title={t('people-file.undo')}>
      <p>{t('people-file.undo.text', { moment: moment(undoUntil) })}</p>
      <ActionForm
        schema={peopleDecisionSchema}
        hidden={{ intent: 'undo' }}
        submitLabel={t('people-file.undo.button')}
        pendingLabel={t('people-file.undo.busy')}
        submitVariant="danger"
        reply={reply}
      />
    </Section>
  )
}

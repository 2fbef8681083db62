import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'

/** The decision's own fields are in it. */
type DecisionSchema = z.ZodType<{ intent: 'apply' | 'undo' }, { intent: 'apply' | 'undo' }>

interface TriedFileDecisionProps {
  status: TriedFileStatus
  applyUntil: Date | null
  undoUntil: Date | null
  schema: DecisionSchema
  /** Whether applying would change anything. */
  doesSomething: boolean
  applyText: (until: Date) => string
  undoText: (until: Date) => string
  /** What else to know before applying. */
  applyNote?: ReactNode
  /** What applying asks for besides the button. */
  applyFields?: ReactNode
  /** The way back to what was said of the file, shown whatever it would change. */
  again?: ReactNode
}

/** Apply what was tried, or undo what was applied, as long as either can be done. */
export function TriedFileDecision(props: TriedFileDecisionProps) {
  const { t } = useI18n()
  const { status, applyUntil, undoUntil } = props
  if (applyUntil) return <Apply {...props} applyUntil={applyUntil} />
  if (undoUntil) return <Undo {...props} undoUntil={undoUntil} />
  if (status === 'checked') return <p>{t('people-file.over.too-old')}</p>
  if (status === 'applied') return <p>{t('people-file.over.applied')}</p>
  return null
}

function Apply(props: TriedFileDecisionProps & { applyUntil: Date }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  if (!props.doesSomething) return props.again
  return (
    <Section id="apply" title={t('people-file.apply')}>
      <p>{props.applyText(props.applyUntil)}</p>
      {props.applyNote}
      <ActionForm
        schema={props.schema}
        hidden={{ intent: 'apply' }}
        submitLabel={t('people-file.apply.button')}
        pendingLabel={t('people-file.apply.busy')}
        reply={reply}
      >
        {props.applyFields}
      </ActionForm>
      {props.again}
    </Section>
  )
}

function Undo(props: TriedFileDecisionProps & { undoUntil: Date }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Section id="undo" title={t('people-file.undo')}>
      <p>{props.undoText(props.undoUntil)}</p>
      <ActionForm
        schema={props.schema}
        hidden={{ intent: 'undo' }}
        submitLabel={t('people-file.undo.button')}
        pendingLabel={t('people-file.undo.busy')}
        submitVariant="danger"
        reply={reply}
      />
    </Section>
  )
}

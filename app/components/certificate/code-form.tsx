import { certificateCodeSchema } from '~/domain/credential/credential.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { TextField } from '~/ui/text-fields.tsx'

interface CodeFormProps {
  /** Where it is sent, when not to its own page. */
  action?: string
  /** What was written before. */
  written?: string
  submitLabel: string
  pendingLabel: string
  reply?: FormReply | null
}

/** Finds a certificate by its code. */
export function CodeForm({ written, ...props }: CodeFormProps) {
  const { t } = useI18n()
  return (
    <ActionForm schema={certificateCodeSchema} defaultValues={{ code: written }} {...props}>
      <TextField
        name="code"
        type="search"
        label={t('verify.code')}
        hint={t('verify.code.hint')}
        width="medium"
        maxLength={60}
        required
      />
    </ActionForm>
  )
}

import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { FileField } from '~/ui/file-field.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'

interface TriedFileUploadProps {
  label: string
  /** How large a file may be, and in which forms. */
  hint: string
  /** Where the form is sent; the page itself where it is left out. */
  action?: string
  submitLabel?: string
  pendingLabel?: string
  /** What is expected of a file, as paragraphs. */
  children: ReactNode
}

const isFile = (value: unknown): value is File =>
  typeof File !== 'undefined' && value instanceof File
const uploadSchema = z.object({ file: z.custom<File>(isFile) })

const tables =
  '.csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Takes in a file that is tried before it is applied: dropped or chosen. */
export function TriedFileUpload(props: TriedFileUploadProps) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <Section id="upload" title={t('people-file.upload')} intro={props.children}>
      <ActionForm
        schema={uploadSchema}
        action={props.action}
        encType="multipart/form-data"
        submitLabel={props.submitLabel ?? t('people-file.upload.send')}
        pendingLabel={props.pendingLabel ?? t('people-file.upload.busy')}
        reply={reply}
      >
        <FileField name="file" label={props.label} hint={props.hint} accept={tables} required />
      </ActionForm>
    </Section>
  )
}

interface TriedFileTemplateProps {
  to: string
  children?: ReactNode
}

/** The way to a template, after what is said of it. */
export function TriedFileTemplate({ to, children }: TriedFileTemplateProps) {
  const { t } = useI18n()
  return (
    <p>
      {children}{' '}
      <a href={to} download>
        {t('people-file.template')}
      </a>
    </p>
  )
}

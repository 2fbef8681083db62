import { useState } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { useField, type FieldProps } from './field-context.ts'
import { FieldFrame } from './field-frame.tsx'
import { useHydrated } from './hydrated.ts'

interface FileFieldProps extends Omit<FieldProps, 'defaultValue'> {
  /** File types as the browser's own dialog takes them: ".zip,application/zip". */
  accept?: string
}

/**
 * A file to choose or drop. The browser's own control fills the whole frame, so that dropping works
 * without JavaScript too. The form around it needs `encType="multipart/form-data"`.
 */
export function FileField(props: FileFieldProps) {
  const { t } = useI18n()
  const field = useField(props)
  const hydrated = useHydrated()
  const [over, setOver] = useState(false)
  const [chosen, setChosen] = useState('')
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint}>
      <div className={hydrated ? 'file file-ready' : 'file'} data-over={over || undefined}>
        <input
          {...field.registered}
          {...field.control}
          type="file"
          accept={props.accept}
          onInput={(event) => setChosen(event.currentTarget.files?.[0]?.name ?? '')}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
        />
        {hydrated && (
          // The browser writes its own control in its own language; this one is in the page's.
          <>
            <span className="button button-secondary" aria-hidden="true">
              {t('ui.file.choose')}
            </span>
            <span className="file-name" aria-hidden="true">
              {chosen || t('ui.file.drop')}
            </span>
          </>
        )}
      </div>
    </FieldFrame>
  )
}

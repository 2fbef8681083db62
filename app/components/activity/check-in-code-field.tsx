import { useI18n } from '~/i18n/i18n.tsx'
import { TextField } from '~/ui/text-fields.tsx'

/** `code`: the six digits that are shown in the room. */
export function CheckInCodeField() {
  const { t } = useI18n()
  return (
    <TextField
      name="code"
      label={t('check-in.code')}
      hint={t('check-in.code.hint')}
      width="short"
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      required
    />
  )
}

import { useI18n } from '~/i18n/i18n.tsx'
import { DateField, TextField } from '~/ui/text-fields.tsx'

/** Who answers for a fact sheet, and when it is looked at again. */
export function ReviewFields() {
  const { t } = useI18n()
  return (
    <>
      <TextField
        name="reviewer"
        label={t('fact.field.reviewer')}
        hint={t('fact.edit.reviewer.hint')}
        required
        maxLength={200}
        width="medium"
      />
      <DateField name="nextReview" label={t('fact.field.nextReview')} required />
    </>
  )
}

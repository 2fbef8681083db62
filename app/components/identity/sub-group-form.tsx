import { subGroupChoiceSchema } from '~/domain/identity/sub-group-choice.schema.ts'
import type { FittingSubGroup } from '~/domain/identity/sub-group-choice.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'

interface SubGroupFormProps {
  affiliationId: string
  subGroups: FittingSubGroup[]
  reply?: FormReply
}

/** Which of the organisation's own groups a workplace has; nothing where it can have none. */
export function SubGroupForm({ affiliationId, subGroups, reply }: SubGroupFormProps) {
  const { t } = useI18n()
  const fitting = subGroups.filter((one) => one.affiliationId === affiliationId)
  if (fitting.length === 0) return null
  return (
    <ActionForm
      schema={subGroupChoiceSchema}
      hidden={{ intent: 'sub-group', affiliationId }}
      defaultValues={{ subGroupId: fitting.find(({ isChosen }) => isChosen)?.subGroupId ?? '' }}
      submitLabel={t('sub-group.choose.submit')}
      pendingLabel={t('sub-group.choose.busy')}
      submitVariant="secondary"
      reply={reply}
    >
      <SelectField
        name="subGroupId"
        label={t('sub-group.choose')}
        emptyLabel={t('sub-group.choose.none')}
        choices={fitting.map(({ subGroupId, name }) => ({ value: subGroupId, label: name }))}
      />
    </ActionForm>
  )
}

import { LanguageField } from '~/components/identity/person-fields.tsx'
import { affiliationKinds } from '~/domain/identity/affiliation.ts'
import { invitationSchema } from '~/domain/identity/invitation.schema.ts'
import type { InvitationList } from '~/domain/identity/invitation.server.ts'
import { personalProfessionGroups } from '~/domain/identity/person.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { TextArea } from '~/ui/text-fields.tsx'

interface InviteFormProps extends Pick<InvitationList, 'units'> {
  reply: FormReply | null | undefined
}

/** Whom to invite by address, to which unit and as what. */
export function InviteForm({ units, reply }: InviteFormProps) {
  const { t } = useI18n()
  return (
    <ActionForm
      schema={invitationSchema}
      defaultValues={{ unitId: units[0]?.unitId, kind: 'employed' }}
      submitLabel={t('invitation.make.submit')}
      pendingLabel={t('invitation.make.busy')}
      reply={reply}
    >
      <TextArea
        name="emails"
        label={t('invitation.emails')}
        hint={t('invitation.emails.hint')}
        rows={6}
        maxLength={20_000}
        required
      />
      <SelectField
        name="unitId"
        label={t('join-code.unit')}
        choices={units.map(({ unitId, name, depth }) => ({
          value: unitId,
          label: `${'– '.repeat(depth)}${name}`,
        }))}
        required
      />
      <SelectField
        name="kind"
        label={t('join-code.kind')}
        hint={t('join-code.kind.hint')}
        choices={affiliationKinds.map((kind) => ({
          value: kind,
          label: t(`affiliation.kind.${kind}`),
        }))}
        required
      />
      <SelectField
        name="professionGroup"
        label={t('invitation.group')}
        hint={t('invitation.group.hint')}
        emptyLabel={t('invitation.group.own')}
        choices={personalProfessionGroups.map((group) => ({
          value: group,
          label: t(`profession.${group}`),
        }))}
      />
      <LanguageField label={t('invitation.language')} defaultValue="sv" />
    </ActionForm>
  )
}

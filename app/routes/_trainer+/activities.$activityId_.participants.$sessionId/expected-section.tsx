import { arrivalsSchema } from '~/domain/activity/attendance.schema.ts'
import type { Expected } from '~/domain/activity/sign-up-arrival.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { CheckboxGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'

interface ExpectedSectionProps {
  expected: Expected[]
  reply: FormReply | undefined
}

/** Those who have a place and have not checked in: who came is ticked off. */
export function ExpectedSection({ expected, reply }: ExpectedSectionProps) {
  const { t } = useI18n()
  if (expected.length === 0) return null
  const wordsOf = ({ name, professionGroup, placeName }: Expected) =>
    [name, t(`profession.${professionGroup}`), placeName].filter(Boolean).join(' · ')
  return (
    <Section
      id="expected"
      title={t('participants.expected.title')}
      intro={<p>{t('participants.expected.intro')}</p>}
    >
      <ActionForm
        key={expected.map(({ id }) => id).join()}
        schema={arrivalsSchema}
        hidden={{ intent: 'arrived' }}
        submitLabel={t('participants.expected.submit')}
        pendingLabel={t('activity.saving')}
        reply={reply}
      >
        <CheckboxGroup
          name="signUpIds"
          label={t('participants.expected.who')}
          choices={expected.map((one) => ({ value: one.id, label: wordsOf(one) }))}
        />
      </ActionForm>
    </Section>
  )
}

import { useActionData } from '@remix-run/react'
import {
  learnerIdentities,
  packageSettingsSchema,
} from '~/domain/catalogue/package-settings.schema.ts'
import type { ReportPackage } from '~/domain/catalogue/version-report.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { CheckboxField, RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'

type Settings = Pick<ReportPackage, 'strict' | 'learnerIdentity'>

/** How the package is played, in every version that has it. */
export function PackageSettings({ settings: { strict, learnerIdentity } }: { settings: Settings }) {
  const { t } = useI18n()
  const answer = useActionData<FormReply>()
  const reply = answer?.values?.intent === 'settings' ? answer : undefined
  return (
    <Section id="settings" title={t('catalogue.settings')} intro={t('catalogue.settings.intro')}>
      <ActionForm
        schema={packageSettingsSchema}
        hidden={{ intent: 'settings' }}
        defaultValues={reply ? undefined : { learnerIdentity, strict }}
        reply={reply}
        submitLabel={t('catalogue.settings.save')}
        pendingLabel={t('catalogue.settings.saving')}
        submitVariant="secondary"
      >
        <RadioGroup
          name="learnerIdentity"
          label={t('catalogue.settings.identity')}
          required
          choices={learnerIdentities.map((value) => ({
            value,
            label: t(`catalogue.settings.identity.${value}`),
            hint: t(`catalogue.settings.identity.${value}.hint`),
          }))}
        />
        <CheckboxField
          name="strict"
          label={t('catalogue.settings.strict')}
          hint={t('catalogue.settings.strict.hint')}
        />
      </ActionForm>
    </Section>
  )
}

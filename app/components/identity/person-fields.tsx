import { sexes } from '~/domain/identity/person.ts'
import { unstated } from '~/domain/identity/person.schema.ts'
import { languages } from '~/i18n/format.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RadioGroup } from '~/ui/choice-fields.tsx'
import { PasswordField, TextField } from '~/ui/text-fields.tsx'

/** Given and family name. */
export function NameFields() {
  const { t } = useI18n()
  return (
    <>
      <TextField
        name="givenName"
        label={t('person.given-name')}
        hint={t('person.name.hint')}
        autoComplete="given-name"
        maxLength={100}
        required
      />
      <TextField
        name="familyName"
        label={t('person.family-name')}
        autoComplete="family-name"
        maxLength={100}
        required
      />
    </>
  )
}

/** The language of pages and mail, or of what the label says. */
export function LanguageField(props: { defaultValue: string; label?: string }) {
  const { t } = useI18n()
  const { defaultValue, label = t('person.language') } = props
  return (
    <RadioGroup
      name="language"
      label={label}
      choices={languages.map((language) => ({
        value: language,
        label: t(`person.language.${language}`),
      }))}
      defaultValue={defaultValue}
      required
    />
  )
}

const sexChoices = [...sexes, unstated] as const

/** Voluntary, with the reason for asking. */
export function SexField({ defaultValue }: { defaultValue: string }) {
  const { t } = useI18n()
  return (
    <RadioGroup
      name="sex"
      label={t('person.sex')}
      hint={t('person.sex.hint')}
      choices={sexChoices.map((sex) => ({ value: sex, label: t(`person.sex.${sex}`) }))}
      defaultValue={defaultValue}
    />
  )
}

/** The address that signs in. */
export function EmailField({ hint }: { hint?: string }) {
  const { t } = useI18n()
  return (
    <TextField
      name="email"
      type="email"
      label={t('person.email')}
      hint={hint}
      autoComplete="username"
      maxLength={254}
      required
    />
  )
}

/** `password`: a new one, with what makes a good one. */
export function NewPasswordField() {
  const { t } = useI18n()
  return (
    <PasswordField
      name="password"
      label={t('password.new')}
      hint={t('password.new.hint')}
      autoComplete="new-password"
      required
    />
  )
}

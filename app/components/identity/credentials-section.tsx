import { useI18n } from '~/i18n/i18n.tsx'
import { Link } from '~/ui/link.tsx'
import { Section } from '~/ui/page.tsx'
import { EmailField, NewPasswordField } from './person-fields.tsx'

/** By what somebody who signs up will sign in, and where it says how their data are used. */
export function CredentialsSection() {
  const { t } = useI18n()
  return (
    <Section id="sign-in" title={t('sign-up.credentials')}>
      <EmailField hint={t('sign-up.email.hint')} />
      <NewPasswordField />
      <p>
        {t('sign-up.privacy')} <Link to="/privacy">{t('sign-up.privacy.link')}</Link>
      </p>
    </Section>
  )
}

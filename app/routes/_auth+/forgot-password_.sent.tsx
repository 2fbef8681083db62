import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.account' }

/** The same whether or not the address is known. */
export default function ForgotPasswordSent() {
  const { t } = useI18n()
  return (
    <Page
      width="reading"
      title={t('forgot-password.sent.title')}
      lead={t('forgot-password.sent.lead')}
    >
      <p>{t('forgot-password.sent.not-there')}</p>
      <p>
        <Link to="/sign-in">{t('sign-in.title')}</Link>
      </p>
    </Page>
  )
}

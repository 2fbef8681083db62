import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.sign-up' }

/** The same for a new address and for one that is known. */
export default function SignUpSent() {
  const { t } = useI18n()
  return (
    <Page width="reading" title={t('sign-up.sent.title')} lead={t('sign-up.sent.lead')}>
      <p>{t('sign-up.sent.not-there')}</p>
      <p>
        <Link to="/sign-in">{t('sign-in.title')}</Link>
      </p>
    </Page>
  )
}

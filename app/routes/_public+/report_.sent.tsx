import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.report' }

export default function ReportSent() {
  const { t } = useI18n()
  return (
    <Page width="reading" title={t('report.sent.title')} lead={t('report.sent.lead')}>
      <div className="actions">
        <ButtonLink to="/">{t('error.home')}</ButtonLink>
      </div>
    </Page>
  )
}

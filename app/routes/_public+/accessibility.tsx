import { Link, useLoaderData } from '@remix-run/react'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { env } from '~/platform/env.server.ts'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.accessibility', isSameForVisitors: true }

export async function loader() {
  return { support: env().SUPPORT_EMAIL }
}

export default function Accessibility() {
  const { t } = useI18n()
  const { support } = useLoaderData<typeof loader>()
  return (
    <Page width="reading" title={t('accessibility.title')} lead={t('accessibility.lead')}>
      <Section id="how-accessible" title={t('accessibility.how')}>
        <p>{t('accessibility.how.text')}</p>
      </Section>
      <Section id="shortcomings" title={t('accessibility.shortcomings')}>
        <ul>
          <li>{t('accessibility.shortcomings.packages')}</li>
          <li>{t('accessibility.shortcomings.untested')}</li>
          <li>{t('accessibility.shortcomings.languages')}</li>
        </ul>
      </Section>
      <Section id="tell-us" title={t('accessibility.tell')}>
        <p>
          {t('accessibility.tell.text')} <Link to="/report">{t('nav.report')}</Link>
        </p>
        <p>
          {t('accessibility.tell.mail')} <a href={`mailto:${support}`}>{support}</a>
        </p>
      </Section>
      <Section id="supervision" title={t('accessibility.supervision')}>
        <p>{t('accessibility.supervision.text')}</p>
      </Section>
      <Section id="tested" title={t('accessibility.tested')}>
        <p>{t('accessibility.tested.text')}</p>
      </Section>
    </Page>
  )
}

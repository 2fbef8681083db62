import { Link, useLoaderData } from '@remix-run/react'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { env } from '~/platform/env.server.ts'
import { Facts, Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.privacy', isSameForVisitors: true }

export async function loader() {
  const { SUPPORT_EMAIL, SESSION_MINUTES } = env()
  return { support: SUPPORT_EMAIL, minutes: SESSION_MINUTES }
}

export default function Privacy() {
  const { t } = useI18n()
  const { support } = useLoaderData<typeof loader>()
  return (
    <Page width="reading" title={t('privacy.title')} lead={t('privacy.lead')}>
      <Section id="stored" title={t('privacy.stored')}>
        <ul>
          <li>{t('privacy.stored.account')}</li>
          <li>{t('privacy.stored.workplace')}</li>
          <li>{t('privacy.stored.learning')}</li>
          <li>{t('privacy.stored.sex')}</li>
          <li>{t('privacy.stored.trail')}</li>
          <li>{t('privacy.stored.attempts')}</li>
          <li>{t('privacy.stored.report')}</li>
        </ul>
        <p>{t('privacy.never')}</p>
      </Section>
      <Section id="who-sees" title={t('privacy.who')}>
        <ul>
          <li>{t('privacy.who.you')}</li>
          <li>{t('privacy.who.manager')}</li>
          <li>{t('privacy.who.others')}</li>
          <li>{t('privacy.who.administrator')}</li>
        </ul>
      </Section>
      <Section id="why" title={t('privacy.why')}>
        <p>{t('privacy.why.text')}</p>
      </Section>
      <Section id="browser" title={t('privacy.browser')} intro={t('privacy.browser.intro')}>
        <BrowserStorage />
      </Section>
      <Section id="rights" title={t('privacy.rights')}>
        <p>
          {t('privacy.rights.text')} <Link to="/profile/data">{t('profile.data')}</Link>
        </p>
        <p>
          {t('privacy.rights.mail')} <a href={`mailto:${support}`}>{support}</a>
        </p>
      </Section>
    </Page>
  )
}

function BrowserStorage() {
  const { t } = useI18n()
  const { minutes } = useLoaderData<typeof loader>()
  const kept = [
    { name: 'session', text: t('privacy.session', { minutes }) },
    { name: 'toast', text: t('privacy.toast') },
    { name: 'left', text: t('privacy.left') },
    { name: 'check-in', text: t('privacy.check-in') },
    { name: 'language', text: t('privacy.language') },
    { name: 'positions, remix-manifest-version', text: t('privacy.positions') },
    { name: 'samsyn.outbox.…', text: t('privacy.outbox') },
    { name: 'samsyn.unsent.…', text: t('privacy.unsent') },
    { name: 'samsyn.open.…', text: t('privacy.open') },
    { name: 'samsyn.opened, samsyn.late', text: t('privacy.opened') },
  ]
  return <Facts facts={kept.map(({ name, text }) => ({ term: name, value: text }))} />
}

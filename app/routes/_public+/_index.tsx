import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { readViewer } from '~/auth/permission.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Card } from '~/ui/card.tsx'
import { Columns, Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.start', isSameForVisitors: true }

export async function loader({ request }: LoaderFunctionArgs) {
  if (await readViewer(request)) throw redirect('/home')
  return null
}

export default function Start() {
  const { t } = useI18n()
  return (
    <Page
      title={t('start.title')}
      lead={t('start.lead')}
      actions={
        <>
          <ButtonLink to="/sign-up" variant="primary">
            {t('sign-up.title')}
          </ButtonLink>
          <ButtonLink to="/sign-in">{t('sign-in.title')}</ButtonLink>
        </>
      }
    >
      <Section id="for-whom" title={t('start.for-whom')}>
        <Columns>
          <Card heading={3} title={t('start.learner')}>
            <p>{t('start.learner.text')}</p>
            <p>
              <Link to="/courses">{t('start.courses')}</Link>
            </p>
          </Card>
          <Card heading={3} title={t('start.manager')}>
            <p>{t('start.manager.text')}</p>
          </Card>
          <Card heading={3} title={t('start.trainer')}>
            <p>{t('start.trainer.text')}</p>
          </Card>
          <Card heading={3} title={t('start.nation')}>
            <p>{t('start.nation.text')}</p>
          </Card>
        </Columns>
      </Section>
      <Section id="how" title={t('start.how')}>
        <ol>
          <li>{t('start.how.account')}</li>
          <li>{t('start.how.learn')}</li>
          <li>{t('start.how.counts')}</li>
        </ol>
      </Section>
      <Section id="safe" title={t('start.safe')}>
        <p>{t('start.safe.exit')}</p>
        <p>{t('start.safe.history')}</p>
      </Section>
    </Page>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { BringAlong } from '~/components/attempt/bring-along.tsx'
import { ModuleList, ModuleMeta } from '~/components/module/module-list.tsx'
import { StandingTag, useInLanguage } from '~/components/module/module-words.tsx'
import { StartModule } from '~/components/module/start-module.tsx'
import { listOwnCertificates } from '~/domain/credential/own-certificate.server.ts'
import type { CertificateView } from '~/domain/credential/credential.ts'
import { readLearnerHome } from '~/domain/standing/learner-standing.server.ts'
import type { LearnerModule } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button.tsx'
import { Card, EmptyState, ItemList } from '~/ui/card.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.home' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const certificates = await listOwnCertificates(actor)
  return { ...(await readLearnerHome(actor, today())), certificates }
}

export default function HomePage() {
  const { next, rest, done, certificates } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Page title={t('home.title')} width="reading">
      <BringAlong />
      {next ? <NextModule module={next} /> : <NothingNext hasDone={done.length > 0} />}
      {rest.length > 0 && (
        <Section id="rest" title={t('home.rest')}>
          <ModuleList modules={rest} label={t('home.rest')} />
        </Section>
      )}
      <Section id="done" title={t('home.done')}>
        {done.length > 0 ? (
          <ModuleList modules={done} label={t('home.done')} />
        ) : (
          <p>{t('home.done.empty')}</p>
        )}
      </Section>
      {certificates.length > 0 && <MyCertificates certificates={certificates} />}
    </Page>
  )
}

/** As many as are newest; the rest are a page away. */
const certificatesShown = 3

function MyCertificates({ certificates }: { certificates: CertificateView[] }) {
  const { t, day } = useI18n()
  const inLanguage = useInLanguage()
  return (
    <Section id="certificates" title={t('home.certificates')}>
      <ItemList
        label={t('home.certificates')}
        items={certificates.slice(0, certificatesShown).map((certificate) => ({
          key: certificate.id,
          title: inLanguage(
            `${certificate.courseTitleSv}, ${certificate.trackTitleSv}`,
            `${certificate.courseTitleEn}, ${certificate.trackTitleEn}`,
          ),
          to: `/certificates/${certificate.id}`,
          meta:
            certificate.state === 'valid' || certificate.state === 'expiring'
              ? t('home.certificates.valid', { day: day(certificate.validUntil) })
              : t('home.certificates.ended'),
        }))}
      />
      <p>
        <Link to="/certificates">{t('home.certificates.all')}</Link>
      </p>
    </Section>
  )
}

function NextModule({ module }: { module: LearnerModule }) {
  const { t } = useI18n()
  const inLanguage = useInLanguage()
  return (
    <Card
      tone="next"
      eyebrow={t('home.next')}
      title={inLanguage(module.titleSv, module.titleEn)}
      actions={
        module.isOpen ? (
          <>
            <StartModule module={module} />
            {module.standing === 'late' && <StandingTag standing="late" />}
          </>
        ) : undefined
      }
    >
      <p>
        <ModuleMeta module={module} />
      </p>
      {module.message && <p>{module.message}</p>}
      {!module.isOpen && <p>{t('module.closed.text')}</p>}
    </Card>
  )
}

function NothingNext({ hasDone }: { hasDone: boolean }) {
  const { t } = useI18n()
  return (
    <EmptyState
      title={hasDone ? t('home.nothing.done') : t('home.nothing')}
      actions={<ButtonLink to="/courses">{t('home.nothing.courses')}</ButtonLink>}
    >
      <p>{t('home.nothing.text')}</p>
    </EmptyState>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { BringAlong } from '~/components/attempt/bring-along.tsx'
import { ModuleList, ModuleMeta } from '~/components/module/module-list.tsx'
import { StandingTag, useInLanguage } from '~/components/module/module-words.tsx'
import { StartModule } from '~/components/module/start-module.tsx'
import { listOldHeadcounts } from '~/domain/organisation/headcount.server.ts'
import type { CertificateInBrief } from '~/domain/credential/credential.ts'
import { readLearnerHome } from '~/domain/standing/learner-standing.server.ts'
import type { HomeModule } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Card, EmptyState, ItemList } from '~/ui/card.tsx'
import { Link } from '~/ui/link.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.home' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const oldHeadcounts = await listOldHeadcounts(actor)
  return { ...(await readLearnerHome(actor, today())), oldHeadcounts }
}

export default function HomePage() {
  const { next, rest, recommended, done, certificates, oldHeadcounts } =
    useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Page title={t('home.title')} width="reading">
      <BringAlong />
      {oldHeadcounts.length > 0 && <OldHeadcounts organisations={oldHeadcounts} />}
      {next ? <NextModule module={next} /> : <NothingNext hasDone={done.length > 0} />}
      {rest.length > 0 && (
        <Section id="rest" title={t('home.rest')}>
          <ModuleList modules={rest} label={t('home.rest')} />
        </Section>
      )}
      {recommended.length > 0 && (
        <Section
          id="recommended"
          title={t('home.recommended')}
          intro={<p>{t('home.recommended.text')}</p>}
        >
          <ModuleList modules={recommended} label={t('home.recommended')} />
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

/** What a manager is to look over: numbers that the organisation's figures rest on. */
function OldHeadcounts({ organisations }: { organisations: { id: string; name: string }[] }) {
  const { t } = useI18n()
  return (
    <Notice tone="warn" title={t('home.headcounts')}>
      {organisations.map(({ id, name }) => (
        <p key={id}>
          {t('home.headcounts.text', { organisation: name })}{' '}
          <Link to={`/organisations/${id}/headcounts`}>{t('home.headcounts.link')}</Link>
        </p>
      ))}
    </Notice>
  )
}

function MyCertificates({ certificates }: { certificates: CertificateInBrief[] }) {
  const { t, day } = useI18n()
  const inLanguage = useInLanguage()
  return (
    <Section id="certificates" title={t('home.certificates')}>
      <ItemList
        label={t('home.certificates')}
        items={certificates.map((certificate) => ({
          key: certificate.id,
          title: inLanguage(
            `${certificate.courseTitleSv}, ${certificate.trackTitleSv}`,
            `${certificate.courseTitleEn}, ${certificate.trackTitleEn}`,
          ),
          to: `/certificates/${certificate.id}`,
          meta: certificate.isValid
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

function NextModule({ module }: { module: HomeModule }) {
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

import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { workplaceFacts, workplaceName } from '~/components/identity/affiliation-words.tsx'
import { CertificateTag, useCertificateName } from '~/components/certificate/certificate-words.tsx'
import { listStoredCertificates } from '~/domain/credential/own-certificate.server.ts'
import { unstated } from '~/domain/identity/person.schema.ts'
import { readStored, type StoredView } from '~/domain/identity/profile.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ItemList } from '~/ui/card.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.profile' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return { stored: await readStored(actor), certificates: await listStoredCertificates(actor) }
}

export default function StoredData() {
  const { t } = useI18n()
  const { stored } = useLoaderData<typeof loader>()
  const title = t('profile.data')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('stored.lead')}
      breadcrumbs={[{ label: t('profile.title'), to: '/profile' }, { label: title }]}
    >
      <Section id="person" title={t('stored.person')}>
        <Person stored={stored} />
      </Section>
      <Section id="workplaces" title={t('profile.workplaces')}>
        <Workplaces stored={stored} />
      </Section>
      <Section id="roles" title={t('stored.roles')}>
        <Roles stored={stored} />
      </Section>
      <Section id="account" title={t('stored.account')}>
        <Account stored={stored} />
      </Section>
      <Section id="learning" title={t('stored.learning')}>
        <p>{t('stored.learning.text')}</p>
        <p>
          <Link to="/home">{t('nav.home')}</Link>
        </p>
        <p>
          <Link to="/participations">{t('participations.title')}</Link>
        </p>
      </Section>
      <Section id="certificates" title={t('certificates.title')}>
        <Certificates />
      </Section>
      <p>
        {t('stored.why')} <Link to="/privacy">{t('nav.privacy')}</Link>
      </p>
    </Page>
  )
}

function Person({ stored }: { stored: StoredView }) {
  const { t, moment } = useI18n()
  return (
    <Facts
      facts={[
        { term: t('person.given-name'), value: stored.givenName },
        { term: t('person.family-name'), value: stored.familyName },
        { term: t('person.email'), value: stored.email },
        {
          term: t('stored.email-confirmed'),
          value: stored.emailConfirmedAt
            ? moment(stored.emailConfirmedAt)
            : t('stored.email-unconfirmed'),
        },
        { term: t('person.language'), value: t(`person.language.${stored.language}`) },
        { term: t('person.sex'), value: t(`person.sex.${stored.sex ?? unstated}`) },
        { term: t('stored.created'), value: moment(stored.createdAt) },
      ]}
    />
  )
}

function Workplaces({ stored }: { stored: StoredView }) {
  const i18n = useI18n()
  const { t } = i18n
  if (stored.affiliations.length === 0) return <p>{t('stored.nothing')}</p>
  return (
    <Facts
      facts={stored.affiliations.map((affiliation) => ({
        term: workplaceName(i18n, affiliation),
        value: `${workplaceFacts(i18n, affiliation)} · ${t(`affiliation.status.${affiliation.status}`)}`,
      }))}
    />
  )
}

function Roles({ stored }: { stored: StoredView }) {
  const { t, day } = useI18n()
  if (stored.grants.length === 0) return <p>{t('stored.nothing')}</p>
  return (
    <ul>
      {stored.grants.map(({ grantId, role, scopeKind, scopeName, validFrom, validTo }) => (
        <li key={grantId}>
          {t(`role.${role}`)}
          {' · '}
          {scopeName ?? t(`scope.${scopeKind}`)}
          {' · '}
          {validTo
            ? t('role.from-to', { from: day(validFrom), to: day(validTo) })
            : t('affiliation.since', { from: day(validFrom) })}
        </li>
      ))}
    </ul>
  )
}

function Certificates() {
  const { t, day } = useI18n()
  const nameOf = useCertificateName()
  const { certificates } = useLoaderData<typeof loader>()
  if (certificates.length === 0) return <p>{t('stored.nothing')}</p>
  return (
    <ItemList
      label={t('certificates.title')}
      items={certificates.map((certificate) => {
        const { id, code, courseVersion, earnedOn, validUntil, holderName } = certificate
        const days = { earned: day(earnedOn), until: day(validUntil) }
        return {
          key: id,
          title: nameOf(certificate),
          to: `/certificates/${id}`,
          meta: (
            <>
              <p>{t('stored.certificate', { ...days, version: courseVersion })}</p>
              <p>{t('stored.certificate.code', { code })}</p>
              <p>
                {holderName
                  ? t('stored.certificate.named', { name: holderName })
                  : t('certificate.name.unnamed')}
              </p>
            </>
          ),
          aside: <CertificateTag state={certificate.state} />,
        }
      })}
    />
  )
}

function Account({ stored }: { stored: StoredView }) {
  const { t, number, moment } = useI18n()
  const { signInKinds, sessions, openLinks, auditEntries, firstAuditAt } = stored
  return (
    <Facts
      facts={[
        {
          term: t('stored.sign-in'),
          value: signInKinds.includes('password') ? t('stored.sign-in.password') : '–',
        },
        { term: t('stored.sessions'), value: number(sessions) },
        { term: t('stored.links'), value: number(openLinks) },
        {
          term: t('stored.audit'),
          value: firstAuditAt
            ? t('stored.audit.since', { count: auditEntries, since: moment(firstAuditAt) })
            : t('stored.nothing'),
        },
      ]}
    />
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import {
  AffiliationTag,
  workplaceFacts,
  workplaceName,
} from '~/components/identity/affiliation-words.tsx'
import { LanguageField, NameFields, SexField } from '~/components/identity/person-fields.tsx'
import { isCorrectable, isCurrent, type AffiliationView } from '~/domain/identity/affiliation.ts'
import { profileSchema, unstated } from '~/domain/identity/person.schema.ts'
import { listLikelyOwn } from '~/domain/identity/merge.server.ts'
import { readProfile, saveProfile } from '~/domain/identity/profile.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today, type Day } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.profile' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [profile, likely] = await Promise.all([readProfile(actor), listLikelyOwn(actor)])
  return { profile, likely, today: today() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, profileSchema)
  if (!form.ok) return form.reply
  await saveProfile(actor, form.value)
  return redirectWithToast('/profile', 'profile.saved')
}

export default function Profile() {
  const { t } = useI18n()
  const { profile, likely, today } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { givenName, familyName, language, sex, affiliations } = profile
  return (
    <Page width="reading" title={t('profile.title')} lead={t('profile.lead')}>
      <Section
        id="workplaces"
        title={t('profile.workplaces')}
        intro={t('profile.workplaces.intro')}
        actions={
          <>
            <ButtonLink to="/profile/affiliations/new">{t('profile.workplaces.add')}</ButtonLink>
            <ButtonLink to="/join" variant="quiet">
              {t('join.have-code.link')}
            </ButtonLink>
          </>
        }
      >
        <Workplaces affiliations={affiliations} today={today} />
      </Section>
      <Section id="you" title={t('profile.you')}>
        <ActionForm
          schema={profileSchema}
          defaultValues={{ givenName, familyName }}
          submitLabel={t('action.save')}
          pendingLabel={t('profile.pending')}
          reply={reply}
        >
          <NameFields />
          <LanguageField defaultValue={language} />
          <SexField defaultValue={sex ?? unstated} />
        </ActionForm>
      </Section>
      <Section id="account" title={t('profile.account')}>
        {likely.length > 0 && (
          <Notice tone="info" title={t('merge.likely')}>
            <p>{t('merge.likely.text', { addresses: likely.join(', ') })}</p>
          </Notice>
        )}
        <Facts facts={[{ term: t('person.email'), value: profile.email }]} />
        <ul>
          <li>
            <Link to="/profile/password">{t('profile.password')}</Link>
          </li>
          <li>
            <Link to="/participations">{t('participations.title')}</Link>
          </li>
          <li>
            <Link to="/profile/mails">{t('mails.title')}</Link>
          </li>
          <li>
            <Link to="/profile/merge">{t('merge.title')}</Link>
          </li>
          <li>
            <Link to="/profile/data">{t('profile.data')}</Link>
          </li>
        </ul>
      </Section>
    </Page>
  )
}

function Workplaces({ affiliations, today }: { affiliations: AffiliationView[]; today: Day }) {
  const i18n = useI18n()
  const { t } = i18n
  if (affiliations.length === 0) {
    return (
      <EmptyState title={t('profile.workplaces.none')} heading={3}>
        <p>{t('profile.workplaces.none.text')}</p>
      </EmptyState>
    )
  }
  return (
    <ItemList
      label={t('profile.workplaces')}
      items={affiliations.map((affiliation) => ({
        key: affiliation.affiliationId,
        title: workplaceName(i18n, affiliation),
        to:
          isCurrent(affiliation, today) || isCorrectable(affiliation)
            ? `/profile/affiliations/${affiliation.affiliationId}`
            : undefined,
        meta: workplaceFacts(i18n, affiliation),
        aside: <AffiliationTag affiliation={affiliation} today={today} />,
      }))}
    />
  )
}

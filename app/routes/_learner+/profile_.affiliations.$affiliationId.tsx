import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { AffiliationForm } from '~/components/identity/affiliation-form.tsx'
import {
  AffiliationTag,
  workplaceFacts,
  workplaceName,
} from '~/components/identity/affiliation-words.tsx'
import { MunicipalityForm, municipalityChoices } from '~/components/identity/municipality-form.tsx'
import { SubGroupForm } from '~/components/identity/sub-group-form.tsx'
import { affiliationSchema } from '~/domain/identity/affiliation.schema.ts'
import { correctAffiliation, readOwnAffiliation } from '~/domain/identity/affiliation.server.ts'
import { isCorrectable, isCurrent } from '~/domain/identity/affiliation.ts'
import { subGroupChoiceSchema } from '~/domain/identity/sub-group-choice.schema.ts'
import {
  chooseOwnSubGroup,
  listFittingSubGroups,
} from '~/domain/identity/sub-group-choice.server.ts'
import { listWorkplaces } from '~/domain/identity/workplace.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.profile' }

/** A municipality that is not chosen yet is asked for first; "?municipality=" (empty) asks again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const affiliation = await readOwnAffiliation(actor, params.affiliationId ?? '')
  const asked = new URL(request.url).searchParams.get('municipality')
  const municipalities = await listMunicipalities()
  const code = asked ?? affiliation.municipalityCode
  const chosen = municipalities.find((municipality) => municipality.code === code)
  return {
    affiliation,
    subGroups:
      affiliation.status === 'declined'
        ? []
        : await listFittingSubGroups([affiliation.affiliationId]),
    today: today(),
    municipality: chosen
      ? {
          isChosen: true as const,
          code: chosen.code,
          name: chosen.shortName,
          workplaces: await listWorkplaces(chosen.code),
        }
      : {
          isChosen: false as const,
          choices: municipalityChoices(await listCounties(), municipalities),
        },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if ((await request.clone().formData()).get('intent') === 'sub-group') {
    const chosen = await parseForm(request, subGroupChoiceSchema)
    if (!chosen.ok) return chosen.reply
    await chooseOwnSubGroup({
      actor,
      affiliationId: params.affiliationId ?? '',
      subGroupId: chosen.value.subGroupId,
    })
    return redirectWithToast('/profile', 'sub-group.chosen')
  }
  const form = await parseForm(request, affiliationSchema)
  if (!form.ok) return form.reply
  const affiliationId = params.affiliationId ?? ''
  await correctAffiliation({ actor, affiliationId, ...form.value })
  return redirectWithToast('/profile', 'affiliation.corrected')
}

export default function Affiliation() {
  const i18n = useI18n()
  const { t } = i18n
  const { affiliation, subGroups, today } = useLoaderData<typeof loader>()
  const title = workplaceName(i18n, affiliation)
  return (
    <Page
      width="reading"
      title={title}
      lead={workplaceFacts(i18n, affiliation)}
      breadcrumbs={[{ label: t('profile.title'), to: '/profile' }, { label: title }]}
    >
      <p>
        <AffiliationTag affiliation={affiliation} today={today} />
      </p>
      {isCurrent(affiliation, today) && (
        <Section id="end" title={t('affiliation.end.title')} intro={t('affiliation.end.lead')}>
          <div className="actions">
            <ButtonLink to={`/profile/affiliations/${affiliation.affiliationId}/end`}>
              {t('affiliation.end.title')}
            </ButtonLink>
          </div>
        </Section>
      )}
      {subGroups.length > 0 && (
        <Section id="sub-group" title={t('sub-group.choose')} intro={t('sub-group.choose.lead')}>
          <SubGroupForm affiliationId={affiliation.affiliationId} subGroups={subGroups} />
        </Section>
      )}
      <Section id="correct" title={t('affiliation.correct.title')}>
        {isCorrectable(affiliation) ? <Correction /> : <p>{t('affiliation.correct.confirmed')}</p>}
      </Section>
    </Page>
  )
}

function Correction() {
  const { t } = useI18n()
  const { affiliation, municipality, today } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  if (!municipality.isChosen) return <MunicipalityForm choices={municipality.choices} />
  return (
    <>
      <p>
        {t('workplace.in-municipality', { municipality: municipality.name })}{' '}
        <Link to="?municipality=">{t('workplace.other-municipality')}</Link>
      </p>
      <AffiliationForm
        municipalityCode={municipality.code}
        workplaces={municipality.workplaces}
        affiliation={affiliation}
        today={today}
        submitLabel={t('affiliation.correct.submit')}
        reply={reply}
      />
    </>
  )
}

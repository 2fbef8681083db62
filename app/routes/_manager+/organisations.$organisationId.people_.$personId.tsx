import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { useCertificateName } from '~/components/certificate/certificate-words.tsx'
import { SubGroupForm } from '~/components/identity/sub-group-form.tsx'
import { endWorkplaceSchema } from '~/domain/identity/affiliation.schema.ts'
import { subGroupChoiceSchema } from '~/domain/identity/sub-group-choice.schema.ts'
import { chooseSubGroup } from '~/domain/identity/sub-group-choice.server.ts'
import { endWorkplace } from '~/domain/identity/workplace-decision.server.ts'
import { readColleague, type ColleagueView } from '~/domain/standing/colleague.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ItemList } from '~/ui/card.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.staff' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:read')
  return readColleague(actor, params.organisationId ?? '', params.personId ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'affiliation:decide')
  const { organisationId = '' } = params
  if ((await request.clone().formData()).has('lastDay')) {
    const ending = await parseForm(request, endWorkplaceSchema)
    if (!ending.ok) return ending.reply
    await endWorkplace({ actor, organisationId, ...ending.value })
    // Who has left is nobody there any more: the way to undo it stands above the list.
    return redirectWithToast(`/organisations/${organisationId}/people`, 'workplace.ended')
  }
  const form = await parseForm(request, subGroupChoiceSchema)
  if (!form.ok) return form.reply
  const { affiliationId, subGroupId } = form.value
  await chooseSubGroup({ actor, organisationId, affiliationId, subGroupId })
  return redirectWithToast(new URL(request.url).pathname, 'sub-group.chosen')
}

export default function Colleague() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, givenName, familyName } = view
  const name = `${givenName} ${familyName}`
  const here = `/organisations/${organisation.id}`
  return (
    <Page
      width="reading"
      title={name}
      lead={t('colleague.lead')}
      breadcrumbs={[
        { label: organisation.name, to: here },
        { label: t('staff.title'), to: `${here}/people` },
        { label: name },
      ]}
    >
      <Section id="workplaces" title={t('colleague.workplaces')}>
        <Times {...view} />
        <SubGroups {...view} />
        <Endings {...view} />
      </Section>
      <Section id="modules" title={t('colleague.modules')} intro={t('colleague.modules.intro')}>
        <Completions {...view} />
      </Section>
      <Section
        id="certificates"
        title={t('colleague.certificates')}
        intro={t('colleague.certificates.intro')}
      >
        <Certificates {...view} />
      </Section>
    </Page>
  )
}

function Times({ times }: ColleagueView) {
  const { t, day } = useI18n()
  return (
    <ItemList
      label={t('colleague.workplaces')}
      items={times.map(
        ({ unitName, kind, professionGroup, subGroup, validFrom, validTo, ...time }) => ({
          key: `${time.affiliationId} ${validFrom}`,
          title: unitName,
          meta: [
            t(`affiliation.kind.${kind}`),
            t(`profession.${professionGroup}`),
            subGroup,
            validTo === null
              ? t('affiliation.since', { from: day(validFrom) })
              : t('affiliation.from-to', { from: day(validFrom), to: day(addDays(validTo, -1)) }),
          ]
            .filter(Boolean)
            .join(' · '),
        }),
      )}
    />
  )
}

/** One form for each workplace that can be told apart further. */
function SubGroups({ times, subGroups }: ColleagueView) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const lasting = times.filter(
    ({ affiliationId, isCurrent }) =>
      isCurrent && subGroups.some((one) => one.affiliationId === affiliationId),
  )
  return lasting.map(({ affiliationId, unitName, professionGroup }) => (
    <Section
      key={affiliationId}
      id={`sub-group-${affiliationId}`}
      title={t('sub-group.choose.at', {
        unit: unitName,
        group: t(`profession.${professionGroup}`),
      })}
    >
      <SubGroupForm affiliationId={affiliationId} subGroups={subGroups} reply={reply} />
    </Section>
  ))
}

/** One form for each workplace that lasts, folded away. */
function Endings({ times }: ColleagueView) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  const lasting = new Map(
    times.flatMap((time) => (time.isCurrent ? [[time.affiliationId, time.unitName]] : [])),
  )
  return [...lasting].map(([affiliationId, unit]) => {
    const own = reply?.values?.affiliationId === affiliationId ? reply : undefined
    return (
      <details key={affiliationId} className="more" open={own !== undefined}>
        <summary>{t('workplace.end.title', { unit })}</summary>
        <p>{t('workplace.end.intro')}</p>
        <ActionForm
          schema={endWorkplaceSchema}
          hidden={{ affiliationId }}
          reply={own}
          submitLabel={t('workplace.end')}
          submitVariant="secondary"
          pendingLabel={t('workplace.ending')}
        >
          <DateField
            name="lastDay"
            label={t('workplace.end.last-day')}
            hint={t('workplace.end.last-day.hint')}
            required
          />
        </ActionForm>
      </details>
    )
  })
}

function Completions({ completions }: ColleagueView) {
  const { t, day, language } = useI18n()
  if (completions.length === 0) return <p>{t('colleague.modules.none')}</p>
  return (
    <ItemList
      label={t('colleague.modules')}
      items={completions.map((completion) => ({
        key: `${completion.moduleSlug} ${completion.completedOn} ${completion.isImported}`,
        title: language === 'sv' ? completion.titleSv : completion.titleEn,
        meta: completion.isImported
          ? t('colleague.modules.elsewhere', { day: day(completion.completedOn) })
          : t('colleague.modules.done', { day: day(completion.completedOn) }),
      }))}
    />
  )
}

function Certificates({ certificates }: ColleagueView) {
  const { t, day } = useI18n()
  const nameOf = useCertificateName()
  if (certificates.length === 0) return <p>{t('colleague.certificates.none')}</p>
  return (
    <ItemList
      label={t('colleague.certificates')}
      items={certificates.map((certificate) => ({
        key: certificate.code,
        title: nameOf(certificate),
        to: `/intyg/${certificate.code}`,
        meta: t('certificates.until', { day: day(certificate.validUntil) }),
      }))}
    />
  )
}

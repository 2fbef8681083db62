import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { AffiliationForm } from '~/components/identity/affiliation-form.tsx'
import { MunicipalityForm, municipalityChoices } from '~/components/identity/municipality-form.tsx'
import { affiliationSchema } from '~/domain/identity/affiliation.schema.ts'
import { claimAffiliation } from '~/domain/identity/affiliation.server.ts'
import { listWorkplaces } from '~/domain/identity/workplace.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { today } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.profile' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request)
  const asked = new URL(request.url).searchParams.get('municipality')
  const municipalities = await listMunicipalities()
  const chosen = municipalities.find(({ code }) => code === asked)
  if (!chosen) {
    return { step: 1 as const, choices: municipalityChoices(await listCounties(), municipalities) }
  }
  const { code, shortName } = chosen
  const workplaces = await listWorkplaces(code)
  return { step: 2 as const, code, name: shortName, workplaces, today: today() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, affiliationSchema)
  if (!form.ok) return form.reply
  await claimAffiliation({ actor, ...form.value })
  return redirectWithToast('/profile', 'affiliation.added')
}

export default function NewAffiliation() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const title = t('profile.workplaces.add')
  return (
    <Page
      width="reading"
      title={title}
      lead={
        view.step === 1
          ? t('sign-up.counts')
          : t('workplace.in-municipality', { municipality: view.name })
      }
      breadcrumbs={[{ label: t('profile.title'), to: '/profile' }, { label: title }]}
    >
      {view.step === 1 ? (
        <MunicipalityForm choices={view.choices} />
      ) : (
        <AffiliationForm
          municipalityCode={view.code}
          workplaces={view.workplaces}
          today={view.today}
          submitLabel={t('affiliation.add')}
          reply={reply}
        />
      )}
    </Page>
  )
}

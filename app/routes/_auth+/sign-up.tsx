import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readViewer } from '~/auth/permission.server.ts'
import { signUp } from '~/auth/sign-up.server.ts'
import { MunicipalityForm, municipalityChoices } from '~/components/identity/municipality-form.tsx'
import { CredentialsSection } from '~/components/identity/credentials-section.tsx'
import { LanguageField, NameFields, SexField } from '~/components/identity/person-fields.tsx'
import { KindField, WorkplaceFields } from '~/components/identity/workplace-fields.tsx'
import { signUpSchema, unstated } from '~/domain/identity/person.schema.ts'
import { listWorkplaces } from '~/domain/identity/workplace.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.sign-up' }

export async function loader({ request }: LoaderFunctionArgs) {
  if (await readViewer(request)) throw redirect('/home')
  const asked = new URL(request.url).searchParams.get('municipality')
  const municipalities = await listMunicipalities()
  const chosen = municipalities.find(({ code }) => code === asked)
  if (chosen) {
    const { code, shortName } = chosen
    return { step: 2 as const, code, name: shortName, workplaces: await listWorkplaces(code) }
  }
  return { step: 1 as const, choices: municipalityChoices(await listCounties(), municipalities) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signUpSchema)
  if (!form.ok) return form.reply
  await signUp(form.value, context.ip)
  return redirect('/sign-up/sent')
}

export default function SignUp() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  return (
    <Page
      width="reading"
      title={t('sign-up.title')}
      lead={view.step === 1 ? t('sign-up.lead') : t('sign-up.step', { step: view.step, of: 2 })}
    >
      {view.step === 1 ? (
        <>
          <MunicipalityForm choices={view.choices} />
          <p>
            {t('join.have-code')} <Link to="/join">{t('join.have-code.link')}</Link>
          </p>
          <p>
            {t('sign-up.have-account')} <Link to="/sign-in">{t('sign-in.title')}</Link>
          </p>
        </>
      ) : (
        <AccountForm {...view} />
      )}
    </Page>
  )
}

interface AccountFormProps {
  code: string
  name: string
  workplaces: Awaited<ReturnType<typeof listWorkplaces>>
}

function AccountForm({ code, name, workplaces }: AccountFormProps) {
  const { t, language } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <ActionForm
      schema={signUpSchema}
      action={`/sign-up?municipality=${code}`}
      hidden={{ municipalityCode: code }}
      submitLabel={t('sign-up.submit')}
      pendingLabel={t('sign-up.pending')}
      defaultValues={{ kind: 'employed' }}
      reply={reply}
    >
      <Section
        id="workplace"
        title={t('sign-up.workplace', { municipality: name })}
        intro={<WorkplaceIntro />}
      >
        <WorkplaceFields workplaces={workplaces} />
        <KindField />
      </Section>
      <Section id="you" title={t('sign-up.you')}>
        <NameFields />
        <LanguageField defaultValue={language} />
        <SexField defaultValue={unstated} />
      </Section>
      <CredentialsSection />
    </ActionForm>
  )
}

function WorkplaceIntro() {
  const { t } = useI18n()
  return (
    <>
      <p>{t('sign-up.counts')}</p>
      <p>
        <Link to="/sign-up">{t('sign-up.other-municipality')}</Link>
      </p>
    </>
  )
}

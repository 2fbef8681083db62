import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { readVersionUse } from '~/domain/attempt/under-way.server.ts'
import { publishVersion } from '~/domain/catalogue/catalogue.server.ts'
import { versionFormSchema } from '~/domain/catalogue/package-host.schema.ts'
import { allowHost, stopHost } from '~/domain/catalogue/package-host.server.ts'
import { decidePackageSettings } from '~/domain/catalogue/package-settings.server.ts'
import { readVersionForEditor } from '~/domain/catalogue/version-report.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { PackageFacts, PackageItems, LargestFiles } from './report-contents.tsx'
import { PackageHosts } from './report-hosts.tsx'
import { PackageSettings } from './report-settings.tsx'
import { ReportState } from './report-state.tsx'

export const handle = { title: 'catalogue.title.version' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const report = await readVersionForEditor(params.versionId, await readLanguage(request))
  return { report, uses: await readVersionUse(report.module.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  const { versionId } = params
  const form = await parseForm(request, versionFormSchema)
  if (!form.ok) return form.reply
  const page = `/catalogue/versions/${versionId}`
  switch (form.value.intent) {
    case 'publish':
      await publishVersion({
        actor,
        versionId,
        acceptsPeerConnection: form.value.peerConnection === 'accepted',
      })
      return redirectWithToast(page, 'catalogue.report.done')
    case 'allow-host':
      await allowHost({ actor, versionId, host: form.value.host })
      return redirectWithToast(`${page}#hosts`, 'catalogue.host.allowed-now')
    case 'stop-host':
      await stopHost({ actor, versionId, host: form.value.host })
      return redirectWithToast(`${page}#hosts`, 'catalogue.host.stopped-now')
    case 'settings':
      await decidePackageSettings({ actor, versionId, ...form.value })
      return redirectWithToast(`${page}#settings`, 'catalogue.settings.saved')
  }
}

export default function VersionPage() {
  const { report, uses } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const heading = t('catalogue.report.heading', { number: report.number })
  return (
    <Page
      title={heading}
      lead={report.module.title}
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: report.module.title, to: `/catalogue/modules/${report.module.id}` },
        { label: heading },
      ]}
      actions={
        <>
          <ButtonLink to={`/catalogue/versions/${report.id}/preview`}>
            {t('catalogue.preview')}
          </ButtonLink>
          <ButtonLink to={`/catalogue/versions/${report.id}/quality`}>
            {t('quality.open')}
          </ButtonLink>
        </>
      }
    >
      <ReportState report={report} uses={uses} />
      <PackageHosts hosts={report.hosts} />
      <PackageSettings settings={report.package} />
      <PackageFacts report={report} />
      <PackageItems items={report.items} />
      <LargestFiles files={report.largestFiles} />
    </Page>
  )
}

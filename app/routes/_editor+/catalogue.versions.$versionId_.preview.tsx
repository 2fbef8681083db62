import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { goAsDocument } from '~/components/attempt/go-as-document.ts'
import stylesheet from '~/components/attempt/player.css?url'
import { PreviewPage } from '~/components/attempt/preview-module.tsx'
import { readPreview } from '~/domain/attempt/read-preview.server.ts'

export const handle = { title: 'catalogue.title.preview', island: 'preview' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const wanted = new URL(request.url).searchParams.get('part')
  const preview = await readPreview(params.versionId, wanted, await readLanguage(request))
  return { preview, versionPath: `/catalogue/versions/${params.versionId}` }
}

export const clientLoader = goAsDocument

export default function PreviewRoute() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}

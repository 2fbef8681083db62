import { redirect, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { readViewer } from '~/auth/permission.server.ts'
import { goAsDocument } from '~/components/attempt/go-as-document.ts'
import { OpenModulePage } from '~/components/attempt/open-module.tsx'
import stylesheet from '~/components/attempt/player.css?url'
import { frameUrlOf, readOpenModule } from '~/domain/attempt/read-open-module.server.ts'

export const handle = { title: 'title.play', island: 'open' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const module = await readOpenModule(params.moduleSlug)
  // Who is signed in has a place where it is kept.
  if (await readViewer(request)) return redirect(`/modules/${module.slug}`)
  return { ...module, frameUrl: frameUrlOf(module, await readLanguage(request)) }
}

export const clientLoader = goAsDocument

export default function OpenRoute() {
  return <OpenModulePage module={useLoaderData<typeof loader>()} />
}

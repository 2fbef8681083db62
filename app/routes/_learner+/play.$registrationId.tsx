import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { goAsDocument } from '~/components/attempt/go-as-document.ts'
import { PlayerPage } from '~/components/attempt/player.tsx'
import stylesheet from '~/components/attempt/player.css?url'
import { readPlayer } from '~/domain/attempt/read-player.server.ts'

export const handle = { title: 'title.play', island: 'play' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return readPlayer({ actor, registrationId: params.registrationId })
}

export const clientLoader = goAsDocument

export default function PlayRoute() {
  return <PlayerPage view={useLoaderData<typeof loader>()} />
}

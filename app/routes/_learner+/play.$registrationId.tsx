import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { Player } from '~/components/attempt/player.tsx'
import stylesheet from '~/components/attempt/player.css?url'
import { readPlayer } from '~/domain/attempt/read-player.server.ts'

export const handle = { title: 'title.play', isPlayer: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return readPlayer({ actor, registrationId: params.registrationId })
}

// Each read is a new launch: it happens when the page is opened, and not besides.
export const shouldRevalidate: ShouldRevalidateFunction = () => false

export default function PlayPage() {
  const view = useLoaderData<typeof loader>()
  return <Player key={view.registrationId} view={view} />
}

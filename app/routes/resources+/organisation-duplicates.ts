import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePermission } from '~/auth/permission.server.ts'
import { findDuplicates } from '~/domain/organisation/likely-duplicate.server.ts'

/** Organisations like the one that somebody is writing, asked for while typing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'organisation:register')
  const asked = new URL(request.url).searchParams
  const told = (name: string) => asked.get(name)?.slice(0, 200) ?? ''
  const duplicates = await findDuplicates({
    actor,
    name: told('name'),
    organisationNumber: told('organisationNumber'),
    place: told('place'),
    exceptId: told('except'),
  })
  return { duplicates }
}

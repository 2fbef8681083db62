import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { fetchFrom, postForm } from './loopback.ts'
import type { SamsynServer } from './samsyn-server.ts'
import { emailOf, password } from './world.ts'

type Asked = Pick<SamsynServer, 'origin' | 'port'>

export interface NewModule {
  slug: string
  title: string
  id: string
}

/** A module of the test's own, as an editor's pages would make it: added, without a version. */
export async function addModule(samsyn: Asked, signedIn?: string): Promise<NewModule> {
  const headers = { cookie: signedIn ?? (await editorCookie(samsyn)) }
  const page = await fetchFrom(samsyn.port, { path: '/catalogue/modules/new', headers })
  const courseId = /<option value="([0-9a-f-]{36})"[^>]*>Grundkurs</.exec(page.body)?.[1]
  expect(courseId, 'there is a course to add a module to').toBeTruthy()
  const slug = `prov-${randomBytes(5).toString('hex')}`
  const title = `Prov ${slug.slice(-10)}`
  const fields = { courseId: courseId!, titleSv: title, titleEn: title, minutes: '5', slug }
  const summaries = { summarySv: 'Ett prov.', summaryEn: 'A test.' }
  const added = await postForm(
    samsyn.port,
    '/catalogue/modules/new',
    { ...fields, ...summaries },
    headers,
  )
  const id = /^\/catalogue\/modules\/([0-9a-f-]{36})$/.exec(added.headers.location ?? '')?.[1]
  expect(id, `adding the module answered ${added.status}`).toBeTruthy()
  return { slug, title, id: id! }
}

/**
 * The same with a package taken in and published.
 * @param signedIn an editor's cookie, for who makes many
 */
export async function publishModule(
  samsyn: Asked,
  zip: Buffer,
  signedIn?: string,
): Promise<NewModule> {
  const cookie = signedIn ?? (await editorCookie(samsyn))
  const module = await addModule(samsyn, cookie)
  await publishVersion(samsyn, module, zip, cookie)
  return module
}

/** Takes a package in as a module's next version, and publishes it. */
export async function publishVersion(
  samsyn: Asked,
  module: Pick<NewModule, 'id'>,
  zip: Buffer,
  cookie: string,
): Promise<void> {
  const to = await uploadVersion(samsyn, module, zip, cookie)
  const published = await postForm(samsyn.port, to, { intent: 'publish' }, { cookie })
  expect(published.status, 'publishing answers with the version’s page').toBe(302)
}

/** Takes a package in as a module's next version, a draft. @returns the path of the version's page */
export async function uploadVersion(
  samsyn: Asked,
  module: Pick<NewModule, 'id'>,
  zip: Buffer,
  cookie: string,
): Promise<string> {
  const form = new FormData()
  form.set('package', new Blob([new Uint8Array(zip)], { type: 'application/zip' }), 'prov.zip')
  const packed = new Response(form)
  const taken = await fetchFrom(samsyn.port, {
    path: `/resources/package-upload/${module.id}`,
    method: 'POST',
    headers: {
      cookie,
      origin: samsyn.origin,
      'content-type': packed.headers.get('content-type')!,
    },
    body: Buffer.from(await packed.arrayBuffer()),
  })
  expect(taken.status, taken.body).toBe(200)
  return (JSON.parse(taken.body) as { to: string }).to
}

/** Signs an editor in. */
export function editorCookie(samsyn: Pick<SamsynServer, 'port'>): Promise<string> {
  return cookieOf(samsyn, 'editor')
}

/** Signs the world's person of that role in; the answer is to be sent as a `cookie` header. */
export async function cookieOf(
  { port }: Pick<SamsynServer, 'port'>,
  role: string,
): Promise<string> {
  const answer = await postForm(port, '/sign-in', { email: emailOf(role), password })
  return String(answer.headers['set-cookie']).split(';', 1)[0]!
}

/**
 * Presses the button of a module's page as a browser would, for who begins many.
 * @param button what must stand on it
 * @returns the path of the player
 */
export async function launchModule(
  { port }: Asked,
  { slug }: Pick<NewModule, 'slug'>,
  button: 'Börja' | 'Fortsätt',
  cookie: string,
): Promise<string> {
  const path = `/modules/${slug}`
  const page = await fetchFrom(port, { path, headers: { cookie } })
  expect(page.status, `the page of ${slug}`).toBe(200)
  expect(page.body).toContain(`>${button}</button>`)
  const launched = await postForm(port, path, {}, { cookie })
  expect(launched.headers.location, `the launch of ${slug}`).toMatch(/^\/play\//)
  return launched.headers.location!
}

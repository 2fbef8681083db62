import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { keepLanguage } from '~/auth/language.server.ts'
import { readViewer } from '~/auth/permission.server.ts'
import { safePath } from '~/auth/safe-path.ts'
import { languageSchema } from '~/domain/identity/person.schema.ts'
import { saveLanguage } from '~/domain/identity/profile.server.ts'
import { parseForm } from '~/platform/http/form.server.ts'

export const loader = () => redirect('/')

/** The language switch of every page: a person's own language, or a visitor's cookie; then back again. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, languageSchema)
  if (!form.ok) return form.reply
  const { language, to } = form.value
  const viewer = await readViewer(request)
  if (!viewer) {
    return redirect(safePath(to, '/'), { headers: { 'Set-Cookie': await keepLanguage(language) } })
  }
  await saveLanguage(viewer.actor, language)
  return redirect(safePath(to, '/'))
}

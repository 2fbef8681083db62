import { data, type ServerBuild } from '@remix-run/node'
import { isRefusal, type Refusal } from '~/kernel/refusal.ts'
import { type FormReply, formValues, travelling } from '~/kernel/form-values.ts'
import { shownAgain } from './form.server.ts'

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module']
type DataFunction = NonNullable<RouteModule['action']>

/**
 * The one place where a Refusal becomes an answer in the 400s: for a page the error boundary with
 * the refusal's words, for a form the form again with the words above it, and plain JSON for a
 * route without a page.
 */
export function answerRefusals(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route]
      const { loader, action } = route.module
      const hasPage = 'default' in route.module
      const module: RouteModule = { ...route.module }
      if (loader) module.loader = caught(loader, hasPage ? throwAsPage : answerAsJson)
      if (action) module.action = caught(action, hasPage ? answerAsForm : answerAsJson)
      return [id, { ...route, module }]
    }),
  )
  return { ...build, routes }
}

type Answer = (refusal: Refusal, posted: Request | undefined) => unknown

function caught(run: DataFunction, answer: Answer): DataFunction {
  return async (args) => {
    // Forms are short; an upload is not kept a second time.
    const isShort = args.request.headers.get('Content-Type')?.startsWith(urlEncoded)
    const posted = isShort ? args.request.clone() : undefined
    try {
      return await run(args)
    } catch (error) {
      if (isRefusal(error)) return answer(error, posted)
      throw error
    }
  }
}

const urlEncoded = 'application/x-www-form-urlencoded'

const said = ({ code, detail, clause }: Refusal) => ({ code, detail, clause })

function throwAsPage(refusal: Refusal): never {
  throw data(said(refusal), { status: refusal.status })
}

async function answerAsForm(refusal: Refusal, posted: Request | undefined) {
  const message = travelling({ key: `refusal.${refusal.code}`, params: refusal.detail })
  const fieldErrors = refusal.field ? { [refusal.field]: [message] } : {}
  const values = posted ? shownAgain(formValues(await posted.formData())) : {}
  const reply: FormReply = { fieldErrors, refusal: said(refusal), values }
  return data(reply, { status: refusal.status })
}

function answerAsJson(refusal: Refusal): Response {
  return Response.json({ ...said(refusal) }, { status: refusal.status })
}

import { data, type ServerBuild } from '@remix-run/node'
import { isRefusal, type Refusal } from '~/kernel/refusal.ts'
import type { FormReply } from './form.server.ts'

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
      const { loader, action, default: page } = route.module
      const module: RouteModule = { ...route.module }
      if (loader) module.loader = caught(loader, page ? throwAsPage : answerAsJson)
      if (action) module.action = caught(action, page ? answerAsForm : answerAsJson)
      return [id, { ...route, module }]
    }),
  )
  return { ...build, routes }
}

function caught(run: DataFunction, answer: (refusal: Refusal) => unknown): DataFunction {
  return (async (args) => {
    try {
      return await run(args)
    } catch (error) {
      if (isRefusal(error)) return answer(error)
      throw error
    }
  }) as DataFunction
}

const said = ({ code, detail }: Refusal) => ({ code, detail })

function throwAsPage(refusal: Refusal): never {
  throw data(said(refusal), { status: refusal.status })
}

function answerAsForm(refusal: Refusal) {
  const fieldErrors = refusal.field ? { [refusal.field]: [`refusal.${refusal.code}`] } : {}
  const reply: FormReply = { ok: false, fieldErrors, refusal: said(refusal), values: {} }
  return data(reply, { status: refusal.status })
}

function answerAsJson(refusal: Refusal): Response {
  return Response.json({ ...said(refusal) }, { status: refusal.status })
}

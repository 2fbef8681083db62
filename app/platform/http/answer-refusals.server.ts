import { data, redirect, type ServerBuild } from '@remix-run/node'
import { isRefusal, type Refusal } from '~/kernel/refusal.ts'
import { type FormReply, formValues, travelling } from '~/kernel/form-values.ts'
import {
  asSubmission,
  isTaken,
  isTakenBefore,
  noteLocation,
  readLocation,
  submissionDigest,
} from '../submission.server.ts'
import { shownAgain } from './form.server.ts'

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module']
type DataFunction = NonNullable<RouteModule['action']>
type DataFunctionArgs = Parameters<DataFunction>[0]

/**
 * The one place where a Refusal becomes an answer in the 400s: for a page the error boundary with
 * the refusal's words, for a form the form again with the words above it, and plain JSON for a
 * route without a page. A form that is sent twice is taken once.
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

type Answer = (refusal: Refusal, posted: FormData | undefined) => unknown

function caught(run: DataFunction, answer: Answer): DataFunction {
  return async (args) => {
    // Forms are short; an upload is not kept a second time.
    const isShort = args.request.headers.get('Content-Type')?.startsWith(urlEncoded)
    const posted = isShort ? await args.request.clone().formData() : undefined
    try {
      return await runOnce(run, args, posted)
    } catch (error) {
      if (isRefusal(error)) return answer(error, posted)
      throw error
    }
  }
}

const urlEncoded = 'application/x-www-form-urlencoded'

/** A form that was taken before leads where it led then: whoever sends it twice sees it done once. */
async function runOnce(run: DataFunction, args: DataFunctionArgs, posted: FormData | undefined) {
  const digest = posted && submissionDigest(args.request.url, posted)
  if (digest === undefined) return run(args)
  try {
    const answer = await asSubmission(digest, async () => run(args))
    const location = answer instanceof Response ? answer.headers.get('Location') : null
    if (location !== null) await noteLocation(digest, location)
    return answer
  } catch (error) {
    // What has been done may be refused before anything is written: there is nothing left to do.
    const isDone = isTakenBefore(error) || (isRefusal(error) && (await isTaken(digest)))
    if (!isDone) throw error
    const { pathname, search } = new URL(args.request.url)
    return redirect((await readLocation(digest)) ?? pathname + search, 303)
  }
}

const said = ({ code, detail, clause }: Refusal) => ({ code, detail, clause })

function throwAsPage(refusal: Refusal): never {
  throw data(said(refusal), { status: refusal.status })
}

function answerAsForm(refusal: Refusal, posted: FormData | undefined) {
  const message = travelling({ key: `refusal.${refusal.code}`, params: refusal.detail })
  const fieldErrors = refusal.field ? { [refusal.field]: [message] } : {}
  const values = posted ? shownAgain(formValues(posted)) : {}
  const reply: FormReply = { fieldErrors, refusal: said(refusal), values }
  return data(reply, { status: refusal.status })
}

function answerAsJson(refusal: Refusal): Response {
  return Response.json({ ...said(refusal) }, { status: refusal.status })
}

import { readdirSync } from 'node:fs'
import type { RequestListener, ServerResponse } from 'node:http'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import { readLanguage } from '~/auth/language.server.ts'
import { withoutTossedSession } from '~/auth/tossed-session.ts'
import { answerCommit, isCommit } from '~/content-host/commit-answer.server.ts'
import { lockedPolicy } from '~/content-host/content-headers.server.ts'
import {
  answerContentHost,
  answerOpenHost,
  answerPreviewHost,
} from '~/content-host/content-host.server.ts'
import type { MessageKey } from '~/i18n/translate.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { database } from '~/platform/db/database.server.ts'
import type { Env } from '~/platform/env.server.ts'
import { answerRefusals } from '~/platform/http/answer-refusals.server.ts'
import { appHeaders, nonceOf, ownOriginOnly } from '~/platform/http/app-headers.server.ts'
import { addressedTo } from '~/platform/http/hosts.server.ts'
import { lastingFiles } from '~/platform/http/lasting-files.server.ts'
import { requestIdOf, requestLog } from '~/platform/http/request-log.server.ts'
import { buildParts } from './build-parts.ts'
import { paceOf, pacedFiles } from './paced-files.ts'
import { VisitorPages } from './visitor-pages.ts'
import { wholeAnswer } from './whole-answer.ts'

/** The whole HTTP side: the commits before all else, then health, the content hosts, and the app on its own. */
export async function application(settings: Env): Promise<RequestListener> {
  const all = await allOthers(settings)
  return (request, response) => {
    const addressed = isCommit(request) ? addressedTo(request.headers.host, settings) : undefined
    if (addressed?.kind !== 'content') return all(request, response)
    void answerCommit(request, response, addressed.hostLabel)
  }
}

async function allOthers(settings: Env): Promise<RequestListener> {
  const all = express()
  all.disable('x-powered-by')
  all.set('trust proxy', settings.TRUST_PROXY)
  all.use(requestLog)
  // Before the hosts part: whoever looks after the server asks by any name. On a content host the answer
  // must not become a page that package content could run its scripts in.
  all.get(['/healthz', '/readyz'], (_request, response, next) => {
    response.setHeader('Content-Security-Policy', lockedPolicy)
    next()
  })
  all.get('/healthz', (_request, response) => void response.type('text').send('ok'))
  all.get('/readyz', readiness)
  const app = await appHost(settings)
  all.use((request, response, next) => {
    const addressed = addressedTo(request.headers.host, settings)
    if (addressed.kind === 'app') return app(request, response, next)
    if (addressed.kind === 'content') {
      answerContentHost(request, response, addressed.hostLabel).catch(next)
      return
    }
    if (addressed.kind === 'open') {
      answerOpenHost(request, response, addressed.hostLabel).catch(next)
      return
    }
    if (addressed.kind === 'preview') {
      answerPreviewHost(request, response, addressed.hostLabel).catch(next)
      return
    }
    if (addressed.kind === 'alias' && request.method === 'GET') {
      return response.redirect(302, settings.APP_ORIGIN + request.originalUrl)
    }
    response
      .status(421)
      .type('text')
      .send(plainWords(request.headers['accept-language'], settings.APP_ORIGIN))
  })
  return all
}

function plainWords(acceptLanguage: string | undefined, origin: string): string {
  const language = acceptLanguage?.startsWith('en') ? 'en' : 'sv'
  return i18nOf(language).t('host.unknown', { origin })
}

const readiness: RequestHandler = (_request, response) => {
  database()
    .pool.query('select 1')
    .then(
      () => response.type('text').send('ready'),
      () => response.status(503).type('text').send('the database does not answer'),
    )
}

async function appHost(settings: Env): Promise<express.Router> {
  const router = express.Router()
  // Before the pages' headers, which would outweigh many of them.
  if (isBuilt()) router.use(builtFiles())
  router.use(appHeaders(settings))
  router.use(withoutTossedSession(settings.APP_ORIGIN))
  router.use(compression())
  const build = await remixBuild(router)
  router.use(
    ownOriginOnly(settings, (request, response) => {
      void refuseInWords(request, 'refusal.origin.foreign').then((words) =>
        response.status(403).type('text').send(words),
      )
    }),
  )
  router.all('*', ...pages(build))
  return router
}

function pages(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler[] {
  if (typeof build === 'function') return [handlerOf(build)]
  const visitorPages = new VisitorPages(build)
  const partOf = buildParts(build)
  const handlers = new Map<ServerBuild, RequestHandler>()
  const drawn: RequestHandler = (request, response, next) => {
    const part = partOf(request.path)
    const handler = handlers.get(part) ?? handlerOf(part, visitorPages)
    handlers.set(part, handler)
    return handler(request, response, next)
  }
  return [visitorPages.answer, drawn]
}

const handlerOf = (
  build: ServerBuild | (() => Promise<ServerBuild>),
  visitorPages?: VisitorPages,
): RequestHandler =>
  createRequestHandler({
    build,
    getLoadContext: (request, response) => ({
      nonce: nonceOf(response),
      requestId: requestIdOf(response),
      ip: request.ip ?? '',
      keep: visitorPages?.keeper(request, response),
      answerWhole: wholeAnswer(response),
      pace: paceOf(response),
    }),
  })

async function refuseInWords(
  request: express.Request,
  key: MessageKey & 'refusal.origin.foreign',
): Promise<string> {
  const asked = new Request('http://app/', {
    headers: { 'Accept-Language': request.headers['accept-language'] ?? '' },
  })
  return i18nOf(await readLanguage(asked)).t(key)
}

const isBuilt = () => process.env.NODE_ENV === 'production'
const client = path.resolve('build/client')

/** The scripts and styles of pages, and the few files beside them that keep their names. */
function builtFiles(): RequestHandler {
  return express
    .Router()
    .use('/assets', lastingFiles(path.join(client, 'assets')))
    .get(namedFiles(), express.static(client, { maxAge: '1h', setHeaders: sniffNothing }))
}

/** Known once, so that no page is looked for among the files. */
const namedFiles = () =>
  readdirSync(client, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map(({ name }) => `/${name}`)

const sniffNothing = (response: ServerResponse) => {
  response.setHeader('X-Content-Type-Options', 'nosniff')
}

/** The built application, or in development Vite's, fresh at each request. */
async function remixBuild(
  router: express.Router,
): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  if (isBuilt()) {
    const built = path.resolve('build/server/index.js')
    return pacedFiles(answerRefusals((await import(built)) as ServerBuild))
  }
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  router.use(vite.middlewares)
  return async () =>
    pacedFiles(
      answerRefusals((await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild),
    )
}

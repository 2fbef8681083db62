import compression from 'compression'
import type { Request, RequestHandler, Response } from 'express'
import {
  findContentFile,
  findOpenFile,
  findPreviewFile,
  isContentHost,
  previewedOn,
} from '~/domain/attempt/content-file.server.ts'
import { flushPath } from '~/domain/attempt/read-flush.server.ts'
import { previewPath } from '~/domain/attempt/read-preview.server.ts'
import { framePath } from '~/domain/attempt/read-player.server.ts'
import { clearPath } from '~/kernel/player-protocol.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { env } from '~/platform/env.server.ts'
import { lastingFiles } from '~/platform/http/lasting-files.server.ts'
import { clearDocument, clearPolicy } from './clear-document.server.ts'
import { answerContentFile } from './content-file-answer.server.ts'
import { framePolicy, setHostHeaders } from './content-headers.server.ts'
import { frameAssetsPath, frameDocument, frameFolder } from './frame-document.server.ts'
import { answerCommit, isCommit } from './commit-answer.server.ts'
import { answerState } from './player-answers.server.ts'

const contentPath = '/content/'

const compress = compression()

let knownAssets: RequestHandler | undefined

/** The frame's files as the build has packed them. Looked for when they are first asked for. */
function frameAssets(): RequestHandler {
  knownAssets ??= lastingFiles(frameFolder())
  return knownAssets
}

/**
 * Answers a request to a content host, c-<hostLabel>.<CONTENT_DOMAIN>: the player frame with its files,
 * the state and the commits of the launch token's attempt, and the files of the registration's package; and, as
 * on an open host, what clears the host at a quick exit.
 * Everything else is 404. Sets no cookie and looks at none.
 */
export async function answerContentHost(
  request: Request,
  response: Response,
  hostLabel: string,
): Promise<void> {
  setHostHeaders(response)
  const path = request.url.split('?')[0]!
  const isRead = isReading(request)
  if (isRead && path === clearPath) return answerClear(response)
  if (isRead && path.startsWith(contentPath)) {
    if (await answerContent(request, response, () => findContentFile(hostLabel, path))) return
  } else if (isRead && (path === framePath || path === flushPath)) {
    const name = path === framePath ? 'frame' : 'flush'
    if (await isContentHost(hostLabel)) return answerFrame(request, response, name)
  } else if (isRead && path.startsWith(frameAssetsPath)) {
    if (await answerAsset(request, response)) return
  } else if (request.method === 'POST' && path === '/_samsyn/state') {
    await run(compress, request, response)
    return answerState(request, response, hostLabel)
  } else if (isCommit(request)) {
    return answerCommit(request, response, hostLabel)
  }
  answerNothing(response)
}

/**
 * Answers a request to a module's open host, o-<label>.<CONTENT_DOMAIN>: the files of the package that
 * learners get today, by the same rules, and what clears the host; nothing else. Nobody is known here and nothing is saved.
 */
export async function answerOpenHost(
  request: Request,
  response: Response,
  hostLabel: string,
): Promise<void> {
  setHostHeaders(response)
  const path = request.url.split('?')[0]!
  if (isReading(request) && path === clearPath) return answerClear(response)
  if (isReading(request) && path.startsWith(contentPath)) {
    if (await answerContent(request, response, () => findOpenFile(hostLabel, path))) return
  }
  answerNothing(response)
}

/**
 * Answers a request to a version's preview host, p-<label>.<CONTENT_DOMAIN>: the preview's own document and
 * the files of the version's package. What content says there goes nowhere.
 */
export async function answerPreviewHost(
  request: Request,
  response: Response,
  hostLabel: string,
): Promise<void> {
  setHostHeaders(response)
  const path = request.url.split('?')[0]!
  if (!isReading(request)) return answerNothing(response)
  if (path.startsWith(contentPath)) {
    if (await answerContent(request, response, () => findPreviewFile(hostLabel, path))) return
  } else if (path === previewPath) {
    if (previewedOn(hostLabel) !== undefined) return answerFrame(request, response, 'preview')
  } else if (path.startsWith(frameAssetsPath)) {
    if (await answerAsset(request, response)) return
  }
  answerNothing(response)
}

/** A file of a package within its frame, by the same rules on every kind of host. @returns false when there is none */
async function answerContent(
  request: Request,
  response: Response,
  find: Parameters<typeof answerContentFile>[2],
): Promise<boolean> {
  if (!isOpenedByItself(request)) return answerContentFile(request, response, find)
  answerElsewhere(request, response)
  return true
}

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'

function answerNothing(response: Response): void {
  response.status(404).setHeader('Cache-Control', 'no-store').type('text').send('404')
}

/** Whether the browser would show the answer as a page of its own: "open frame in new tab". */
const isOpenedByItself = (request: Request) => request.headers['sec-fetch-dest'] === 'document'

/**
 * Outside the frame nobody keeps what the learner does, and a page of its own may prepare visits to other
 * hosts by means that no policy forbids.
 */
function answerElsewhere(request: Request, response: Response): void {
  const language = request.headers['accept-language']?.startsWith('en') ? 'en' : 'sv'
  response
    .status(404)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Vary', 'Sec-Fetch-Dest')
    .type('text')
    .send(i18nOf(language).t('host.content', { origin: env().APP_ORIGIN }))
}

async function answerFrame(
  request: Request,
  response: Response,
  name: 'frame' | 'flush' | 'preview',
): Promise<void> {
  await run(compress, request, response)
  response
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Content-Security-Policy', framePolicy())
    .type('html')
    .send(frameDocument(name, new URL(request.url, env().APP_ORIGIN).searchParams.get('runtime')))
}

/** Says nothing of the host, so that nothing need be looked up: somebody is leaving. */
function answerClear(response: Response): void {
  response
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Content-Security-Policy', clearPolicy())
    .type('html')
    .send(clearDocument())
}

/** False when there is no such file. */
async function answerAsset(request: Request, response: Response): Promise<boolean> {
  request.url = request.url.slice(frameAssetsPath.length - 1)
  return new Promise((resolve, reject) => {
    response.once('close', () => resolve(true))
    frameAssets()(request, response, (error?: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The file could not be sent'))
      else resolve(false)
    })
  })
}

function run(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    handler(request, response, (error?: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The answer could not be made'))
      else resolve()
    })
  })
}

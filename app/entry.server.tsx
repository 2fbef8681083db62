import { PassThrough } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { readLanguage } from './auth/language.server.ts'
import { I18nProvider } from './i18n/i18n.tsx'
import { messagesByLanguage } from './i18n/messages.server.ts'
import { NonceContext } from './nonce.ts'
import { log, pathForLog } from './platform/log.server.ts'

const longestRender = 15_000

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    requestId: string
    ip: string
  }
}

/** Draws a page: streamed to browsers, whole to robots. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = await readLanguage(request)
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
  return new Promise((resolve, reject) => {
    let shellDrawn = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.nonce}>
        <I18nProvider language={language} messages={messagesByLanguage[language]}>
          <RemixServer context={context} url={request.url} nonce={loadContext.nonce} />
        </I18nProvider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.nonce,
        [ready]() {
          shellDrawn = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          if (shellDrawn)
            log().error({ error: String(error) }, 'a page broke while it was streamed')
        },
      },
    )
    setTimeout(abort, longestRender).unref()
  })
}

/** Every unexpected failure of a loader or action, once, with the request's id. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const path = pathForLog(new URL(request.url).pathname)
  const stack = error instanceof Error ? error.stack : String(error)
  log().error({ requestId: context.requestId, path, error: stack }, 'a request failed')
}

import { PassThrough } from 'node:stream'
import { arrayBuffer } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { readLanguage } from './auth/language.server.ts'
import { I18nProvider } from './i18n/i18n.tsx'
import { messagesByLanguage } from './i18n/messages.server.ts'
import { NonceContext } from './nonce.ts'
import { packedPage } from './platform/http/packed-page.server.ts'
import { log, pathForLog } from './platform/log.server.ts'

const longestRender = 15_000

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    requestId: string
    ip: string
    /** Takes a page that is the same for every visitor. */
    keep?: ((html: string) => void) | undefined
  }
}

/**
 * Draws a page and sends it whole: its data is there before it is drawn, so streaming it would cost a
 * packing and a writing for each piece, and a script to put the pieces in place.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = await readLanguage(request)
  const body = await drawn(
    <NonceContext.Provider value={loadContext.nonce}>
      <I18nProvider language={language} messages={messagesByLanguage[language]}>
        <RemixServer context={context} url={request.url} nonce={loadContext.nonce} />
      </I18nProvider>
    </NonceContext.Provider>,
    loadContext.nonce,
  )
  if (status === 200 && !headers.has('Set-Cookie'))
    loadContext.keep?.(new TextDecoder().decode(body))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const packed = packedPage(body, request.headers.get('Accept-Encoding'))
  if (packed) headers.set('Content-Encoding', packed.encoding)
  return new Response(packed?.body ?? body, { headers, status })
}

function drawn(page: ReactNode, nonce: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(limit)
        resolve(arrayBuffer(pipe(new PassThrough())).then((bytes) => new Uint8Array(bytes)))
      },
      onShellError: reject,
      onError: (error) => log().error({ error: String(error) }, 'a part of a page broke'),
    })
    const limit = setTimeout(abort, longestRender).unref()
  })
}

/** Every unexpected failure of a loader or action, once, with the request's id. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const path = pathForLog(new URL(request.url).pathname)
  const stack = error instanceof Error ? error.stack : String(error)
  log().error({ requestId: context.requestId, path, error: stack }, 'a request failed')
}

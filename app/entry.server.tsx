import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { readLanguage } from './auth/language.server.ts'
import { I18nProvider } from './i18n/i18n.tsx'
import { messagesByLanguage } from './i18n/messages.server.ts'
import { NonceContext } from './nonce.ts'
import { pageScripts } from './page-scripts.server.ts'
import { PageScriptsContext } from './page-scripts.ts'
import { packedPage } from './platform/http/packed-page.server.ts'
import { pageDataScript } from './platform/http/page-data.server.ts'
import { log, pathForLog } from './platform/log.server.ts'
import type { IslandName } from './ui/island.tsx'

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    requestId: string
    ip: string
    /** Takes a page that is the same for every visitor. */
    keep?: ((html: string) => void) | undefined
    /** Takes the body of the answer; the answer itself then has none. */
    answerWhole: (body: Uint8Array) => void
    /** A file's body, read as it is taken. */
    pace: (body: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array>
  }
}

/**
 * Draws a page and sends it whole. Its data is there before it is drawn, so it is drawn to one text: in a
 * stream each small piece is turned into bytes and handed on apart, and React 18's can leave a zero byte
 * where a letter of two bytes falls on the edge of a piece.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, keep, answerWhole }: AppLoadContext,
): Promise<Response> {
  const language = await readLanguage(request)
  // Remix's own way to the data is a stream, for which React would have to wait and go on.
  const { serverHandoffStream: pageData, ...drawn } = context
  const island = islandOf(context)
  const html = renderToString(
    <NonceContext.Provider value={nonce}>
      <PageScriptsContext.Provider value={island ? pageScripts(island, language) : null}>
        <I18nProvider language={language} messages={messagesByLanguage[language]}>
          <RemixServer context={drawn} url={request.url} nonce={nonce} />
        </I18nProvider>
      </PageScriptsContext.Provider>
    </NonceContext.Provider>,
  )
  const page = `<!DOCTYPE html>${html}${pageData && !island ? await pageDataScript(pageData, nonce) : ''}`
  if (status === 200 && !headers.has('Set-Cookie')) keep?.(page)
  const body = new TextEncoder().encode(page)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const packed = packedPage(body, request.headers.get('Accept-Encoding'))
  if (packed) headers.set('Content-Encoding', packed.encoding)
  answerWhole(packed?.body ?? body)
  return new Response(null, { headers, status })
}

/** What the page is there for, where it runs that part's script and not Remix; one that went wrong runs Remix. */
function islandOf({ staticHandlerContext, routeModules }: EntryContext): IslandName | undefined {
  if (staticHandlerContext.errors) return undefined
  return staticHandlerContext.matches
    .map(
      ({ route }) =>
        (routeModules[route.id]?.handle as { island?: IslandName } | undefined)?.island,
    )
    .findLast((island) => island)
}

/** Every unexpected failure of a loader or action, once, with the request's id. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const path = pathForLog(new URL(request.url).pathname)
  const stack = error instanceof Error ? error.stack : String(error)
  log().error({ requestId: context.requestId, path, error: stack }, 'a request failed')
}

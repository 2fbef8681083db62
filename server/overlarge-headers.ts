import type { Server } from 'node:http'
import { lockedPolicy } from '~/content-host/content-headers.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/**
 * Answers a request whose headers have no room. Package content can fill our domain with cookies until
 * every request is that large, and a learner would be shut out until somebody cleared the browser by
 * hand; so the answer clears it. The language is not known, since nothing of the request is.
 */
export function answerOverlargeHeaders(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy()
    if (error.code !== 'HPE_HEADER_OVERFLOW') {
      return socket.end(rawAnswer('400 Bad Request', [], ''))
    }
    const words = `${i18nOf('sv').t('host.headers')}\n\n${i18nOf('en').t('host.headers')}\n`
    const forget = 'Clear-Site-Data: "cookies"'
    socket.end(rawAnswer('431 Request Header Fields Too Large', [forget], words))
  })
}

// The policy, since on a content host even this answer is a page that package content could frame.
function rawAnswer(status: string, headers: string[], words: string): string {
  return [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Cache-Control: no-store',
    `Content-Security-Policy: ${lockedPolicy}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(words)}`,
    ...headers,
    '',
    words,
  ].join('\r\n')
}

import type { Response } from 'express'

/**
 * Takes what is to be answered as one piece. The adapter to Express sends a body through a stream, in two
 * or three writings to the connection; an answer without one it only ends, and with that the piece goes out.
 */
export function wholeAnswer(response: Response): (body: Uint8Array) => void {
  return (body) => {
    const end = response.end.bind(response)
    response.setHeader('Content-Length', body.length)
    response.end = (() => end(body)) as typeof response.end
  }
}

import http from 'node:http'

interface Asked {
  path: string
  method?: string
  host?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface Answered {
  status: number
  headers: http.IncomingHttpHeaders
  body: string
}

/**
 * One request to a server on this machine. Node does not resolve names below localhost everywhere,
 * so the address is 127.0.0.1 and the name travels in the Host header.
 */
export function fetchFrom(port: number, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path: asked.path,
        method: asked.method ?? 'GET',
        headers: { host: asked.host ?? `samsyn.localhost:${port}`, ...asked.headers },
      },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString(),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(asked.body)
  })
}

/** Sends a form as a browser on our own pages would. */
export function postForm(
  port: number,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return fetchFrom(port, {
    path,
    method: 'POST',
    headers: {
      origin: `http://samsyn.localhost:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  })
}

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { commitAttempt } from '~/domain/attempt/commit-attempt.server.ts'
import type { Launch } from '~/domain/attempt/launch-token.server.ts'
import { noteNotUnderstood } from '~/domain/attempt/note-not-understood.server.ts'
import type { NotUnderstood } from '~/domain/attempt/not-understood.ts'
import { commitRequestSchema } from '~/domain/attempt/commit.schema.ts'
import { newId } from '~/kernel/ids.ts'
import type { CommitAnswer } from '~/kernel/player-protocol.ts'
import { log } from '~/platform/log.server.ts'
import { answerStatus } from './answer-status.ts'
import { hostHeaders } from './content-headers.server.ts'
import { launchOf } from './launch-of.server.ts'

/** A mebibyte of suspend data may take several times that, escaped. */
const mostBytes = 8 * 1_048_576
/** A commit that takes longer stands in the log, though it went well. */
const slowMs = 1_000

/** Whether a request to a content host is a commit, which goes past all that other requests go through. */
export function isCommit({ method, url }: IncomingMessage): boolean {
  return method === 'POST' && url === '/_samsyn/commit'
}

/**
 * POST /_samsyn/commit: what content has changed. Most of what a server is asked is this, so it is
 * answered by Node's own means, and only a failed or a slow one is logged.
 */
export async function answerCommit(
  request: IncomingMessage,
  response: ServerResponse,
  hostLabel: string,
): Promise<void> {
  const begun = performance.now()
  const requestId = newId()
  const logged = (status: number) => ({
    requestId,
    method: 'POST',
    path: '/_samsyn/commit',
    status,
    ms: Math.round(performance.now() - begun),
  })
  try {
    const said = await answerTo(request, hostLabel)
    if (!said) return
    const status = answerStatus[said.outcome]
    send(response, status, said, requestId)
    const line = logged(status)
    if (status >= 400 || line.ms >= slowMs) log().info(line, 'answered')
  } catch (error) {
    send(response, 500, { outcome: 'failed' }, requestId)
    log().error({ ...logged(500), error: String(error) }, 'answered')
  }
}

/** Undefined where the request broke off, so that there is nobody to answer. */
async function answerTo(
  request: IncomingMessage,
  hostLabel: string,
): Promise<CommitAnswer | undefined> {
  const launch = launchOf(request, hostLabel)
  if (!launch) {
    request.resume()
    return { outcome: 'token-refused' }
  }
  const body = await bodyOf(request)
  if (body === 'broken-off') return undefined
  const asked = body && commitRequestSchema.safeParse(jsonOf(body))
  if (!asked?.success) {
    const paths = asked?.error.issues.map(({ path }) => path) ?? []
    await noteMalformed(launch, body ? 'message' : 'too-large', paths)
    return { outcome: 'malformed' }
  }
  const { commits } = asked.data
  const said = await commitAttempt({ launch, commits, bytes: body!.length })
  if (said.outcome === 'malformed') await noteMalformed(launch, 'part-unknown')
  return said
}

/** For who looks for the cause: what the browser goes on keeping is not in the attempt's trail. */
async function noteMalformed(
  { attemptId, writer, purpose }: Launch,
  what: NotUnderstood,
  paths: PropertyKey[][] = [],
): Promise<void> {
  // Not further in than "commits.0.patches": below are names that content has chosen.
  const where = [...new Set(paths.map((path) => path.slice(0, 3).join('.')))].slice(0, 10)
  log().warn({ attemptId, writer, purpose, what, where }, 'a commit was not understood')
  await noteNotUnderstood(attemptId, what)
}

/** Undefined where it is too long; the rest of it is read and thrown away, so that the answer arrives. */
function bodyOf(request: IncomingMessage): Promise<Buffer | 'broken-off' | undefined> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let bytes = 0
    request.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes <= mostBytes) pieces.push(piece)
      else pieces.length = 0
    })
    request.on('end', () => {
      if (bytes > mostBytes) resolve(undefined)
      else resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces))
    })
    request.on('close', () => resolve('broken-off'))
  })
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

function send(
  response: ServerResponse,
  status: number,
  said: CommitAnswer | { outcome: 'failed' },
  requestId: string,
): void {
  const body = JSON.stringify(said)
  const headers: OutgoingHttpHeaders = {
    ...hostHeaders,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
  }
  response.writeHead(status, headers).end(body)
}

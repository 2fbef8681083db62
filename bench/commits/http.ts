import { connect, type Socket } from 'node:net'
import { signLaunch } from '~/domain/attempt/launch-token.server.ts'
import { commitNumber, commitsOfAttempt, type Send } from './load.ts'
import type { BenchAttempt } from './world.ts'

interface HttpTarget {
  port: number
  contentDomain: string
  secret: string
}

/**
 * Sends commits over one connection that is kept alive, as a browser does. Written on the bare socket:
 * the machine is shared, and what Node's own client costs would be counted as the server's.
 */
export async function httpSender({ port, contentDomain, secret }: HttpTarget): Promise<Send> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay()
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const bodies = Array.from({ length: commitsOfAttempt }, (_, index) =>
    JSON.stringify({ commits: [commitNumber(index + 1)] }),
  )
  const answers = answersOf(socket)
  const tokens = new Map<string, string>()
  return async (attempt, sequence) => {
    const body = bodies[sequence - 1]!
    const token = tokens.get(attempt.id) ?? signed(attempt, secret)
    if (sequence === commitsOfAttempt) tokens.delete(attempt.id)
    else tokens.set(attempt.id, token)
    socket.write(
      `POST /_samsyn/commit HTTP/1.1\r\nHost: c-${attempt.hostLabel}.${contentDomain}\r\n` +
        `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
    const answer = await answers()
    return answer.startsWith('HTTP/1.1 200') && answer.includes(`"held","sequence":${sequence}`)
  }
}

const signed = ({ id, hostLabel, writer }: BenchAttempt, secret: string) =>
  signLaunch({ attemptId: id, hostLabel, writer, purpose: 'play' }, secret, new Date())

/** Gives the next whole answer of a connection, head and body. */
function answersOf(socket: Socket): () => Promise<string> {
  let text = ''
  let answered: ((answer: string) => void) | undefined
  socket.setEncoding('latin1')
  socket.on('data', (piece: string) => {
    text += piece
    const head = text.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1])
    if (text.length < head + 4 + length) return
    const answer = text
    text = ''
    answered?.(answer)
  })
  socket.on('close', () => answered?.('closed'))
  return () => new Promise((resolve) => (answered = resolve))
}

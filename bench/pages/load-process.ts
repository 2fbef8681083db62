// Asks for one page over and over, on as many kept connections as are given, in a process of its own:
// settings as JSON on standard input, the result on output.
import { Agent, get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

export interface PageLoad {
  port: number
  /** The name of the host, as a browser says it. */
  host: string
  path: string
  cookie: string
  connections: number
  seconds: number
}

export interface PageLoadResult {
  answers: number
  /** Anything but 200. */
  errors: number
  seconds: number
  /** Milliseconds of each answer, to its end. */
  latencies: number[]
  /** Of the last answer's body, as it was sent. */
  bytes: number
}

async function load(order: PageLoad): Promise<PageLoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections })
  const result: PageLoadResult = { answers: 0, errors: 0, seconds: 0, latencies: [], bytes: 0 }
  const begun = performance.now()
  const end = begun + order.seconds * 1_000
  const keepAsking = async () => {
    while (performance.now() < end) {
      const asked = performance.now()
      const { status, bytes } = await ask(order, agent)
      result.latencies.push(performance.now() - asked)
      result.bytes = bytes
      if (status === 200) result.answers++
      else result.errors++
    }
  }
  await Promise.all(Array.from({ length: order.connections }, keepAsking))
  result.seconds = (performance.now() - begun) / 1_000
  agent.destroy()
  return result
}

async function ask({ port, host, path, cookie }: PageLoad, agent: Agent) {
  const headers = { Host: host, Cookie: cookie, 'Accept-Encoding': 'gzip', Accept: 'text/html' }
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ host: '127.0.0.1', port, path, agent, headers }, resolve).once('error', reject),
  )
  let bytes = 0
  for await (const piece of answer) bytes += (piece as Buffer).length
  return { status: answer.statusCode, bytes }
}

const order = JSON.parse(await text(process.stdin)) as PageLoad
process.stdout.write(JSON.stringify(await load(order)), () => process.exit())

import type { ServerBuild } from '@remix-run/node'
import type { Response as HttpResponse } from 'express'

type Route = NonNullable<ServerBuild['routes'][string]>

/**
 * The adapter to Express writes an answer as fast as it can be read, whether or not anybody takes it, and reads on when
 * nobody is there any more. A file is read as it is taken, and no longer than that.
 */
export function pacedFiles(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && paced(route)])
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

function paced(route: Route): Route {
  const { loader } = route.module
  const hasPage = 'default' in route.module
  if (!loader || hasPage) return route
  const module: Route['module'] = { ...route.module }
  module.loader = async (args) => {
    const answer = await loader(args)
    const isFile = answer instanceof Response && answer.headers.has('Content-Disposition')
    return isFile && answer.body ? new Response(args.context.pace(answer.body), answer) : answer
  }
  return { ...route, module }
}

type Body = ReadableStream<Uint8Array>

/** Reads a body when what was read before has been taken; a reader that goes away ends it. */
export function paceOf(response: HttpResponse): (body: Body) => Body {
  return (body) => {
    const reader = body.getReader()
    const taken = takenBy(response)
    response.once('close', () => void reader.cancel().catch(() => undefined))
    return new ReadableStream(
      {
        async pull(controller) {
          await taken()
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    )
  }
}

/** Waits until what has been written is taken, or nobody is there to take it. */
function takenBy(response: HttpResponse): () => Promise<void> {
  let isFull = false
  let goOn = () => {}
  const write = response.write.bind(response) as (...values: unknown[]) => boolean
  // What `writableNeedDrain` would say, were what is written not packed on its way.
  response.write = (...values: unknown[]) => {
    const isTaken = write(...values)
    isFull = !isTaken
    return isTaken
  }
  const taken = () => {
    isFull = false
    goOn()
  }
  // Once for all: the packing takes listeners and gives none back.
  response.on('drain', taken)
  response.on('close', taken)
  return async () => {
    if (isFull && !response.destroyed) await new Promise<void>((resolve) => (goOn = resolve))
  }
}

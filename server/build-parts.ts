import type { ServerBuild } from '@remix-run/node'
import { routePath, type Routes } from './route-path.ts'

/**
 * The build with only the routes that an address can lead to, told by its first segment: Remix looks
 * through all that it is given, several times for each request. An address whose first segment no route
 * has by name gets the whole build.
 */
export function buildParts(build: ServerBuild): (pathname: string) => ServerBuild {
  const names = new Set(Object.keys(build.routes).map((id) => nameOf(id, build.routes)))
  const parts = new Map<string, ServerBuild>()
  return (pathname) => {
    const name = firstSegment(pathname)
    if (!names.has(name)) return build
    const known = parts.get(name)
    if (known) return known
    const part = partOf(name, build)
    parts.set(name, part)
    return part
  }
}

function partOf(name: string, build: ServerBuild): ServerBuild {
  const leadsThere = ([id]: [string, unknown]) => {
    const own = nameOf(id, build.routes)
    return own === undefined || own === name
  }
  const routes = Object.fromEntries(Object.entries(build.routes).filter(leadsThere))
  // What a page is drawn with; browsers load the list of all routes from its own address.
  const drawn = Object.fromEntries(Object.entries(build.assets.routes).filter(leadsThere))
  return { ...build, routes, assets: { ...build.assets, routes: drawn } }
}

/** The first segment of a route's whole path; undefined where it is not always the same. */
function nameOf(id: string, routes: Routes): string | undefined {
  const [, first = ''] = routePath(id, routes).split('/')
  return /^[\w.-]+$/.test(first) ? first.toLowerCase() : undefined
}

/** As Remix asks for a page's data, "/home.data" is about "/home". */
function firstSegment(pathname: string): string {
  const path = pathname.endsWith('.data') ? pathname.slice(0, -'.data'.length) : pathname
  return path.split('/', 2)[1]!.toLowerCase()
}

import type { ServerBuild } from '@remix-run/node'

export type Routes = ServerBuild['routes']

/** The whole path of a route, its parents' before its own: "/courses/:courseSlug"; "/" where none has any. */
export function routePath(id: string, routes: Routes): string {
  const { parentId, path } = routes[id] ?? {}
  const above = parentId === undefined ? '/' : routePath(parentId, routes)
  return path ? `${above === '/' ? '' : above}/${path}` : above
}

import { remixRoutesOptionAdapter } from '@remix-run/routes-option-adapter'
import { flatRoutes } from 'remix-flat-routes'

/** The folders below routes/ say who is looking: `_manager+` adds nothing to the address. */
export default remixRoutesOptionAdapter((defineRoutes) =>
  flatRoutes('routes', defineRoutes, { ignoredRouteFiles: ['**/*.css', '**/*.test.*'] }),
)

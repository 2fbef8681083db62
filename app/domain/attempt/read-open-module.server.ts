import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { openOrigin } from '~/platform/http/hosts.server.ts'
import { contentUrl } from './attempt.ts'
import { selectOpenModule } from './content-file.db.server.ts'
import { contentPolicy, openBase } from './content-policy.server.ts'
import { openHostLabelOf } from './host-label.ts'

/** A module as it is taken without signing in. */
export interface OpenModule {
  moduleId: string
  /** The published one. */
  versionId: string
  slug: string
  titleSv: string
  titleEn: string
  courseSlug: string
  /** The origin where its files lie and its progress is kept; that of the module, whatever its version. */
  contentOrigin: string
  /** The module's own page there. */
  contentUrl: string
}

/**
 * The module that is taken without signing in: open, published, and of our own making.
 * @throws Refusal not-found, also for a module that may not be taken so
 */
export async function readOpenModule(slug: string | undefined): Promise<OpenModule> {
  const found = slug === undefined ? undefined : await selectOpenModule(slug)
  if (!found) throw new Refusal('not-found')
  const { packageId, launchPath, launchQuery, allowedHosts, ...module } = found
  const base = openBase(contentPolicy(env().APP_ORIGIN, allowedHosts), packageId)
  const origin = openOrigin(openHostLabelOf(module.moduleId), env())
  return {
    ...module,
    contentOrigin: origin,
    contentUrl: origin + contentUrl(base, launchPath, launchQuery),
  }
}

import type { Language } from '~/i18n/format.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { openOrigin } from '~/platform/http/hosts.server.ts'
import { contentUrl } from './attempt.ts'
import { selectOpenModule, type OpenModuleRow } from './content-file.db.server.ts'
import { contentPolicy, openBase } from './content-policy.server.ts'
import { openHostLabelOf } from './host-label.ts'

/** A module as it is taken without signing in. */
export interface OpenModule {
  moduleId: string
  /** The published one. */
  versionId: string
  slug: string
  kind: string
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
  return openModuleOf(slug === undefined ? undefined : await selectOpenModule({ slug }))
}

/** The same by its id. */
export async function readOpenModuleById(moduleId: string | undefined): Promise<OpenModule> {
  return openModuleOf(isId(moduleId) ? await selectOpenModule({ moduleId }) : undefined)
}

function openModuleOf(found: OpenModuleRow | undefined): OpenModule {
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

/** The module's page as a page of ours frames it: told whose page that is, and what language it speaks. */
export function frameUrlOf({ contentUrl }: OpenModule, language: Language): string {
  const around = new URLSearchParams({ app: env().APP_ORIGIN, lang: language })
  return `${contentUrl}?${around.toString()}`
}

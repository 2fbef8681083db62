import { addVersionWithin } from '~/domain/catalogue/catalogue.server.ts'
import { requireMayEdit } from '~/domain/catalogue/catalogue.policy.ts'
import { readModuleForEditor } from '~/domain/catalogue/read-catalogue.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { ModuleVersionId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { withUpload } from '~/platform/http/upload.server.ts'
import { importPackage } from './import-package.server.ts'
import { limitsOf } from './package-limits.ts'

/** The form field that holds the package. */
const packageField = 'package'

/**
 * Takes a posted package in as a new draft version of a module. The package is written to disk as it
 * arrives; when anything is wrong with it, nothing is left.
 * @throws Refusal forbidden, not-found, upload.*, package.*
 */
export async function uploadVersion(input: {
  actor: Actor
  moduleId: string | undefined
  request: Request
}): Promise<ModuleVersionId> {
  const { actor, request } = input
  requireMayEdit(actor)
  // Before a byte is received: an upload to nowhere is not worth the wait.
  const module = await readModuleForEditor(input.moduleId, 'sv')
  const { maxZipBytes } = limitsOf(env())
  const rules = {
    field: packageField,
    maxBytes: maxZipBytes,
    tooLarge: new Refusal('package.too-large', { megabytes: maxZipBytes / 1_000_000 }),
  }
  return withUpload(request, rules, async ({ path, name }) => {
    const { result } = await importPackage({
      actor,
      zipFile: path,
      fileName: name,
      signal: request.signal,
      within: (tx, packageId) => addVersionWithin(tx, { actor, moduleId: module.id, packageId }),
    })
    return result.id
  })
}

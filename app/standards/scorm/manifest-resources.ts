import { Refusal } from '~/kernel/refusal.ts'
import { baseBelow, packageBase, resolveHref, type Base } from './launch-path.ts'
import { childrenOf, type XmlElement } from './xml-document.ts'

export interface ManifestResource {
  identifier: string
  type: 'sco' | 'asset'
  /** From the `xml:base` of manifest, resources and resource. */
  base: Base
  /** As written; resolve it against `base`. */
  href: string | null
  /** Its own files, as written. */
  files: string[]
  /** Identifiers of resources whose files it needs too. */
  dependencies: string[]
}

/**
 * The resources by identifier; where two share one, the first counts.
 * @throws Refusal package.path-outside for a file that leaves the package
 */
export function resourcesOf(root: XmlElement): Map<string, ManifestResource> {
  const resources = new Map<string, ManifestResource>()
  const rootBase = baseBelow(packageBase, root.attributes.get('xml:base'))
  for (const holder of childrenOf(root, 'resources')) {
    const holderBase = baseBelow(rootBase, holder.attributes.get('xml:base'))
    for (const element of childrenOf(holder, 'resource')) {
      const base = baseBelow(holderBase, element.attributes.get('xml:base'))
      const resource = resourceOf(element, base)
      if (!resources.has(resource.identifier)) resources.set(resource.identifier, resource)
    }
  }
  return resources
}

function resourceOf(element: XmlElement, base: Base): ManifestResource {
  return {
    identifier: element.attributes.get('identifier')?.trim() ?? '',
    type: typeOf(element),
    base,
    href: element.attributes.get('href')?.trim() || null,
    files: childrenOf(element, 'file').map((file) => fileOf(file, base)),
    dependencies: childrenOf(element, 'dependency').flatMap(
      (dependency) => dependency.attributes.get('identifierref')?.trim() || [],
    ),
  }
}

// An asset is done when opened, so only what says that it is one counts as one: a SCO mistaken for an
// asset would give completions that nobody earned.
function typeOf(element: XmlElement): 'sco' | 'asset' {
  return element.attributes.get('scormtype')?.trim().toLowerCase() === 'asset' ? 'asset' : 'sco'
}

function fileOf(file: XmlElement, base: Base): string {
  const href = file.attributes.get('href') ?? ''
  if (resolveHref(base, href).kind !== 'outside') return href
  const detail = { path: href.slice(0, 200) }
  throw new Refusal('package.path-outside', detail, { clause: 'SCORM 1.2 CAM 2.3, <file> href' })
}

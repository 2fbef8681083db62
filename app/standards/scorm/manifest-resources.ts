import { Refusal } from '~/kernel/refusal.ts'
import { clauseOf, type ScormEdition } from './edition.ts'
import { identifierKey } from './identifier-key.ts'
import { baseBelow, packageBase, resolveHref, type Base } from './launch-path.ts'
import { packageWarning } from './problem.ts'
import type { ProblemList } from './problem-list.ts'
import { childrenOf, manifestTooLarge, type XmlElement, type XmlLimits } from './xml-document.ts'
import { shortened } from './xml-text.ts'

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

/** What the readers of a manifest's parts share. */
export interface Reading {
  edition: ScormEdition
  limits: XmlLimits
  problems: ProblemList
}

/** A manifest element: the document's own, or one within it (IMS CP 1.1). */
export interface ManifestElement {
  element: XmlElement
  base: Base
}

/** The manifest and all those within it, outermost first. */
export function manifestsOf(root: XmlElement): ManifestElement[] {
  const found: ManifestElement[] = []
  const visit = (element: XmlElement, above: Base) => {
    const base = baseBelow(above, element.attributes.get('xml:base'))
    found.push({ element, base })
    for (const child of childrenOf(element, 'manifest')) visit(child, base)
  }
  visit(root, packageBase)
  return found
}

/**
 * The resources of all manifests by their identifiers' keys; where two share one, the first counts.
 * @throws Refusal package.path-outside for a file that leaves the package
 */
export function resourcesOf(
  manifests: readonly ManifestElement[],
  { edition, limits, problems }: Reading,
): Map<string, ManifestResource> {
  const resources = new Map<string, ManifestResource>()
  let written = 0
  for (const { element, base } of resourceElementsOf(manifests)) {
    const resource = resourceOf(element, base, edition)
    // Each path comes with its base written out, and a long base may stand above every one.
    written += lengthOf(base) * (resource.files.length + 1)
    if (written > limits.maxBytes) throw manifestTooLarge(limits)
    const key = identifierKey(resource.identifier)
    if (resources.has(key)) {
      const identifier = shortened(resource.identifier, 80)
      problems.add(packageWarning('resource-twice', identifier, { resource: identifier }))
    } else resources.set(key, resource)
  }
  return resources
}

/** The resources of all manifests as they stand, each with the base of its references. */
export function* resourceElementsOf(
  manifests: readonly ManifestElement[],
): Generator<ManifestElement> {
  for (const { element: manifest, base: above } of manifests) {
    for (const holder of childrenOf(manifest, 'resources')) {
      const holderBase = baseBelow(above, holder.attributes.get('xml:base'))
      for (const element of childrenOf(holder, 'resource')) {
        yield { element, base: baseBelow(holderBase, element.attributes.get('xml:base')) }
      }
    }
  }
}

function resourceOf(element: XmlElement, base: Base, edition: ScormEdition): ManifestResource {
  const inside = (href: string, where: string) => {
    if (resolveHref(base, href).kind !== 'outside') return href
    const detail = { path: shortened(href, 200) }
    throw new Refusal('package.path-outside', detail, { clause: clauseOf(edition, where) })
  }
  const href = element.attributes.get('href')?.trim()
  return {
    identifier: element.attributes.get('identifier')?.trim() ?? '',
    type: typeOf(element),
    base,
    href: href ? inside(href, '<resource> href') : null,
    files: childrenOf(element, 'file').map((file) =>
      inside(file.attributes.get('href') ?? '', '<file> href'),
    ),
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

const lengthOf = ({ folders }: Base) => folders.reduce((sum, folder) => sum + folder.length + 1, 0)

/** Warns of the dependencies that the items' resources name, near or far, and the manifest lacks. */
export function warnOfMissingDependencies(
  items: readonly { resource: string | null }[],
  resources: ReadonlyMap<string, ManifestResource>,
  problems: ProblemList,
): void {
  const seen = new Set(
    items.flatMap(({ resource }) => (resource === null ? [] : identifierKey(resource))),
  )
  // A Set takes in what is added while it is walked.
  for (const identifier of seen) {
    for (const dependency of resources.get(identifier)?.dependencies ?? []) {
      if (resources.has(identifierKey(dependency))) seen.add(identifierKey(dependency))
      else {
        const detail = { resource: shortened(dependency, 80) }
        problems.add(packageWarning('dependency-missing', shortened(identifier, 80), detail))
      }
    }
  }
}

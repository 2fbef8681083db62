import { Refusal } from '~/kernel/refusal.ts'
import { clauseOf } from './edition.ts'
import { identifierKey } from './identifier-key.ts'
import { resolveHref, type Base } from './launch-path.ts'
import type { ManifestItem } from './manifest-items.ts'
import { resourceElementsOf, type ManifestElement, type Reading } from './manifest-resources.ts'
import { packageWarning } from './problem.ts'
import { childOf, childrenOf, type XmlElement } from './xml-document.ts'
import { shortened } from './xml-text.ts'

/** What may have metadata: the manifest, its organization, an item or a resource. */
export interface MetadataHolder {
  element: XmlElement
  base: Base
  /** Whether what it says is said of the whole course. */
  isOfCourse: boolean
}

/** A file of the package that holds LOM metadata, as adlcp:location names it. */
export interface MetadataFile {
  path: string
  isOfCourse: boolean
}

/** More than the standards' tools write; the rest is told by number. */
export const mostMetadataFiles = 20

/**
 * All that may have metadata, those of the course first. Where a package has one part to open, the part
 * is the course, and many tools describe nothing else.
 */
export function metadataHoldersOf(
  manifests: readonly ManifestElement[],
  organization: XmlElement | undefined,
  items: readonly ManifestItem[],
): MetadataHolder[] {
  const [outermost] = manifests
  if (!outermost) return []
  const { element: root, base } = outermost
  const launched = items.filter(({ launchPath }) => launchPath !== null)
  const only = launched.length === 1 ? (launched[0]?.resource ?? null) : null
  const isOnly = (reference: string | undefined) =>
    only !== null && identifierKey(reference ?? '') === identifierKey(only)
  const ofItems = itemElementsOf(organization).map((element) => ({
    element,
    base,
    isOfCourse: isOnly(element.attributes.get('identifierref')),
  }))
  const ofResources = [...resourceElementsOf(manifests)].map((resource) => ({
    ...resource,
    isOfCourse: isOnly(resource.element.attributes.get('identifier')),
  }))
  const ofParts = [...ofItems, ...ofResources]
  return [
    { element: root, base, isOfCourse: true },
    ...(organization ? [{ element: organization, base, isOfCourse: true }] : []),
    ...ofParts.filter(({ isOfCourse }) => isOfCourse),
    ...ofParts.filter(({ isOfCourse }) => !isOfCourse),
  ]
}

function itemElementsOf(holder: XmlElement | undefined): XmlElement[] {
  const found = holder ? childrenOf(holder, 'item') : []
  return found.flatMap((item) => [item, ...itemElementsOf(item)])
}

/**
 * The files that hold metadata (SCORM 1.2 CAM 2.3, SCORM 2004 CAM 3.4.1, adlcp:location), each once and
 * at most `mostMetadataFiles`. What lies elsewhere is told, and not fetched.
 * @throws Refusal package.path-outside for a file that leaves the package
 */
export function metadataFilesOf(
  holders: readonly MetadataHolder[],
  { edition, problems }: Pick<Reading, 'edition' | 'problems'>,
): MetadataFile[] {
  const clause = clauseOf(edition, '<adlcp:location>')
  const files = new Map<string, MetadataFile>()
  const left = new Set<string>()
  for (const { location, base, isOfCourse } of locationsOf(holders)) {
    const found = resolveHref(base, location)
    if (found.kind === 'outside') {
      throw new Refusal('package.path-outside', { path: shortened(location, 200) }, { clause })
    }
    if (found.kind === 'foreign') {
      const href = shortened(location, 200)
      problems.add(packageWarning('metadata-foreign', href, { href, clause }))
    } else if (found.path !== '' && !files.has(found.path)) {
      if (files.size < mostMetadataFiles) files.set(found.path, { path: found.path, isOfCourse })
      else left.add(found.path)
    }
  }
  if (left.size > 0) {
    problems.add(packageWarning('metadata-files-more', null, { count: left.size, clause }))
  }
  return [...files.values()]
}

function* locationsOf(holders: readonly MetadataHolder[]) {
  for (const { element, base, isOfCourse } of holders) {
    const metadata = childOf(element, 'metadata')
    for (const { text } of metadata ? childrenOf(metadata, 'location') : []) {
      const location = text.trim()
      if (location !== '') yield { location, base, isOfCourse }
    }
  }
}

import { Refusal } from '~/kernel/refusal.ts'
import { editionOf, type ScormEdition } from './edition.ts'
import { resolveHref, withParameters } from './launch-path.ts'
import {
  masteryScoreOf,
  maxTimeOf,
  timeLimitActionOf,
  type TimeLimitAction,
} from './manifest-limits.ts'
import { resourcesOf, type ManifestResource } from './manifest-resources.ts'
import {
  childrenOf,
  parseXml,
  rawTextOf,
  textOf,
  type XmlElement,
  type XmlLimits,
} from './xml-document.ts'

/** A package's manifest in our own terms, whatever edition it came in. */
export interface ScormManifest {
  standard: 'SCORM'
  edition: ScormEdition
  identifier: string
  title: string
  /** The default organization's items in document order. */
  items: ManifestItem[]
  resources: ManifestResource[]
}

export interface ManifestItem {
  identifier: string
  /** 0, 1, 2 … in document order. */
  position: number
  /** 0 for the organization's own items. */
  depth: number
  /** The identifier of the item that holds this one; null at depth 0. */
  parent: string | null
  title: string
  visible: boolean
  /** A heading only holds others; an asset does not talk to the runtime. */
  type: 'sco' | 'asset' | 'heading'
  /** The resource's identifier; null for a heading without one. */
  resource: string | null
  /** Path of the launched file inside the package, decoded; null for a heading. */
  launchPath: string | null
  /** What follows the path in the launch URL: '' or "?…", "#…". */
  launchQuery: string
  /** 0..100 (SCORM 1.2). */
  masteryScore: number | null
  /** CMITimespan, "0001:30:00". */
  maxTimeAllowed: string | null
  timeLimitAction: TimeLimitAction | null
  dataFromLms: string | null
  /** AICC script, kept as it came: "intro & (kapitel1|kapitel2)". */
  prerequisites: string | null
}

export type LaunchableItem = ManifestItem & { launchPath: string; type: 'sco' | 'asset' }

/** A key in the database, whose index rows end at 2,704 bytes. */
const maxIdentifierLength = 400
const maxTitleLength = 1_000

/**
 * Reads an imsmanifest.xml. SCORM 1.2 is read in full for play (CAM 2.3); of SCORM 2004 what it has
 * in common with 1.2: edition, items, resources.
 * @throws Refusal with the clause: package.not-xml, .entities, .manifest-too-large, .manifest-too-deep,
 * .not-scorm, .nothing-to-launch, .resource-missing, .path-outside, .launch-foreign,
 * .duplicate-identifier, .identifier-too-long, .mastery-score
 */
export function parseManifest(input: string | Uint8Array, limits?: XmlLimits): ScormManifest {
  const document = parseXml(input, limits)
  const edition = editionOf(document)
  const { root } = document
  const resources = resourcesOf(root)
  const organization = defaultOrganization(root)
  const items = organization ? itemsOf(organization, resources) : []
  const identifier = root.attributes.get('identifier') ?? ''
  const title = (organization && textOf(organization, 'title')) ?? items[0]?.title ?? identifier
  const manifest: ScormManifest = {
    standard: 'SCORM',
    edition,
    identifier,
    title: title.slice(0, maxTitleLength),
    items,
    resources: [...resources.values()],
  }
  if (launchableItems(manifest).length === 0) {
    throw new Refusal('package.nothing-to-launch', {}, { clause: 'SCORM 1.2 CAM 2.3, <item>' })
  }
  return manifest
}

/** The items that can be opened, in document order. */
export function launchableItems(manifest: Pick<ScormManifest, 'items'>): LaunchableItem[] {
  return manifest.items.filter((item): item is LaunchableItem => item.launchPath !== null)
}

/** The one that `default` names, else the first: many tools leave `default` out or wrong. */
function defaultOrganization(root: XmlElement): XmlElement | undefined {
  const holder = root.children.find((child) => child.name === 'organizations')
  if (!holder) return undefined
  const organizations = childrenOf(holder, 'organization')
  const wanted = holder.attributes.get('default')
  return (
    organizations.find((one) => one.attributes.get('identifier') === wanted) ?? organizations[0]
  )
}

function itemsOf(
  organization: XmlElement,
  resources: ReadonlyMap<string, ManifestResource>,
): ManifestItem[] {
  const items: ManifestItem[] = []
  const seen = new Set<string>()
  const visit = (holder: XmlElement, depth: number, parent: string | null) => {
    for (const element of childrenOf(holder, 'item')) {
      const item = itemOf(element, { position: items.length, depth, parent }, resources)
      if (seen.has(item.identifier))
        throw badIdentifier('package.duplicate-identifier', item.identifier)
      seen.add(item.identifier)
      items.push(item)
      visit(element, depth + 1, item.identifier)
    }
  }
  visit(organization, 0, null)
  return items
}

function itemOf(
  element: XmlElement,
  place: Pick<ManifestItem, 'position' | 'depth' | 'parent'>,
  resources: ReadonlyMap<string, ManifestResource>,
): ManifestItem {
  const identifier = element.attributes.get('identifier')?.trim() || `item-${place.position + 1}`
  if (identifier.length > maxIdentifierLength) {
    throw badIdentifier('package.identifier-too-long', identifier)
  }
  const resource = resourceOf(element, identifier, resources)
  const launch = resource ? launchOf(resource, element.attributes.get('parameters') ?? null) : null
  return {
    ...place,
    identifier,
    title: (textOf(element, 'title') ?? identifier).slice(0, maxTitleLength),
    visible: element.attributes.get('isvisible')?.trim().toLowerCase() !== 'false',
    type: launch && resource ? resource.type : 'heading',
    resource: resource?.identifier ?? null,
    launchPath: launch?.path ?? null,
    launchQuery: launch?.query ?? '',
    masteryScore: masteryScoreOf(textOf(element, 'masteryscore'), identifier),
    maxTimeAllowed: maxTimeOf(textOf(element, 'maxtimeallowed')),
    timeLimitAction: timeLimitActionOf(textOf(element, 'timelimitaction')),
    dataFromLms: rawTextOf(element, 'datafromlms'),
    prerequisites: textOf(element, 'prerequisites'),
  }
}

function resourceOf(
  element: XmlElement,
  item: string,
  resources: ReadonlyMap<string, ManifestResource>,
): ManifestResource | null {
  const reference = element.attributes.get('identifierref')?.trim()
  if (!reference) return null
  const resource = resources.get(reference)
  if (resource) return resource
  const detail = { item: item.slice(0, 80), resource: reference.slice(0, 80) }
  throw new Refusal('package.resource-missing', detail, {
    clause: 'SCORM 1.2 CAM 2.3, <item> identifierref',
  })
}

/** Null where the resource names no file to open. */
function launchOf(resource: ManifestResource, parameters: string | null) {
  if (resource.href === null) return null
  const where = resolveHref(resource.base, resource.href)
  const detail = resource.href.slice(0, 200)
  const clause = 'SCORM 1.2 CAM 2.3, <resource> href'
  if (where.kind === 'foreign') {
    throw new Refusal('package.launch-foreign', { href: detail }, { clause })
  }
  if (where.kind === 'outside')
    throw new Refusal('package.path-outside', { path: detail }, { clause })
  if (where.path === '') return null
  return { path: where.path, query: withParameters(where.query, parameters) }
}

function badIdentifier(code: string, identifier: string): Refusal {
  const detail = { identifier: identifier.slice(0, 80) }
  return new Refusal(code, detail, {
    clause: 'SCORM 1.2 CAM 2.3, <item> identifier',
  })
}

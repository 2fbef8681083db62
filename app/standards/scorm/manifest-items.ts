import { Refusal } from '~/kernel/refusal.ts'
import { clauseOf } from './edition.ts'
import { identifierKey } from './identifier-key.ts'
import { areUsableParameters, resolveHref, withParameters } from './launch-path.ts'
import {
  masteryScoreOf,
  maxTimeOf,
  timeLimitActionOf,
  type TimeLimitAction,
} from './manifest-limits.ts'
import { chosenOrganization } from './manifest-organizations.ts'
import type { ManifestResource, Reading } from './manifest-resources.ts'
import type { ActivitySequencing } from './sequencing.ts'
import type { SequencingReader } from './sequencing-reader.ts'
import { childrenOf, manifestTooDeep, rawTextOf, textOf, type XmlElement } from './xml-document.ts'
import { shortened } from './xml-text.ts'

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
  /** -1..1 (SCORM 2004): what the primary objective wants, where it is satisfied by measure. */
  scaledPassingScore: number | null
  /** 0..1 (SCORM 2004). */
  completionThreshold: number | null
  /** SCORM 1.2: CMITimespan, "0001:30:00"; SCORM 2004: an ISO 8601 duration, "PT1H30M". */
  maxTimeAllowed: string | null
  timeLimitAction: TimeLimitAction | null
  dataFromLms: string | null
  /** SCORM 1.2, AICC script, kept as it came: "intro & (kapitel1|kapitel2)". */
  prerequisites: string | null
  /** Null for SCORM 1.2. */
  sequencing: ActivitySequencing | null
}

/** Where an item stands among the others. */
type Place = Pick<ManifestItem, 'position' | 'depth' | 'parent'>

/** A key in the database, whose index rows end at 2,704 bytes. */
const maxIdentifierLength = 400
const maxTitleLength = 1_000
/** Each becomes a line on the learner's contents list. */
const maxItems = 10_000

/** Reads the items of an organization; made for one manifest. */
export class ItemReader {
  readonly #reading: Reading
  readonly #resources: ReadonlyMap<string, ManifestResource>
  /** Null for SCORM 1.2. */
  readonly #sequencing: SequencingReader | null
  /** The manifests within the manifest that no item has stood for yet, by identifier. */
  readonly #manifests: Map<string, XmlElement>
  readonly #items: ManifestItem[] = []
  /** Keys of identifiers, as are those declared. */
  readonly #taken = new Set<string>()
  readonly #declared = new Set<string>()

  constructor(
    reading: Reading,
    resources: ReadonlyMap<string, ManifestResource>,
    sequencing: SequencingReader | null,
    subManifests: readonly XmlElement[],
  ) {
    this.#reading = reading
    this.#resources = resources
    this.#sequencing = sequencing
    this.#manifests = new Map(
      subManifests.flatMap((one) => {
        const identifier = one.attributes.get('identifier')?.trim()
        return identifier ? [[identifierKey(identifier), one] as const] : []
      }),
    )
  }

  /**
   * The organization's items in document order.
   * @throws Refusal package.duplicate-identifier, .identifier-too-long, .too-many-items,
   * .manifest-too-deep, .resource-missing, .path-outside, .launch-foreign, .mastery-score,
   * .passing-score, .completion-threshold
   */
  read(organization: XmlElement): ManifestItem[] {
    this.#declare(organization)
    this.#visit(organization, 0, null)
    return this.#items
  }

  #declare(holder: XmlElement): void {
    for (const element of childrenOf(holder, 'item')) {
      const identifier = element.attributes.get('identifier')?.trim()
      if (identifier) this.#declared.add(identifierKey(identifier))
      this.#declare(element)
    }
  }

  #visit(holder: XmlElement, depth: number, parent: string | null): void {
    const { limits } = this.#reading
    for (const element of childrenOf(holder, 'item')) {
      if (this.#items.length >= maxItems) {
        throw new Refusal('package.too-many-items', { limit: maxItems })
      }
      if (depth >= limits.maxDepth) throw manifestTooDeep(limits)
      const subManifest = this.#takeSubManifest(element)
      const place = { position: this.#items.length, depth, parent }
      const item = this.#itemOf(element, place, subManifest !== undefined)
      this.#items.push(item)
      this.#visit(element, depth + 1, item.identifier)
      const inner = subManifest && chosenOrganization(subManifest).organization
      if (inner) {
        this.#declare(inner)
        this.#visit(inner, depth + 1, item.identifier)
      }
    }
  }

  /**
   * The manifest within the manifest that an item stands for, whose items it then holds (IMS CP 1.1).
   * Each is taken once, or two that name each other would never end.
   */
  #takeSubManifest(element: XmlElement): XmlElement | undefined {
    const reference = identifierKey(referenceOf(element))
    if (this.#resources.has(reference)) return undefined
    const manifest = this.#manifests.get(reference)
    this.#manifests.delete(reference)
    return manifest
  }

  #itemOf(element: XmlElement, place: Place, standsForManifest: boolean): ManifestItem {
    const identifier = this.#identifierOf(element, place.position)
    const resource = standsForManifest ? null : this.#resourceOf(element, identifier)
    const parameters = element.attributes.get('parameters') ?? null
    const launch = resource ? this.#launchOf(resource, parameters) : null
    return {
      ...place,
      identifier,
      title: shortened(textOf(element, 'title') ?? identifier, maxTitleLength),
      visible: element.attributes.get('isvisible')?.trim().toLowerCase() !== 'false',
      type: launch && resource ? resource.type : 'heading',
      resource: resource?.identifier ?? null,
      launchPath: launch?.path ?? null,
      launchQuery: launch?.query ?? '',
      timeLimitAction: timeLimitActionOf(textOf(element, 'timelimitaction')),
      dataFromLms: rawTextOf(element, 'datafromlms'),
      ...(this.#sequencing
        ? limits2004(this.#sequencing.read(element, identifier, shortened(identifier, 80)))
        : limits12(element, identifier)),
    }
  }

  #identifierOf(element: XmlElement, position: number): string {
    const declared = element.attributes.get('identifier')?.trim()
    let identifier = declared || `item-${position + 1}`
    while (!declared && (this.#declared.has(identifier) || this.#taken.has(identifier))) {
      identifier += '-'
    }
    if (identifier.length > maxIdentifierLength) {
      throw this.#badIdentifier('package.identifier-too-long', identifier)
    }
    if (this.#taken.has(identifierKey(identifier))) {
      throw this.#badIdentifier('package.duplicate-identifier', identifier)
    }
    this.#taken.add(identifierKey(identifier))
    return identifier
  }

  #badIdentifier(code: string, identifier: string): Refusal {
    const detail = { identifier: shortened(identifier, 80) }
    return new Refusal(code, detail, {
      clause: clauseOf(this.#reading.edition, '<item> identifier'),
    })
  }

  #resourceOf(element: XmlElement, item: string): ManifestResource | null {
    const reference = referenceOf(element)
    if (reference.trim() === '') return null
    const resource = this.#resources.get(identifierKey(reference))
    if (resource) return resource
    const detail = { item: shortened(item, 80), resource: shortened(reference, 80) }
    throw new Refusal('package.resource-missing', detail, {
      clause: clauseOf(this.#reading.edition, '<item> identifierref'),
    })
  }

  /** Null where the resource names no file to open. */
  #launchOf(resource: ManifestResource, parameters: string | null) {
    if (resource.href === null) return null
    const where = resolveHref(resource.base, resource.href)
    if (where.kind === 'foreign') {
      const clause = clauseOf(this.#reading.edition, '<resource> href')
      const detail = { href: shortened(resource.href, 200) }
      throw new Refusal('package.launch-foreign', detail, { clause })
    }
    if (where.kind === 'outside') throw this.#outside(resource.href, '<resource> href')
    if (where.path === '') return null
    if (parameters && !areUsableParameters(parameters)) {
      throw this.#outside(parameters, '<item> parameters')
    }
    return { path: where.path, query: withParameters(where.query, parameters) }
  }

  #outside(path: string, where: string): Refusal {
    const clause = clauseOf(this.#reading.edition, where)
    return new Refusal('package.path-outside', { path: shortened(path, 200) }, { clause })
  }
}

function limits12(element: XmlElement, identifier: string) {
  return {
    masteryScore: masteryScoreOf(textOf(element, 'masteryscore'), identifier),
    maxTimeAllowed: maxTimeOf(textOf(element, 'maxtimeallowed')),
    prerequisites: textOf(element, 'prerequisites'),
    scaledPassingScore: null,
    completionThreshold: null,
    sequencing: null,
  }
}

function limits2004(sequencing: ActivitySequencing) {
  const { limitConditions, objectives, completionThreshold } = sequencing
  const { primary } = objectives
  return {
    masteryScore: null,
    maxTimeAllowed: limitConditions.attemptAbsoluteDurationLimit,
    prerequisites: null,
    scaledPassingScore: primary?.satisfiedByMeasure ? primary.minNormalizedMeasure : null,
    completionThreshold: completionThreshold.completedByMeasure
      ? completionThreshold.minProgressMeasure
      : null,
    sequencing,
  }
}

function referenceOf(element: XmlElement): string {
  return element.attributes.get('identifierref') ?? ''
}

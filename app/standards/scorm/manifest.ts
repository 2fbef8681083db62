import { Refusal } from '~/kernel/refusal.ts'
import { clauseOf, editionOf, schemaVersionOf, type ScormEdition } from './edition.ts'
import { namesFolder, resolveHref } from './launch-path.ts'
import { ItemReader, type ManifestItem } from './manifest-items.ts'
import { chosenOrganization, type ChosenOrganization } from './manifest-organizations.ts'
import {
  manifestsOf,
  resourcesOf,
  warnOfMissingDependencies,
  type ManifestElement,
  type ManifestResource,
  type Reading,
} from './manifest-resources.ts'
import { joinedMetadata, languageTagOf, metadataOf, type PackageMetadata } from './metadata.ts'
import {
  metadataFilesOf,
  metadataHoldersOf,
  type MetadataFile,
  type MetadataHolder,
} from './metadata-files.ts'
import { ProblemList } from './problem-list.ts'
import { packageWarning, type PackageProblem } from './problem.ts'
import type { ActivitySequencing } from './sequencing.ts'
import { saysMoreOfOrder } from './sequencing-need.ts'
import { SequencingReader } from './sequencing-reader.ts'
import { flagOf } from './sequencing-values.ts'
import {
  parseXml,
  textOf,
  xmlLimits,
  type XmlDocument,
  type XmlElement,
  type XmlLimits,
} from './xml-document.ts'
import { shortened } from './xml-text.ts'

export type { ManifestItem }

/** A package's manifest in our own terms, whatever edition it came in. Plain JSON. */
export interface ScormManifest {
  standard: 'SCORM'
  edition: ScormEdition
  identifier: string
  title: string
  /** A language tag, "sv"; from the manifest's LOM metadata, as are description and duration. */
  language: string | null
  description: string | null
  /** How long a learner needs. */
  durationSeconds: number | null
  /** What it says of itself, before anything stands in for what it does not say. */
  ownWords: PackageMetadata
  /** The files that may say more; `describedBy` takes in what they say. */
  metadataFiles: MetadataFile[]
  /** How many the manifest has; one of them was chosen. */
  organizations: number
  /** The chosen organization's own; null for SCORM 1.2. */
  sequencing: ActivitySequencing | null
  objectivesGlobalToSystem: boolean
  /** The chosen organization's items in document order. */
  items: ManifestItem[]
  resources: ManifestResource[]
  /** Whether it says more of its order than "any item, from top to bottom, at any time". */
  needsSequencing: boolean
  /** Warnings; what refuses is thrown. */
  problems: PackageProblem[]
}

export type LaunchableItem = ManifestItem & { launchPath: string; type: 'sco' | 'asset' }

const maxTitleLength = 1_000
const maxIdentifierLength = 400

/**
 * Reads an imsmanifest.xml of SCORM 1.2 (CAM 2.3) or SCORM 2004 2nd, 3rd or 4th edition (CAM 3.4, 5.1).
 * @throws Refusal with the clause: package.not-xml, .entities, .manifest-too-large, .manifest-too-deep,
 * .not-scorm, .nothing-to-launch, .resource-missing, .path-outside, .launch-foreign,
 * .duplicate-identifier, .identifier-too-long, .too-many-items, .mastery-score, .passing-score,
 * .completion-threshold
 */
export function parseManifest(
  input: string | Uint8Array,
  limits: XmlLimits = xmlLimits,
): ScormManifest {
  const document = parseXml(input, limits)
  const edition = editionOf(document)
  const { root } = document
  const problems = new ProblemList()
  const reading = { edition, limits, problems }
  const manifests = manifestsOf(root)
  const resources = resourcesOf(manifests, reading)
  const chosen = chosenOrganization(root)
  const { sequencing, items } = contentsOf(chosen, manifests, resources, reading)
  if (launchableItems({ items }).length === 0) {
    throw new Refusal('package.nothing-to-launch', {}, { clause: clauseOf(edition, '<item>') })
  }
  const needsSequencing = warnOfSequencing(sequencing, items, problems)
  warnOfSharedData(items, problems)
  warnOfPrerequisites(items, problems)
  warnOfMissingDependencies(items, resources, problems)
  warnOfOrganizations(chosen, problems)
  if (manifests.length > 1) problems.add(packageWarning('sub-manifest'))
  warnOfWriting(document, problems)
  const holders = metadataHoldersOf(manifests, chosen.organization, items)
  return {
    standard: 'SCORM',
    edition,
    ...namesOf(root, chosen.organization, items, holders),
    metadataFiles: metadataFilesOf(holders, reading),
    organizations: chosen.count,
    sequencing,
    objectivesGlobalToSystem: flagOf(chosen.organization, 'objectivesglobaltosystem', true),
    items,
    resources: [...resources.values()],
    needsSequencing,
    problems: problems.all(),
  }
}

function contentsOf(
  { organization }: ChosenOrganization,
  manifests: readonly ManifestElement[],
  resources: ReadonlyMap<string, ManifestResource>,
  reading: Reading,
): Pick<ScormManifest, 'sequencing' | 'items'> {
  if (!organization) return { sequencing: null, items: [] }
  const elements = manifests.map(({ element }) => element)
  const sequencing = reading.edition === '1.2' ? null : new SequencingReader(elements, reading)
  const name = textOf(organization, 'title') ?? ''
  return {
    sequencing: sequencing?.read(organization, name, null) ?? null,
    items: new ItemReader(reading, resources, sequencing, elements.slice(1)).read(organization),
  }
}

type Names = Pick<
  ScormManifest,
  'identifier' | 'title' | 'language' | 'description' | 'durationSeconds' | 'ownWords'
>

function namesOf(
  root: XmlElement,
  organization: XmlElement | undefined,
  items: readonly ManifestItem[],
  holders: readonly MetadataHolder[],
): Names {
  const identifier = shortened(root.attributes.get('identifier')?.trim() ?? '', maxIdentifierLength)
  const ofCourse = holders.filter(({ isOfCourse }) => isOfCourse)
  const metadata = metadataOf(ofCourse.map(({ element }) => element))
  const said = textOf(organization, 'title') ?? metadata.title
  const ownWords = { ...metadata, title: said && shortened(said, maxTitleLength) }
  return {
    identifier,
    ...ownWords,
    title: ownWords.title ?? shortened(items[0]?.title ?? identifier, maxTitleLength),
    language: metadata.language ?? languageTagOf(root.attributes.get('xml:lang') ?? null),
    ownWords,
  }
}

/** The manifest with what its metadata files say of the course where it says nothing itself. */
export function describedBy(
  manifest: ScormManifest,
  files: readonly PackageMetadata[],
): ScormManifest {
  const said = joinedMetadata([manifest.ownWords, ...files])
  return {
    ...manifest,
    title: said.title === null ? manifest.title : shortened(said.title, maxTitleLength),
    language: said.language ?? manifest.language,
    description: said.description,
    durationSeconds: said.durationSeconds,
  }
}

/** Whether the package needs more of sequencing than the order of its items. */
function warnOfSequencing(
  ofOrganization: ActivitySequencing | null,
  items: readonly ManifestItem[],
  problems: ProblemList,
): boolean {
  const found = [{ identifier: null, sequencing: ofOrganization }, ...items].find(
    ({ sequencing }) => sequencing !== null && saysMoreOfOrder(sequencing),
  )
  if (!found) return false
  const where = found.identifier === null ? null : shortened(found.identifier, 80)
  problems.add(packageWarning('sequencing-needed', where))
  return true
}

function warnOfSharedData(items: readonly ManifestItem[], problems: ProblemList): void {
  const sharing = items.filter(({ sequencing }) => (sequencing?.dataMaps.length ?? 0) > 0)
  const [first] = sharing
  if (!first) return
  const where = shortened(first.identifier, 80)
  problems.add(packageWarning('shared-data', where, { count: sharing.length }))
}

function warnOfPrerequisites(items: readonly ManifestItem[], problems: ProblemList): void {
  const having = items.filter(({ prerequisites }) => prerequisites !== null)
  const [first] = having
  if (!first) return
  const where = shortened(first.identifier, 80)
  problems.add(packageWarning('prerequisites', where, { count: having.length }))
}

function warnOfOrganizations(
  { organization, count, missingDefault }: ChosenOrganization,
  problems: ProblemList,
): void {
  const identifier = organization?.attributes.get('identifier')
  const title = shortened(textOf(organization, 'title') ?? identifier ?? '', 80)
  if (missingDefault !== null) {
    const detail = { organization: shortened(missingDefault, 80), title }
    problems.add(packageWarning('default-organization-missing', null, detail))
  }
  if (count > 1) problems.add(packageWarning('several-organizations', null, { count, title }))
}

function warnOfWriting(document: XmlDocument, problems: ProblemList): void {
  const { root, mislabelled, undeclaredPrefixes } = document
  if (schemaVersionOf(root) === null) problems.add(packageWarning('schema-version-missing'))
  for (const prefix of undeclaredPrefixes) {
    problems.add(packageWarning('prefix-undeclared', null, { prefix }))
  }
  if (mislabelled) problems.add(packageWarning('encoding-wrong', null, mislabelled))
}

/** The items that can be opened, in document order. */
export function launchableItems(manifest: Pick<ScormManifest, 'items'>): LaunchableItem[] {
  return manifest.items.filter((item): item is LaunchableItem => item.launchPath !== null)
}

/** All paths inside the package that resources name, each once, with the first resource that names it. */
export function filesNamedBy(
  manifest: Pick<ScormManifest, 'resources'>,
): { path: string; where: string }[] {
  const whereByPath = new Map<string, string>()
  for (const { identifier, base, href, files } of manifest.resources) {
    for (const reference of href === null ? files : [href, ...files]) {
      const found = resolveHref(base, reference)
      if (found.kind !== 'inside' || found.path === '' || namesFolder(reference)) continue
      if (!whereByPath.has(found.path)) whereByPath.set(found.path, identifier)
    }
  }
  return [...whereByPath].map(([path, where]) => ({ path, where }))
}

/** The references of resources that lead elsewhere ("https://…", "//…"), as written, each once. */
export function foreignHrefsOf(manifest: Pick<ScormManifest, 'resources'>): string[] {
  const foreign = new Set<string>()
  for (const { base, href, files } of manifest.resources) {
    for (const reference of href === null ? files : [href, ...files]) {
      if (resolveHref(base, reference).kind === 'foreign') foreign.add(reference)
    }
  }
  return [...foreign]
}

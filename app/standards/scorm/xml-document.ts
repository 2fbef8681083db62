import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Refusal } from '~/kernel/refusal.ts'
import { decodeXml, shortened, withoutDeclaration, type DecodedXml } from './xml-text.ts'

/** An element without its prefix: real packages write `adlcp:scormtype` and `adlcp:scormType` alike. */
export interface XmlElement {
  /** Local name in lower case. */
  name: string
  /** '' where it has none. */
  namespace: string
  /** By local name in lower case; `xml:base` keeps its prefix. */
  attributes: ReadonlyMap<string, string>
  children: XmlElement[]
  /** The element's own text as it stands. */
  text: string
}

export interface XmlDocument {
  root: XmlElement
  /** Every namespace that is declared or used. */
  namespaces: ReadonlySet<string>
  /** Usual prefixes that were used and not declared. */
  undeclaredPrefixes: ReadonlySet<string>
  mislabelled: DecodedXml['mislabelled']
}

export interface XmlLimits {
  maxBytes: number
  maxElements: number
  /** Of all elements together; one alone has at most `mostAttributes`. */
  maxAttributes: number
  maxDepth: number
}

/** Ten thousand files, each listed as a resource of its own, take some 3 MB and 20,000 elements. */
export const xmlLimits: XmlLimits = {
  maxBytes: 8_000_000,
  maxElements: 200_000,
  maxAttributes: 400_000,
  maxDepth: 64,
}

/** The standards know of a dozen; the parser holds an element's attributes several times over. */
const mostAttributes = 200

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

// Prefixes that authoring tools use without declaring; anything else undeclared is not XML (Namespaces 1.0, 5).
const usualPrefixes = new Map(
  ['adlcp', 'adlseq', 'adlnav', 'imsss', 'imscp', 'imsmd', 'lom', 'xsi'].map((prefix) => [
    prefix,
    `urn:undeclared:${prefix}`,
  ]),
)

/**
 * Reads an XML document whole into a small tree. No external thing is ever read, and documents that
 * declare a document type (and with it entities) are refused, as are those beyond the limits. Elements
 * and attributes of other makers' namespaces are left out.
 * @throws Refusal package.manifest-too-large, package.manifest-too-deep, package.entities, package.not-xml
 */
export function parseXml(input: string | Uint8Array, limits: XmlLimits = xmlLimits): XmlDocument {
  if (input.length > limits.maxBytes) throw manifestTooLarge(limits)
  const { text, mislabelled } =
    typeof input === 'string' ? { text: input, mislabelled: null } : decodeXml(input)
  const undeclaredPrefixes = new Set<string>()
  const parser = new SaxesParser({
    xmlns: true,
    resolvePrefix: (prefix: string) => {
      const uri = usualPrefixes.get(prefix)
      if (uri !== undefined) undeclaredPrefixes.add(prefix)
      return uri
    },
  })
  const tree = new TreeBuilder(limits)
  parser.on('doctype', () => {
    throw new Refusal('package.entities', {}, { clause: 'XML 1.0, 2.8' })
  })
  parser.on('error', () => {
    throw notXml(parser.line)
  })
  parser.on('attribute', () => tree.countAttribute())
  parser.on('opentag', (tag) => tree.open(tag))
  parser.on('text', (more) => tree.addText(more))
  parser.on('cdata', (more) => tree.addText(more))
  parser.on('closetag', () => tree.close())
  parser.write(withoutDeclaration(text)).close()
  if (!tree.root) throw notXml(1)
  return { root: tree.root, namespaces: tree.namespaces, undeclaredPrefixes, mislabelled }
}

type Building = { element: XmlElement; text: string[] }

class TreeBuilder {
  root: XmlElement | undefined
  readonly namespaces = new Set<string>()
  readonly #limits: XmlLimits
  readonly #open: Building[] = []
  readonly #known = new Map<string, boolean>()
  #elements = 0
  #attributes = 0
  #attributesOfTag = 0

  constructor(limits: XmlLimits) {
    this.#limits = limits
  }

  countAttribute(): void {
    const tooMany = ++this.#attributes > this.#limits.maxAttributes
    if (tooMany || ++this.#attributesOfTag > mostAttributes) throw manifestTooLarge(this.#limits)
  }

  open(tag: SaxesTagNS): void {
    this.#attributesOfTag = 0
    if (++this.#elements > this.#limits.maxElements) throw manifestTooLarge(this.#limits)
    if (this.#open.length >= this.#limits.maxDepth) throw manifestTooDeep(this.#limits)
    for (const uri of Object.values(tag.ns)) if (uri) this.namespaces.add(uri)
    if (tag.uri) this.namespaces.add(tag.uri)
    if (!this.root) this.#known.set(tag.uri, true)
    const element: XmlElement = {
      name: tag.local.toLowerCase(),
      namespace: tag.uri,
      attributes: this.#attributesOf(tag),
      children: [],
      text: '',
    }
    if (this.#isKnown(tag.prefix, tag.uri)) this.#open.at(-1)?.element.children.push(element)
    this.root ??= element
    this.#open.push({ element, text: [] })
  }

  addText(more: string): void {
    this.#open.at(-1)?.text.push(more)
  }

  close(): void {
    const closed = this.#open.pop()
    const text = closed?.text.join('') ?? ''
    if (closed && text.trim() !== '') closed.element.text = text
  }

  #attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>()
    for (const { prefix, uri, local, value } of Object.values(tag.attributes)) {
      const name = local.toLowerCase()
      if (uri === xmlNamespace) attributes.set(`xml:${name}`, value)
      else if (prefix === '') attributes.set(name, value)
      else if (!attributes.has(name) && this.#isKnown(prefix, uri)) attributes.set(name, value)
    }
    return attributes
  }

  /** Whether a name is of the standards: `vendor:item` is no item. */
  #isKnown(prefix: string, uri: string): boolean {
    if (uri === '' || usualPrefixes.has(prefix)) return true
    let known = this.#known.get(uri)
    if (known === undefined) {
      known = /imsproject|imsglobal|adlnet|ieee\.org/i.test(uri)
      this.#known.set(uri, known)
    }
    return known
  }
}

function notXml(line: number): Refusal {
  return new Refusal('package.not-xml', { line }, { clause: 'XML 1.0, 2.1' })
}

/** The refusal of a manifest that is, or would become, larger than the limits. */
export function manifestTooLarge(limits: XmlLimits): Refusal {
  return new Refusal('package.manifest-too-large', { megabytes: limits.maxBytes / 1_000_000 })
}

/** The refusal of a manifest whose elements or items stand in one another beyond the limit. */
export function manifestTooDeep(limits: XmlLimits): Refusal {
  return new Refusal('package.manifest-too-deep', { limit: limits.maxDepth })
}

/** The element's children of a name (lower case), in order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child of a name (lower case). */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The first child's text as `plainTextOf` gives it; null when there is no such child or it is blank. */
export function textOf(element: XmlElement | undefined, name: string): string | null {
  return plainTextOf(rawTextOf(element, name) ?? '') || null
}

/** More than any text that is kept, blanks and all. */
const longestText = 50_000

/**
 * Text for people: on one line, white space collapsed, and without the characters that only steer a
 * terminal or turn the direction of what follows.
 */
export function plainTextOf(text: string): string {
  return shortened(text, longestText)
    .replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The first child's text as it stands; null when there is no such child or it is blank. */
export function rawTextOf(element: XmlElement | undefined, name: string): string | null {
  return childOf(element, name)?.text || null
}

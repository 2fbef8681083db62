import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Refusal } from '~/kernel/refusal.ts'
import { decodeXml } from './xml-text.ts'

/** An element without its prefix: real packages write `adlcp:scormtype` and `adlcp:scormType` alike. */
export interface XmlElement {
  /** Local name in lower case. */
  name: string
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
}

export interface XmlLimits {
  maxBytes: number
  maxElements: number
  maxDepth: number
}

/** Ten thousand files, each listed as a resource of its own, take some 3 MB and 20,000 elements. */
export const xmlLimits: XmlLimits = { maxBytes: 8_000_000, maxElements: 200_000, maxDepth: 64 }

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

// Prefixes that authoring tools use without declaring; anything else undeclared is not XML (Namespaces 1.0, 5).
const usualPrefixes: Record<string, string> = {
  adlcp: 'urn:undeclared:adlcp',
  adlseq: 'urn:undeclared:adlseq',
  adlnav: 'urn:undeclared:adlnav',
  imsss: 'urn:undeclared:imsss',
  imscp: 'urn:undeclared:imscp',
  imsmd: 'urn:undeclared:imsmd',
  lom: 'urn:undeclared:lom',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
}

type Building = { element: XmlElement; text: string[]; attributes: Map<string, string> }

/**
 * Reads an XML document whole into a small tree. No external thing is ever read, and documents that
 * declare a document type (and with it entities) are refused, as are those beyond the limits.
 * @throws Refusal package.manifest-too-large, package.manifest-too-deep, package.entities, package.not-xml
 */
export function parseXml(input: string | Uint8Array, limits: XmlLimits = xmlLimits): XmlDocument {
  if (input.length > limits.maxBytes) throw tooLarge(limits)
  const text = typeof input === 'string' ? input : decodeXml(input)
  const parser = new SaxesParser({
    xmlns: true,
    resolvePrefix: (prefix: string) => usualPrefixes[prefix],
  })
  const open: Building[] = []
  const namespaces = new Set<string>()
  let root: XmlElement | undefined
  let count = 0

  parser.on('doctype', () => {
    throw new Refusal('package.entities', {}, { clause: 'XML 1.0, 2.8' })
  })
  parser.on('error', () => {
    throw new Refusal('package.not-xml', { line: parser.line }, { clause: 'XML 1.0, 2.1' })
  })
  parser.on('opentag', (tag) => {
    if (++count > limits.maxElements) throw tooLarge(limits)
    if (open.length >= limits.maxDepth) {
      throw new Refusal('package.manifest-too-deep', { limit: limits.maxDepth })
    }
    for (const uri of [tag.uri, ...Object.values(tag.ns)]) if (uri) namespaces.add(uri)
    const building = begin(tag)
    open.at(-1)?.element.children.push(building.element)
    root ??= building.element
    open.push(building)
  })
  const addText = (more: string) => open.at(-1)?.text.push(more)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed) closed.element.text = closed.text.join('')
  })
  parser.write(text).close()
  if (!root) throw new Refusal('package.not-xml', { line: 1 }, { clause: 'XML 1.0, 2.1' })
  return { root, namespaces }
}

function begin(tag: SaxesTagNS): Building {
  const attributes = new Map<string, string>()
  for (const { prefix, uri, local, value } of Object.values(tag.attributes)) {
    const name = local.toLowerCase()
    if (uri === xmlNamespace) attributes.set(`xml:${name}`, value)
    else if (prefix === '' || !attributes.has(name)) attributes.set(name, value)
  }
  const element = { name: tag.local.toLowerCase(), attributes, children: [], text: '' }
  return { element, attributes, text: [] }
}

function tooLarge(limits: XmlLimits): Refusal {
  return new Refusal('package.manifest-too-large', { megabytes: limits.maxBytes / 1_000_000 })
}

/** The element's children of a name (lower case), in order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child's text, white space collapsed; null when there is no such child or it is blank. */
export function textOf(element: XmlElement, name: string): string | null {
  return rawTextOf(element, name)?.replace(/\s+/g, ' ').trim() ?? null
}

/** The first child's text as it stands; null when there is no such child or it is blank. */
export function rawTextOf(element: XmlElement, name: string): string | null {
  const text = element.children.find((child) => child.name === name)?.text ?? ''
  return text.trim() === '' ? null : text
}

import { Refusal } from '~/kernel/refusal.ts'
import { childOf, textOf, type XmlDocument, type XmlElement } from './xml-document.ts'
import { shortened } from './xml-text.ts'

export type ScormEdition = '1.2' | '2004 2nd' | '2004 3rd' | '2004 4th'

/**
 * The edition that a manifest is written for: what it says in `schemaversion`, else what its
 * namespaces and elements show. SCORM 1.2 names its version freely ("1.2", "ADL SCORM 1.2"; CAM 2.3);
 * "CAM 1.3" is 2004 2nd edition, the later ones name themselves (2004 4th edition, CAM 3.4.1.4).
 * @throws Refusal package.not-scorm for other users of imsmanifest.xml, such as Common Cartridge
 */
export function editionOf({ root, namespaces, undeclaredPrefixes }: XmlDocument): ScormEdition {
  const schema = textOf(childOf(root, 'metadata'), 'schema') ?? ''
  const version = schemaVersionOf(root) ?? ''
  const uses = (pattern: RegExp) => [...namespaces].some((uri) => pattern.test(uri))
  const in2004 =
    uses(/adlcp_v1p3|adlseq_v1p3|adlnav_v1p3|imsglobal\.org\/xsd\/imsss/) ||
    ['adlseq', 'adlnav', 'imsss'].some((prefix) => undeclaredPrefixes.has(prefix))
  const in12 = uses(/adlcp_rootv1p2/) || undeclaredPrefixes.has('adlcp')

  if (root.name !== 'manifest') throw notScorm(root.name)
  if (schema !== '' && !/scorm/i.test(schema) && !in2004 && !in12) throw notScorm(schema)
  const named = namedEdition(version)
  if (named) return named
  if (!in2004 && !/2004/.test(version)) return '1.2'
  return usesFourthEdition(root) ? '2004 4th' : '2004 3rd'
}

/** What the manifest says of its version, as written; null when it says nothing. */
export function schemaVersionOf(root: XmlElement): string | null {
  return textOf(childOf(root, 'metadata'), 'schemaversion')
}

// Tools write "2004 3rd Edition", "SCORM 2004 4th Edition", "2004 Fourth Edition", "CAM 1.3", "1.3".
const spellings: [RegExp, ScormEdition][] = [
  [/(?<!\d)4\s*th|fourth/i, '2004 4th'],
  [/(?<!\d)3\s*rd|third/i, '2004 3rd'],
  [/(?<!\d)2\s*nd|second|(?<!\d)1\s*st|first|(?<!\d)1\.3/i, '2004 2nd'],
  [/(?<!\d)1\.2/, '1.2'],
]

/** Undefined for what names none; "1.1" does not, since tools of both families write IMS's version there. */
function namedEdition(version: string): ScormEdition | undefined {
  return spellings.find(([pattern]) => pattern.test(version))?.[1]
}

/** The clause that a refusal names: "SCORM 1.2 CAM 2.3, <item> identifierref". */
export function clauseOf(edition: ScormEdition, what: string): string {
  return edition === '1.2' ? `SCORM 1.2 CAM 2.3, ${what}` : `SCORM 2004 CAM 3.4.1, ${what}`
}

function notScorm(found: string): Refusal {
  const detail = { found: shortened(found, 80) }
  return new Refusal('package.not-scorm', detail, { clause: 'SCORM 1.2 CAM 2.3, <schema>' })
}

/** The fourth edition brought `adlcp:data` and the attributes of `completionThreshold` (CAM 3.4.1). */
function usesFourthEdition(element: XmlElement): boolean {
  return (
    element.name === 'data' ||
    (element.name === 'completionthreshold' && element.attributes.size > 0) ||
    element.children.some(usesFourthEdition)
  )
}

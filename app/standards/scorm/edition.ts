import { Refusal } from '~/kernel/refusal.ts'
import { textOf, type XmlDocument, type XmlElement } from './xml-document.ts'

export type ScormEdition = '1.2' | '2004 2nd' | '2004 3rd' | '2004 4th'

/**
 * The edition that a manifest is written for: what it says in `schemaversion`, else what its
 * namespaces and elements show. SCORM 1.2 names its version freely ("1.2", "ADL SCORM 1.2"; CAM 2.3);
 * "CAM 1.3" is 2004 2nd edition, the later ones name themselves (2004 4th edition, CAM 3.4.1.4).
 * @throws Refusal package.not-scorm for other users of imsmanifest.xml, such as Common Cartridge
 */
export function editionOf({ root, namespaces }: XmlDocument): ScormEdition {
  const metadata = root.children.find((child) => child.name === 'metadata')
  const schema = (metadata && textOf(metadata, 'schema')) ?? ''
  const version = ((metadata && textOf(metadata, 'schemaversion')) ?? '').toLowerCase()
  const uses = (pattern: RegExp) => [...namespaces].some((uri) => pattern.test(uri))
  const in2004 = uses(/adlcp_v1p3|adlseq_v1p3|adlnav_v1p3|imsglobal\.org\/xsd\/imsss/)
  const in12 = uses(/adlcp_rootv1p2|undeclared:adlcp/)

  if (root.name !== 'manifest') throw notScorm(root.name)
  if (schema !== '' && !/scorm/i.test(schema) && !in2004 && !in12) throw notScorm(schema)
  if (version.includes('4th')) return '2004 4th'
  if (version.includes('3rd')) return '2004 3rd'
  if (version.includes('2nd') || /\b1\.3/.test(version)) return '2004 2nd'
  if (/\b1\.2/.test(version)) return '1.2'
  if (!in2004 && !/2004/.test(version)) return '1.2'
  return usesFourthEdition(root) ? '2004 4th' : '2004 3rd'
}

function notScorm(found: string): Refusal {
  const detail = { found: found.slice(0, 80) }
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

import { identifierKey } from './identifier-key.ts'
import { childOf, childrenOf, type XmlElement } from './xml-document.ts'

export interface ChosenOrganization {
  organization: XmlElement | undefined
  /** How many there are to choose from. */
  count: number
  /** What `default` names, where there is no such organization. */
  missingDefault: string | null
}

/** The one that `default` names, else the first: many tools leave `default` out or wrong. */
export function chosenOrganization(manifest: XmlElement): ChosenOrganization {
  const holder = childOf(manifest, 'organizations')
  const organizations = holder ? childrenOf(holder, 'organization') : []
  const wanted = holder?.attributes.get('default')?.trim() ?? ''
  const key = identifierKey(wanted)
  const named = organizations.find(
    (one) => identifierKey(one.attributes.get('identifier') ?? '') === key,
  )
  return {
    organization: named ?? organizations[0],
    count: organizations.length,
    missingDefault: wanted !== '' && !named && organizations.length > 0 ? wanted : null,
  }
}

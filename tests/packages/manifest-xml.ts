export interface ManifestXml {
  /** Between `organizations`' tags; one organization with one item unless told. */
  organizations?: string
  /** Between `resources`' tags; one SCO that launches index.html unless told. */
  resources?: string
  /** Of the organizations element. */
  defaultOrganization?: string
  /** The whole metadata element. */
  metadata?: string
  /** Further attributes of the manifest element. */
  attributes?: string
  /** What stands before the root element. */
  prolog?: string
}

const oneItem =
  '<organization identifier="org"><title>Kurs</title>' +
  '<item identifier="i1" identifierref="r1"><title>Del 1</title></item></organization>'
const oneSco =
  '<resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="index.html">' +
  '<file href="index.html"/></resource>'

/** An imsmanifest.xml for SCORM 1.2, right in everything that is not told otherwise. */
export function manifest12(parts: ManifestXml = {}): string {
  return `${parts.prolog ?? '<?xml version="1.0" encoding="UTF-8"?>'}
<manifest identifier="test" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" ${parts.attributes ?? ''}>
${parts.metadata ?? '<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>'}
<organizations default="${parts.defaultOrganization ?? 'org'}">${parts.organizations ?? oneItem}</organizations>
<resources>${parts.resources ?? oneSco}</resources>
</manifest>
`
}

/** A manifest of SCORM 2004; without a version where `schemaVersion` is null. */
export function manifest2004(schemaVersion: string | null, item = ''): string {
  const version = schemaVersion === null ? '' : `<schemaversion>${schemaVersion}</schemaversion>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="test" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<metadata><schema>ADL SCORM</schema>${version}</metadata>
<organizations default="org"><organization identifier="org"><title>Kurs</title>
<item identifier="i1" identifierref="r1"><title>Del 1</title>${item}</item></organization></organizations>
<resources><resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="index.html">
<file href="index.html"/></resource></resources>
</manifest>
`
}

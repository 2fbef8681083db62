import { manifest12, manifest2004 } from './manifest-xml.ts'
import { odd, pageAt, scoOf, withManifest, type OddPackage } from './odd-package.ts'

const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`
const titled = (title: string, prolog = declared('UTF-8')) =>
  manifest12({
    prolog,
    organizations: `<organization identifier="org"><title>${title}</title><item identifier="i1" identifierref="r1"><title>${title}</title></item></organization>`,
  })
const swedish = 'V\u00e4gen \u00f6ver \u00e5n'

const item = (id: string, reference: string, attributes = '') =>
  `<item identifier="${id}" identifierref="${reference}" ${attributes}><title>Del ${id}</title></item>`
const organization = (id: string, items: string) =>
  `<organization identifier="${id}"><title>Kurs ${id}</title>${items}</organization>`
const sco = (id: string, href: string) => scoOf(href).replace('"r1"', `"${id}"`)
const twoOrganizations = {
  organizations: organization('a', item('i1', 'r1')) + organization('b', item('i2', 'r2')),
  resources: sco('r1', 'en.html') + sco('r2', 'tva.html'),
}
const twoPages = [pageAt('en.html'), pageAt('tva.html')]
const asset = (href: string) => scoOf(href).replace('"sco"', '"asset"')

/** How the manifest is written, and what stands in it. */
export const oddManifests: OddPackage[] = [
  odd('SCORM 1.2', () => withManifest(manifest12())),
  odd('SCORM 1.2 without a version', () => withManifest(manifest12({ metadata: '' })), {
    warnings: ['schema-version-missing'],
  }),
  odd('SCORM 2004 2nd edition, "CAM 1.3"', () => withManifest(manifest2004('CAM 1.3')), {
    edition: '2004 2nd',
  }),
  odd('SCORM 2004 3rd edition', () => withManifest(manifest2004('2004 3rd Edition')), {
    edition: '2004 3rd',
  }),
  odd('SCORM 2004 4th edition', () => withManifest(manifest2004('2004 4th Edition')), {
    edition: '2004 4th',
  }),
  odd('SCORM 2004 without a version', () => withManifest(manifest2004(null)), {
    edition: '2004 3rd',
    warnings: ['schema-version-missing'],
  }),
  odd(
    'SCORM 2004 that bars choice',
    () =>
      withManifest(
        manifest2004(
          '2004 4th Edition',
          '<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions>' +
            '<imsss:ruleCondition condition="completed"/></imsss:ruleConditions>' +
            '<imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>',
        ),
      ),
    { edition: '2004 4th', warnings: ['sequencing-needed'] },
  ),
  odd('a byte order mark', () => withManifest(`\ufeff${titled(swedish)}`)),
  odd('UTF-16, little end first', () =>
    withManifest(utf16(titled(swedish, declared('UTF-16')), 'le')),
  ),
  odd('UTF-16, big end first', () =>
    withManifest(utf16(titled(swedish, declared('UTF-16')), 'be')),
  ),
  odd('Latin-1 that says so', () =>
    withManifest(Buffer.from(titled(swedish, declared('ISO-8859-1')), 'latin1')),
  ),
  odd('Latin-1 that says it is UTF-8', () => withManifest(Buffer.from(titled(swedish), 'latin1')), {
    warnings: ['encoding-wrong'],
  }),
  odd('comments before the root', () =>
    withManifest(
      manifest12({ prolog: `${declared('UTF-8')}<!-- Exporterad 2009 --><!-- v 1.2 -->` }),
    ),
  ),
  odd(
    'a prefix that is used and not declared',
    () => withManifest(manifest12().replace(/\s+xmlns:adlcp="[^"]*"/, '')),
    { warnings: ['prefix-undeclared'] },
  ),
  odd('elements of the maker\u2019s own', () =>
    withManifest(
      manifest12({
        attributes: 'xmlns:tool="urn:tool"',
        metadata:
          '<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion><tool:x><tool:y z="1"/></tool:x></metadata>',
      }),
    ),
  ),
  odd(
    'two organizations, the second one named',
    () => withManifest(manifest12({ ...twoOrganizations, defaultOrganization: 'b' }), twoPages),
    { launches: 'tva.html', warnings: ['several-organizations'] },
  ),
  odd(
    'two organizations, none named',
    () => withManifest(manifest12(twoOrganizations).replace(/ default="[^"]*"/, ''), twoPages),
    { launches: 'en.html', warnings: ['several-organizations'] },
  ),
  odd(
    'two organizations, one named that is not there',
    () => withManifest(manifest12({ ...twoOrganizations, defaultOrganization: 'c' }), twoPages),
    { launches: 'en.html', warnings: ['default-organization-missing'] },
  ),
  odd(
    'a launch with a query',
    () => withManifest(manifest12({ resources: scoOf('index.html?del=1&amp;steg=2') })),
    {
      launches: 'index.html?del=1&steg=2',
    },
  ),
  odd(
    'a launch with a fragment',
    () => withManifest(manifest12({ resources: scoOf('index.html#del-2') })),
    {
      launches: 'index.html#del-2',
    },
  ),
  odd(
    'parameters beside a query',
    () =>
      withManifest(
        manifest12({
          organizations: organization('org', item('i1', 'r1', 'parameters="?steg=2"')),
          resources: scoOf('index.html?del=1'),
        }),
      ),
    { launches: 'index.html?del=1&steg=2' },
  ),
  odd('assets and no SCO', () => withManifest(manifest12({ resources: asset('index.html') }))),
  odd(
    'xml:base at every level',
    () =>
      withManifest(
        manifest12({
          attributes: 'xml:base="innehall/"',
          resources: scoOf('index.html', 'xml:base="del%201/"'),
        }),
        [pageAt('innehall/del 1/index.html')],
      ),
    { launches: 'innehall/del 1/index.html' },
  ),
  odd('resources that depend on one another in a ring', () =>
    withManifest(
      manifest12({
        resources:
          scoOf('index.html').replace(
            '</resource>',
            '<dependency identifierref="r2"/></resource>',
          ) +
          '<resource identifier="r2" type="webcontent" adlcp:scormtype="asset"><dependency identifierref="r1"/></resource>',
      }),
    ),
  ),
  odd(
    'a resource that depends on one that is not there',
    () =>
      withManifest(
        manifest12({
          resources: scoOf('index.html').replace(
            '</resource>',
            '<dependency identifierref="r9"/></resource>',
          ),
        }),
      ),
    { warnings: ['dependency-missing'] },
  ),
  odd(
    'two resources of one name',
    () => withManifest(manifest12({ resources: scoOf('index.html') + scoOf('annan.html') })),
    { warnings: ['resource-twice'] },
  ),
  odd(
    'a manifest in the manifest',
    () =>
      withManifest(
        manifest12().replace(
          '</manifest>',
          '<manifest identifier="under"><organizations/><resources/></manifest></manifest>',
        ),
      ),
    { warnings: ['sub-manifest'] },
  ),
  odd('no titles at all', () => withManifest(manifest12().replace(/<title>[^<]*<\/title>/g, '')), {
    warnings: ['title-missing'],
  }),
  odd('HTML in titles', () => withManifest(titled('&lt;img src=x onerror=alert(1)&gt;'))),
  odd('items without identifiers', () =>
    withManifest(manifest12().replace('identifier="i1" ', '')),
  ),
  odd('a thousand items', () =>
    withManifest(
      manifest12({
        organizations: organization(
          'org',
          Array.from({ length: 1_000 }, (_, i) => item(`i${i}`, 'r1')).join(''),
        ),
      }),
    ),
  ),
  odd('identifiers with a space in one place and its escape in another', () =>
    withManifest(
      manifest12({
        organizations: organization('kurs 1', item('i1', 'r%201')),
        defaultOrganization: 'kurs%201',
        resources: sco('r 1', 'index.html'),
      }),
    ),
  ),
  odd('capitals of SCORM 2004 in SCORM 1.2', () =>
    withManifest(manifest12().replace('adlcp:scormtype', 'adlcp:scormType')),
  ),
  odd(
    'a page that would fetch from elsewhere',
    () =>
      withManifest(manifest12(), [
        pageAt('index.html'),
        { name: 'mall.html', content: '<script src="https://cdn.example.com/a.js"></script>' },
      ]),
    { warnings: ['hosts-contacted'] },
  ),
]

import { describe, expect, it } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { manifest12, manifest2004 } from '../../../tests/packages/manifest-xml.ts'
import { launchableItems, parseManifest } from './manifest.ts'

function refusalOf(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, detail: error.detail, clause: error.clause }
    throw error
  }
  return undefined
}

const item = (attributes: string, inside = '') => `<item ${attributes}>${inside}</item>`
const organization = (inside: string, identifier = 'org') =>
  `<organization identifier="${identifier}"><title>Kurs ${identifier}</title>${inside}</organization>`
const resource = (attributes: string, inside = '') =>
  `<resource type="webcontent" ${attributes}>${inside}</resource>`

describe('a SCORM 1.2 manifest', () => {
  it('is read into items in document order, with depth and parent', () => {
    const manifest = parseManifest(
      manifest12({
        organizations: organization(
          item(
            'identifier="a"',
            '<title>Kapitel 1</title>' +
              item('identifier="b" identifierref="r1"', '<title>Del  1</title>'),
          ) + item('identifier="c" identifierref="r1" isvisible="false"'),
        ),
      }),
    )
    expect(manifest).toMatchObject({ standard: 'SCORM', edition: '1.2', title: 'Kurs org' })
    expect(
      manifest.items.map(({ identifier, position, depth, parent, title, type, visible }) => [
        identifier,
        position,
        depth,
        parent,
        title,
        type,
        visible,
      ]),
    ).toEqual([
      ['a', 0, 0, null, 'Kapitel 1', 'heading', true],
      ['b', 1, 1, 'a', 'Del 1', 'sco', true],
      ['c', 2, 0, null, 'c', 'sco', false],
    ])
    expect(launchableItems(manifest).map((one) => one.identifier)).toEqual(['b', 'c'])
  })

  it('keeps what the item says of mastery, time and launch data', () => {
    const [only] = parseManifest(
      manifest12({
        organizations: organization(
          item(
            'identifier="a" identifierref="r1"',
            '<adlcp:prerequisites type="aicc_script">x &amp; y</adlcp:prerequisites>' +
              '<adlcp:maxtimeallowed>0001:30:00</adlcp:maxtimeallowed>' +
              '<adlcp:timelimitaction>Exit, No Message</adlcp:timelimitaction>' +
              '<adlcp:datafromlms> nivå=2\n</adlcp:datafromlms>' +
              '<adlcp:masteryscore>72,5</adlcp:masteryscore>',
          ),
        ),
      }),
    ).items
    expect(only).toMatchObject({
      prerequisites: 'x & y',
      maxTimeAllowed: '0001:30:00',
      timeLimitAction: 'exit,no message',
      dataFromLms: ' nivå=2\n',
      masteryScore: 72.5,
    })
  })

  it('takes odd times and actions as not given, since content keeps the time itself', () => {
    const [only] = parseManifest(
      manifest12({
        organizations: organization(
          item(
            'identifier="a" identifierref="r1"',
            '<adlcp:maxtimeallowed>en timme</adlcp:maxtimeallowed>' +
              '<adlcp:timelimitaction>stop</adlcp:timelimitaction>',
          ),
        ),
      }),
    ).items
    expect(only).toMatchObject({ maxTimeAllowed: null, timeLimitAction: null, masteryScore: null })
  })

  it('resolves the launch through xml:base, href and parameters', () => {
    const { items } = parseManifest(
      manifest12({
        attributes: 'xml:base="kurs/"',
        organizations: organization(
          item('identifier="a" identifierref="r1" parameters="?prov=Sl%C3%A4kt"'),
        ),
        resources: resource(
          'identifier="r1" adlcp:scormtype="sco" xml:base="del 1/" href="start%20h%C3%A4r.html?v=1#a"',
        ),
      }),
    )
    expect(items[0]).toMatchObject({
      launchPath: 'kurs/del 1/start här.html',
      launchQuery: '?v=1&prov=Sl%C3%A4kt#a',
    })
  })

  it('reads files and dependencies of resources, and tells assets from SCOs', () => {
    const { resources } = parseManifest(
      manifest12({
        resources:
          resource(
            'identifier="r1" href="a.html" xml:base="x/"',
            '<file href="a.html"/><file href="b%20c.png"/><file href="https://example.org/f.js"/>' +
              '<dependency identifierref="r2"/>',
          ) + resource('identifier="r2" adlcp:scormType="Asset"', '<file href="d.css"/>'),
      }),
    )
    expect(resources).toEqual([
      {
        identifier: 'r1',
        type: 'sco',
        base: { kind: 'inside', folders: ['x'] },
        href: 'a.html',
        files: ['a.html', 'b%20c.png', 'https://example.org/f.js'],
        dependencies: ['r2'],
      },
      {
        identifier: 'r2',
        type: 'asset',
        base: { kind: 'inside', folders: [] },
        href: null,
        files: ['d.css'],
        dependencies: [],
      },
    ])
  })

  it('uses the default organization, and the first where none is marked', () => {
    const organizations =
      organization(item('identifier="a" identifierref="r1"'), 'one') +
      organization(item('identifier="b" identifierref="r1"'), 'two')
    const marked = parseManifest(manifest12({ organizations, defaultOrganization: 'two' }))
    const unmarked = parseManifest(manifest12({ organizations, defaultOrganization: '' }))
    expect([marked.title, unmarked.title]).toEqual(['Kurs two', 'Kurs one'])
  })

  it('is read without metadata, namespaces or declared prefixes', () => {
    const bare =
      '<manifest identifier="m"><organizations><organization identifier="o">' +
      '<item identifier="a" identifierref="r"><title>Del</title></item></organization></organizations>' +
      '<resources><resource identifier="r" adlcp:scormtype="asset" href="a.html"/></resources></manifest>'
    expect(parseManifest(bare)).toMatchObject({
      edition: '1.2',
      title: 'Del',
      items: [{ type: 'asset', launchPath: 'a.html' }],
    })
  })

  it('treats an item whose resource opens nothing as a heading', () => {
    const { items } = parseManifest(
      manifest12({
        organizations: organization(
          item('identifier="a" identifierref="r2"') + item('identifier="b" identifierref="r1"'),
        ),
        resources:
          resource('identifier="r1" href="a.html"') +
          resource('identifier="r2" adlcp:scormtype="asset"'),
      }),
    )
    expect(items.map((one) => one.type)).toEqual(['heading', 'sco'])
  })
})

describe('a manifest that is refused', () => {
  const launching = (href: string) =>
    manifest12({ resources: resource(`identifier="r1" href="${href}"`) })

  it.each([
    ['is cut off', '<manifest><organizations>', 'package.not-xml', 'XML 1.0, 2.1'],
    ['is empty', '', 'package.not-xml', 'XML 1.0, 2.1'],
    ['uses an unknown prefix', '<x:manifest/>', 'package.not-xml', 'XML 1.0, 2.1'],
    [
      'declares a document type',
      '<!DOCTYPE manifest><manifest/>',
      'package.entities',
      'XML 1.0, 2.8',
    ],
    ['is another document', '<html/>', 'package.not-scorm', 'SCORM 1.2 CAM 2.3, <schema>'],
    [
      'has no items',
      manifest12({ organizations: '' }),
      'package.nothing-to-launch',
      'SCORM 1.2 CAM 2.3, <item>',
    ],
    [
      'points at a missing resource',
      manifest12({ resources: '' }),
      'package.resource-missing',
      'SCORM 1.2 CAM 2.3, <item> identifierref',
    ],
    [
      'launches a script',
      launching('javascript:alert(1)'),
      'package.launch-foreign',
      'SCORM 1.2 CAM 2.3, <resource> href',
    ],
    [
      'launches a file outside',
      launching('../a.html'),
      'package.path-outside',
      'SCORM 1.2 CAM 2.3, <resource> href',
    ],
    [
      'lists a file outside',
      manifest12({
        resources: resource('identifier="r1" href="a.html"', '<file href="../b.html"/>'),
      }),
      'package.path-outside',
      'SCORM 1.2 CAM 2.3, <file> href',
    ],
    [
      'names two items alike',
      manifest12({
        organizations: organization(
          item('identifier="a" identifierref="r1"') + item('identifier="a" identifierref="r1"'),
        ),
      }),
      'package.duplicate-identifier',
      'SCORM 1.2 CAM 2.3, <item> identifier',
    ],
    [
      'has an endless identifier',
      manifest12({ organizations: organization(item(`identifier="${'a'.repeat(401)}"`)) }),
      'package.identifier-too-long',
      'SCORM 1.2 CAM 2.3, <item> identifier',
    ],
  ])('because it %s names the clause', (_why, xml, code, clause) => {
    expect(refusalOf(() => parseManifest(xml))).toMatchObject({ code, clause })
  })

  it.each(['åttio', '101', '-1', '80%'])('does not guess the mastery score %s', (score) => {
    const xml = manifest12({
      organizations: organization(
        item(
          'identifier="a" identifierref="r1"',
          `<adlcp:masteryscore>${score}</adlcp:masteryscore>`,
        ),
      ),
    })
    expect(refusalOf(() => parseManifest(xml))).toMatchObject({
      code: 'package.mastery-score',
      detail: { item: 'a', value: score },
    })
  })

  it('names the clause of its own edition', () => {
    const xml = manifest2004('2004 4th Edition').replace('identifierref="r1"', 'identifierref="r2"')
    expect(refusalOf(() => parseManifest(xml))).toEqual({
      code: 'package.resource-missing',
      detail: { item: 'i1', resource: 'r2' },
      clause: 'SCORM 2004 CAM 3.4.1, <item> identifierref',
    })
  })

  it('says on which line the XML is broken', () => {
    expect(refusalOf(() => parseManifest('<manifest>\n<a>\n</b></manifest>'))?.detail).toEqual({
      line: 3,
    })
  })

  it('is no deeper and no larger than the limits', () => {
    const deep = '<manifest>' + '<item>'.repeat(10) + '</item>'.repeat(10) + '</manifest>'
    const limits = { maxBytes: 1_000, maxElements: 8, maxAttributes: 99, maxDepth: 64 }
    expect(
      refusalOf(() => parseManifest(deep, { ...limits, maxElements: 99, maxDepth: 8 }))?.code,
    ).toBe('package.manifest-too-deep')
    expect(refusalOf(() => parseManifest(deep, limits))?.code).toBe('package.manifest-too-large')
    expect(refusalOf(() => parseManifest(' '.repeat(1_001), limits))?.code).toBe(
      'package.manifest-too-large',
    )
  })
})

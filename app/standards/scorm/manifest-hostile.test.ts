import { describe, expect, it } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { manifest12, manifest2004 } from '../../../tests/packages/manifest-xml.ts'
import { parseManifest } from './manifest.ts'

const resource = (attributes: string, inside = '') =>
  `<resource type="webcontent" ${attributes}>${inside}</resource>`
const launching = (href: string) =>
  manifest12({ resources: resource(`identifier="r1" href="${href}"`) })
const listing = (href: string) =>
  manifest12({ resources: resource('identifier="r1" href="a.html"', `<file href="${href}"/>`) })
const organization = (inside: string) => `<organization identifier="org">${inside}</organization>`

function codeOf(input: string | Uint8Array): string {
  try {
    parseManifest(input)
    return 'read'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.code
  }
}

/** Seconds that reading takes; the limits here leave a slow machine its time. */
function secondsToRead(input: string): number {
  const start = performance.now()
  codeOf(input)
  return (performance.now() - start) / 1000
}

describe('a manifest cannot make the reader fetch or expand anything', () => {
  it.each([
    ['an external document type', '<!DOCTYPE manifest SYSTEM "https://example.org/imscp.dtd">'],
    ['a public one', '<!DOCTYPE manifest PUBLIC "-//IMS//CP" "imscp_rootv1p1p2.dtd">'],
    ['an external entity', '<!DOCTYPE m [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['a parameter entity', '<!DOCTYPE m [<!ENTITY % p SYSTEM "https://example.org/p">%p;]>'],
    [
      'entities within entities',
      '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ],
    ['a document type after a comment', '<!-- x --><!DOCTYPE manifest>'],
  ])('with %s', (_what, prolog) => {
    expect(codeOf(manifest12({ prolog }))).toBe('package.entities')
  })

  it('with an entity that nothing declares', () => {
    expect(codeOf(manifest12({ organizations: organization('&e;') }))).toBe('package.not-xml')
  })

  it.each(['&#0;', '&#xD800;', '&#xFFFE;', '&#x110000;'])(
    'with %s, which is no character',
    (odd) => {
      expect(codeOf(manifest12({ organizations: organization(odd) }))).toBe('package.not-xml')
    },
  )

  it('with zero bytes', () => {
    expect(codeOf(Buffer.from(manifest12().replace('Kurs', 'K\u0000rs')))).toBe('package.not-xml')
  })

  it('with halves of letters in UTF-16', () => {
    const bytes = Buffer.from('\ufeff' + manifest12().replace('Kurs', 'K\ud800rs'), 'utf16le')
    expect(codeOf(bytes)).toBe('package.not-xml')
  })

  it.each(['vendor', 'constructor', '__proto__', 'toString'])(
    'with the unknown prefix %s',
    (prefix) => {
      expect(codeOf(manifest12({ organizations: `<${prefix}:organization/>` }))).toBe(
        'package.not-xml',
      )
    },
  )
})

describe('a launch cannot leave the package', () => {
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    'http://example.org/a.html',
    'https://example.org/a.html',
    '//example.org/a.html',
    '\\\\example.org\\a.html',
  ])('by the foreign href %s', (href) => {
    expect(codeOf(launching(href))).toBe('package.launch-foreign')
  })

  it.each([
    '../a.html',
    'a/../../b.html',
    '..\\a.html',
    '/a.html',
    'C:\\a.html',
    '%2e%2e/a.html',
    '%2E%2E%2Fa.html',
    'a/..%2f..%2fb.html',
    '..%5ca.html',
    'a%5c..%5c..%5cb.html',
    '%00.html',
    'a%0ab.html',
    'java&#10;script:alert(1)',
  ])('by the path %s', (href) => {
    expect([codeOf(launching(href)), codeOf(listing(href))]).toEqual([
      'package.path-outside',
      'package.path-outside',
    ])
  })

  it.each([
    ['%252e%252e/a.html', '%2e%2e/a.html'],
    ['javascript%3Aalert(1)', 'javascript:alert(1)'],
    ['..%c0%afa.html', '..%c0%afa.html'],
    ['...', '...'],
  ])('by %s, which is a plain if odd name of a file', (href, path) => {
    expect(parseManifest(launching(href)).items[0]?.launchPath).toBe(path)
  })

  it.each([
    ['../', 'package.path-outside'],
    ['https://example.org/', 'package.launch-foreign'],
    ['//example.org/', 'package.launch-foreign'],
    ['a/%2e%2e/%2e%2e/', 'package.path-outside'],
  ])('by the base %s', (base, code) => {
    expect(codeOf(manifest12({ attributes: `xml:base="${base}"` }))).toBe(code)
  })

  it('by parameters longer than a URL', () => {
    const xml = manifest12().replace('<item ', `<item parameters="${'x'.repeat(5_000)}" `)
    expect(codeOf(xml)).toBe('package.path-outside')
    expect(codeOf(launching(`a.html?${'x'.repeat(5_000)}`))).toBe('package.path-outside')
  })
})

describe('a huge manifest is refused, or read in linear time, when it has', () => {
  it('8 MB and a byte more', () => {
    expect(codeOf(' '.repeat(8_000_001))).toBe('package.manifest-too-large')
  })

  it('too many elements', () => {
    expect(codeOf(manifest12({ resources: '<resource/>'.repeat(200_000) }))).toBe(
      'package.manifest-too-large',
    )
  })

  it('too many attributes, on one element or on all together', () => {
    const attributes = (count: number) =>
      Array.from({ length: count }, (_, i) => `a${i}=""`).join(' ')
    expect(codeOf(`<manifest ${attributes(201)}/>`)).toBe('package.manifest-too-large')
    expect(codeOf(`<manifest>${`<a ${attributes(200)}/>`.repeat(2_001)}`)).toBe(
      'package.manifest-too-large',
    )
    expect(codeOf(manifest12({ attributes: attributes(100) }))).toBe('read')
  })

  it('too many levels', () => {
    expect(codeOf('<a>'.repeat(100_000))).toBe('package.manifest-too-deep')
    expect(codeOf(manifest12({ organizations: '<item>'.repeat(70) }))).toBe(
      'package.manifest-too-deep',
    )
  })

  it('too many items', () => {
    const items = '<item identifierref="r1"/>'.repeat(10_001)
    expect(codeOf(manifest12({ organizations: organization(items) }))).toBe(
      'package.too-many-items',
    )
  })

  it('paths that a long base would make into hundreds of megabytes', () => {
    const resources = `<resource identifier="r1" xml:base="${'a/'.repeat(400)}" href="a.html">${'<file href="b"/>'.repeat(100_000)}</resource>`
    expect(codeOf(manifest12({ resources }))).toBe('package.manifest-too-large')
  })

  it.each<[string, () => string]>([
    [
      'a title of megabytes',
      () => manifest12({ organizations: organization(`<title>${'å '.repeat(3_900_000)}</title>`) }),
    ],
    ['an attribute of megabytes', () => launching('%2e'.repeat(2_500_000))],
    [
      'a comment of megabytes before the root',
      () => manifest12({ prolog: '<!--'.repeat(1_900_000) }),
    ],
    [
      'a million comments before the root',
      () => manifest12({ prolog: '<!-- -->'.repeat(950_000) }),
    ],
    ['a million blank lines', () => manifest12({ prolog: '\n'.repeat(7_900_000) })],
    [
      '199,000 resources, each with one file or dependency',
      () =>
        manifest12({
          resources:
            resource('identifier="r1" href="a.html"', '<dependency identifierref="x0"/>') +
            Array.from(
              { length: 99_000 },
              (_, i) =>
                `<resource identifier="x${i}"><dependency identifierref="x${i + 1}"/></resource>`,
            ).join(''),
        }),
    ],
    [
      '199,000 files',
      () =>
        manifest12({
          resources: resource('identifier="r1" href="a"', '<file href="b"/>'.repeat(199_000)),
        }),
    ],
    [
      'ten thousand items that fight for one name',
      () =>
        manifest12({
          organizations: organization(
            '<item identifierref="r1"/>'.repeat(4_900) +
              Array.from(
                { length: 390 },
                (_, i) => `<item identifier="item-1${'-'.repeat(i)}"/>`,
              ).join(''),
          ),
        }),
    ],
    [
      '190,000 rules and conditions',
      () =>
        manifest2004(
          '2004 3rd Edition',
          `<imsss:sequencing><imsss:sequencingRules>${'<imsss:preConditionRule/>'.repeat(190_000)}</imsss:sequencingRules></imsss:sequencing>`,
        ),
    ],
    [
      'sixty thousand maps, each extended',
      () => {
        const maps = Array.from(
          { length: 60_000 },
          (_, i) => `<mapInfo targetObjectiveID="${i}"/>`,
        ).join('')
        const again = `<objective objectiveID="p">${'<mapInfo targetObjectiveID="1"/>'}</objective>`
        return manifest2004(
          '2004 4th Edition',
          `<imsss:sequencing><imsss:objectives><primaryObjective objectiveID="p">${maps}</primaryObjective></imsss:objectives>` +
            `<adlseq:objectives>${again.repeat(60_000)}</adlseq:objectives></imsss:sequencing>`,
        )
      },
    ],
    [
      'ten thousand manifests within one another’s order',
      () =>
        manifest12({ organizations: organization('<item identifierref="m0"/>') }).replace(
          '</manifest>',
          Array.from(
            { length: 9_000 },
            (_, i) =>
              `<manifest identifier="m${i}"><organizations><organization><item identifierref="m${i + 1}"/></organization></organizations></manifest>`,
          ).join('') + '</manifest>',
        ),
    ],
  ])('%s', (_what, xml) => {
    expect(secondsToRead(xml())).toBeLessThan(8)
  })
})

import { describe, expect, it } from 'vitest'
import { manifest12, manifest2004 } from '../../../tests/packages/manifest-xml.ts'
import { filesNamedBy, foreignHrefsOf, parseManifest } from './manifest.ts'

const item = (attributes: string, inside = '') => `<item ${attributes}>${inside}</item>`
const organization = (inside: string, identifier = 'org') =>
  `<organization identifier="${identifier}"><title>Kurs ${identifier}</title>${inside}</organization>`
const resource = (attributes: string, inside = '') =>
  `<resource type="webcontent" ${attributes}>${inside}</resource>`
const one = item('identifier="a" identifierref="r1"')
const codesOf = (xml: string) => parseManifest(xml).problems.map(({ code }) => code)

describe('tools and people write', () => {
  it.each(['adlcp', 'adlseq', 'adlnav', 'imsss', 'imsmd', 'lom', 'xsi'])(
    'the prefix %s without declaring it, which is safe to understand',
    (prefix) => {
      const xml = manifest12()
        .replace(/ xmlns:adlcp="[^"]*"/, '')
        .replace('<item ', `<item ${prefix}:x="1" `)
      const bare = xml.replace('adlcp:scormtype', 'scormtype')
      expect(parseManifest(bare).problems).toContainEqual({
        severity: 'warning',
        code: 'prefix-undeclared',
        where: null,
        detail: { prefix },
      })
    },
  )

  it('sequencing under an undeclared prefix, which makes it SCORM 2004', () => {
    const xml = manifest2004(
      null,
      '<imsss:sequencing><imsss:controlMode choice="0"/></imsss:sequencing>',
    )
    const bare = xml.replace(/ xmlns:(adlcp|imsss)="[^"]*"/g, '')
    expect(parseManifest(bare)).toMatchObject({ edition: '2004 3rd', needsSequencing: true })
  })

  it('paths with backslashes, %20 and å, ä and ö', () => {
    const xml = manifest12({
      resources: resource(
        'identifier="r1" href="kapitel%201\\%C3%B6vning.html"',
        '<file href="kapitel 1/o\u0308vning.html"/><file href="bilder\\å.png"/>',
      ),
    })
    expect(parseManifest(xml).items[0]?.launchPath).toBe('kapitel 1/övning.html')
    expect(filesNamedBy(parseManifest(xml)).map(({ path }) => path)).toEqual([
      'kapitel 1/övning.html',
      'bilder/å.png',
    ])
  })

  it.each([
    ['the one that is marked', 'two', 'Kurs two', ['several-organizations']],
    ['the first where none is', '', 'Kurs one', ['several-organizations']],
    [
      'the first where the mark leads nowhere',
      'three',
      'Kurs one',
      ['default-organization-missing', 'several-organizations'],
    ],
  ])('two organizations: %s counts', (_which, defaultOrganization, title, codes) => {
    const organizations = organization(one, 'one') + organization(one, 'two')
    const manifest = parseManifest(manifest12({ organizations, defaultOrganization }))
    expect(manifest).toMatchObject({ title, organizations: 2 })
    expect(manifest.problems.map(({ code }) => code)).toEqual(codes)
  })

  it.each(['SCO', 'Sco', ' sco ', 'sco'])('the type of a resource as %o', (type) => {
    const xml = manifest12({
      resources: resource(`identifier="r1" adlcp:scormType="${type}" href="a.html"`),
    })
    expect(parseManifest(xml).items[0]?.type).toBe('sco')
  })

  it('packages of assets only', () => {
    const resources = resource('identifier="r1" adlcp:scormtype="ASSET" href="a.pdf"')
    expect(parseManifest(manifest12({ resources })).items[0]).toMatchObject({
      type: 'asset',
      launchPath: 'a.pdf',
    })
  })

  it('items without identifiers, which get some that no other item has', () => {
    const organizations = organization(
      item('identifierref="r1"') + item('identifierref=" r1 "') + item('identifier="item-1"'),
    )
    const { items } = parseManifest(manifest12({ organizations }))
    expect(items.map(({ identifier, resource: from }) => [identifier, from])).toEqual([
      ['item-1-', 'r1'],
      ['item-2', 'r1'],
      ['item-1', null],
    ])
  })

  it('a base at every level, each below the last', () => {
    const xml = manifest12({ attributes: 'xml:base="a/"' })
      .replace('<resources>', '<resources xml:base="b/">')
      .replace('<resource ', '<resource xml:base="c/" ')
    expect(parseManifest(xml).items[0]?.launchPath).toBe('a/b/c/index.html')
  })

  it('elements and attributes of their own, which are left alone', () => {
    const vendor = 'xmlns:v="https://example.org/verktyg"'
    const xml = manifest12({
      attributes: vendor,
      organizations: organization(
        `<v:item identifierref="nowhere"/>${item('identifier="a" v:identifierref="x" identifierref="r1"', '<v:title>Nej</v:title><quiz/>')}`,
      ),
    })
    expect(parseManifest(xml).items).toMatchObject([
      { identifier: 'a', title: 'a', resource: 'r1' },
    ])
  })

  it('items within items within items', () => {
    const levels = Array.from({ length: 20 }, (_, level) => `<item identifier="n${level}">`)
    const inside = levels.join('') + one + '</item>'.repeat(levels.length)
    const { items } = parseManifest(manifest12({ organizations: organization(inside) }))
    expect(items.at(-1)).toMatchObject({ identifier: 'a', depth: 20, parent: 'n19', position: 20 })
  })

  it('HTML, line breaks and hidden characters in titles, which stay plain text', () => {
    const title =
      '<title>&lt;b&gt;Våld\n\t i&lt;/b&gt; &#x202E;nära\u0085 <![CDATA[<script>]]></title>'
    const organizations = organization(item('identifier="a" identifierref="r1"', title))
    expect(parseManifest(manifest12({ organizations })).items[0]?.title).toBe(
      '<b>Våld i</b> nära <script>',
    )
  })

  it('prerequisites, of which the editor is told once', () => {
    const wants = '<adlcp:prerequisites type="aicc_script">a</adlcp:prerequisites>'
    const more = ['b', 'c'].map((id) => item(`identifier="${id}" identifierref="r1"`, wants))
    const manifest = parseManifest(manifest12({ organizations: organization(one + more.join('')) }))
    expect(manifest.needsSequencing).toBe(false)
    expect(manifest.problems).toEqual([
      { severity: 'warning', code: 'prerequisites', where: 'b', detail: { count: 2 } },
    ])
  })
})

describe('a manifest within the manifest', () => {
  const sub = (identifier: string, organizations: string, resources: string) =>
    `<manifest identifier="${identifier}" xml:base="${identifier}/">` +
    `<organizations>${organizations}</organizations><resources>${resources}</resources></manifest>`
  const within = (organizations: string, manifests: string) =>
    manifest12({
      attributes: 'xml:base="kurs/"',
      organizations: organization(organizations),
    }).replace('</resources>', `</resources>${manifests}`)

  it('lends its resources, below its own base', () => {
    const inner = sub('del', '', resource('identifier="r2" href="a.html"', '<file href="b.css"/>'))
    const manifest = parseManifest(within(item('identifier="a" identifierref="r2"'), inner))
    expect(manifest.items[0]?.launchPath).toBe('kurs/del/a.html')
    expect(filesNamedBy(manifest)).toContainEqual({ path: 'kurs/del/b.css', where: 'r2' })
    expect(manifest.problems.map(({ code }) => code)).toEqual(['sub-manifest'])
  })

  it('lends its items to the item that stands for it', () => {
    const inner = sub(
      'del',
      organization(item('identifier="b" identifierref="r2"')),
      resource('identifier="r2" href="a.html"'),
    )
    const { items } = parseManifest(
      within(item('identifier="a" identifierref="del"') + one.replace('"a"', '"z"'), inner),
    )
    expect(items.map(({ identifier, depth, type }) => [identifier, depth, type])).toEqual([
      ['a', 0, 'heading'],
      ['b', 1, 'sco'],
      ['z', 0, 'sco'],
    ])
  })

  it('ends though two stand for each other', () => {
    const inner =
      sub('x', organization(item('identifierref="y"') + item('identifierref="r1"')), '') +
      sub('y', organization(item('identifierref="x"')), '')
    expect(() => parseManifest(within(item('identifierref="x"'), inner))).toThrow(
      expect.objectContaining({ code: 'package.resource-missing' }),
    )
  })
})

describe('dependencies', () => {
  const depends = (on: string) => `<dependency identifierref="${on}"/>`

  it('that go in circles end', () => {
    const resources =
      resource('identifier="r1" href="a.html"', depends('r2')) +
      resource('identifier="r2"', depends('r3') + depends('r2')) +
      resource('identifier="r3"', depends('r1'))
    expect(codesOf(manifest12({ resources }))).toEqual([])
  })

  it('that are missing are told of, near or far, for what an item needs', () => {
    const resources =
      resource('identifier="r1" href="a.html"', depends('r2') + depends('r2')) +
      resource('identifier="r2"', depends('gone')) +
      resource('identifier="unused"', depends('gone-too'))
    expect(parseManifest(manifest12({ resources })).problems).toEqual([
      {
        severity: 'warning',
        code: 'dependency-missing',
        where: 'r2',
        detail: { resource: 'gone' },
      },
    ])
  })
})

describe('what resources name', () => {
  const manifest = parseManifest(
    manifest12({
      resources:
        resource(
          'identifier="r1" href="a.html?x=1" xml:base="del/"',
          '<file href="a.html"/><file href="bilder/"/><file href="https://example.org/f.js"/>' +
            '<file/><file href="../b.css#x"/>',
        ) +
        resource('identifier="r2" href="//cdn.example.org/x"', '<file href="b.css"/>') +
        resource('identifier="r1" href="z.html"'),
    }),
  )

  it('inside the package comes once, with the resource', () => {
    expect(filesNamedBy(manifest)).toEqual([
      { path: 'del/a.html', where: 'r1' },
      { path: 'b.css', where: 'r1' },
    ])
  })

  it('elsewhere comes as written', () => {
    expect(foreignHrefsOf(manifest)).toEqual(['https://example.org/f.js', '//cdn.example.org/x'])
  })

  it('twice under one identifier is told of, and the first counts', () => {
    expect(manifest.items[0]?.launchPath).toBe('del/a.html')
    expect(manifest.problems).toEqual([
      { severity: 'warning', code: 'resource-twice', where: 'r1', detail: { resource: 'r1' } },
    ])
  })
})

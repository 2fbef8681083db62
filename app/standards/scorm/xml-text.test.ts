import { describe, expect, it } from 'vitest'
import { manifest12 } from '../../../tests/packages/manifest-xml.ts'
import { parseManifest } from './manifest.ts'
import { shortened } from './xml-text.ts'

const titled = (prolog: string) =>
  manifest12({
    prolog,
    organizations:
      '<organization identifier="org"><title>Kurs</title>' +
      '<item identifier="a" identifierref="r1"><title>Övning å</title></item></organization>',
  })
const declaring = (encoding: string) => titled(`<?xml version="1.0" encoding="${encoding}"?>`)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const windows = (text: string) => Buffer.from(text, 'latin1')

describe('a manifest is read as written, and nothing is said of it, in', () => {
  it.each([
    ['UTF-8', Buffer.from(declaring('UTF-8'))],
    ['UTF-8, undeclared', Buffer.from(titled(''))],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff' + declaring('UTF-8'))],
    ['Latin-1, declared', windows(declaring('ISO-8859-1'))],
    ['Windows-1252, declared', windows(declaring('windows-1252'))],
    ['UTF-16, little end first', utf16('\ufeff' + declaring('UTF-16'))],
    ['UTF-16, big end first', utf16('\ufeff' + declaring('UTF-16')).swap16()],
    ['UTF-16 without a mark', utf16(declaring('UTF-16'))],
    ['UTF-16, big end first, without a mark', utf16(declaring('utf-16')).swap16()],
    ['UTF-16 without a mark, after a blank line', utf16('\n' + declaring('UTF-16'))],
  ])('%s', (_name, bytes) => {
    const { items, problems } = parseManifest(bytes)
    expect([items[0]?.title, problems]).toEqual(['Övning å', []])
  })
})

describe('a manifest that lies of its encoding is read, with a warning, when it is', () => {
  it.each([
    ['Latin-1 that says it is UTF-8', windows(declaring('UTF-8')), 'UTF-8', 'windows-1252'],
    ['Latin-1 that says nothing', windows(titled('')), 'utf-8', 'windows-1252'],
    ['UTF-8 that says it is Latin-1', Buffer.from(declaring('ISO-8859-1')), 'ISO-8859-1', 'utf-8'],
    ['UTF-8 that says it is UTF-16', Buffer.from(declaring('UTF-16')), 'UTF-16', 'utf-8'],
    ['UTF-8 in a made-up encoding', Buffer.from(declaring('swedish')), 'swedish', 'utf-8'],
    [
      'Latin-1 with the mark of UTF-8',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), windows(declaring('UTF-8'))]),
      'utf-8',
      'windows-1252',
    ],
  ])('%s', (_name, bytes, declared, used) => {
    const { items, problems } = parseManifest(bytes)
    expect(items[0]?.title).toBe('Övning å')
    expect(problems).toEqual([
      { severity: 'warning', code: 'encoding-wrong', where: null, detail: { declared, used } },
    ])
  })
})

describe('before the manifest element there may be', () => {
  const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>'
  it.each([
    ['blank lines', `\r\n \n${declaration}`],
    ['a comment', `<!-- gjord i ett verktyg -->${declaration}`],
    ['comments with odd things in them', `<!-- <?xml ?> - --><!----> \n${declaration}`],
    ['comments after the declaration', `${declaration}\n<!-- a -->\n<!-- b -->\n\n`],
    ['instructions to other programs', `${declaration}<?xml-stylesheet href="a.xsl"?><?php 1 ?>`],
    ['a declaration without a version', '<?xml encoding="ISO-8859-1"?>'],
  ])('%s', (_what, prolog) => {
    expect(parseManifest(windows(titled(prolog))).items[0]?.title).toBe('Övning å')
  })

  it('lines that still count when the XML is broken further down', () => {
    const xml = '\n\n<?xml version="1.0"\n?>\n<manifest>\n</b>'
    expect(() => parseManifest(xml)).toThrow(
      expect.objectContaining({ code: 'package.not-xml', detail: { line: 6 } }),
    )
  })

  it('nothing that is no comment', () => {
    expect(() => parseManifest(windows('x' + titled(declaration)))).toThrow(
      expect.objectContaining({ code: 'package.not-xml' }),
    )
  })
})

it('never cuts a letter in half', () => {
  expect(shortened('a😀b', 2)).toBe('a')
  expect(shortened('a😀b', 3)).toBe('a😀')
  expect(shortened('abc', 3)).toBe('abc')
})

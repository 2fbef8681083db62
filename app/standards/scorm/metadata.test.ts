import { describe, expect, it } from 'vitest'
import { manifest12 } from '../../../tests/packages/manifest-xml.ts'
import { metadataOfFile } from './metadata.ts'
import { parseManifest } from './manifest.ts'

const within = (lom: string) =>
  parseManifest(
    manifest12({
      attributes: 'xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"',
      metadata: `<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>${lom}</metadata>`,
    }),
  )
const lasting = (time: string) =>
  within(`<lom><educational><typicalLearningTime>${time}</typicalLearningTime></educational></lom>`)
    .durationSeconds

describe('what a package says of itself', () => {
  it('is read from the metadata of SCORM 1.2, in Swedish where that is given', () => {
    const manifest = within(
      '<imsmd:lom><imsmd:general><imsmd:title><imsmd:langstring>x</imsmd:langstring></imsmd:title>' +
        '<imsmd:language>sv</imsmd:language><imsmd:description>' +
        '<imsmd:langstring xml:lang="en">About talking</imsmd:langstring>' +
        '<imsmd:langstring xml:lang="sv-SE">Om\n att  samtala</imsmd:langstring></imsmd:description></imsmd:general>' +
        '<imsmd:technical><imsmd:duration><imsmd:datetime>00:45</imsmd:datetime></imsmd:duration></imsmd:technical></imsmd:lom>',
    )
    // The organization's title is the course's; metadata speaks where it has none.
    expect(manifest).toMatchObject({
      title: 'Kurs',
      language: 'sv',
      description: 'Om att samtala',
      durationSeconds: 45 * 60,
    })
  })

  it('is read from the metadata of SCORM 2004', () => {
    const manifest = within(
      '<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><language>en_GB</language>' +
        '<description><string language="en">About</string></description></general>' +
        '<educational><typicalLearningTime><duration>PT1H30M</duration></typicalLearningTime></educational>' +
        '<technical><duration><duration>PT5M</duration></duration></technical></lom>',
    )
    expect(manifest).toMatchObject({
      language: 'en-GB',
      description: 'About',
      durationSeconds: 5_400,
    })
  })

  it('is null where nothing is said', () => {
    expect(within('')).toMatchObject({ language: null, description: null, durationSeconds: null })
  })

  it('gives the title where the organization has none, and the root the language', () => {
    const manifest = parseManifest(
      manifest12({
        attributes: 'xml:lang="sv"',
        metadata:
          '<metadata><lom><general><title><string>Samtal</string></title><language>x-none</language></general></lom></metadata>',
        organizations:
          '<organization identifier="org"><item identifier="i" identifierref="r1"/></organization>',
      }),
    )
    expect(manifest).toMatchObject({ title: 'Samtal', language: 'sv' })
  })

  it('is no more than a page', () => {
    const text = 'å'.repeat(10_000)
    const lom = `<lom><general><description><string>${text}</string></description></general></lom>`
    expect(within(lom).description).toHaveLength(4_000)
  })
})

describe('how long a course takes', () => {
  it.each([
    ['PT45M', 2_700],
    ['PT1H30M', 5_400],
    ['PT0.5H', null],
    ['PT1M30.4S', 90],
    ['P1DT1H', 90_000],
    ['P2W', 1_209_600],
    ['01:30:00', 5_400],
    ['0:45', 2_700],
    ['PT0S', null],
    ['P1M', null],
    ['P', null],
    ['en timme', null],
    ['PT999999999H', null],
  ])('as %s is %o seconds', (time, seconds) => {
    expect(lasting(`<duration>${time}</duration>`)).toBe(seconds)
  })
})

describe('a file of metadata', () => {
  it('says what the same words in a manifest would say', () => {
    const lom =
      '<?xml version="1.0"?><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title>' +
      '<string language="en">Talking</string><string language="sv">Samtal</string></title>' +
      '<language>sv</language></general><educational><typicalLearningTime>' +
      '<duration>PT40M</duration></typicalLearningTime></educational></lom>'
    expect(metadataOfFile(lom)).toEqual({
      title: 'Samtal',
      language: 'sv',
      description: null,
      durationSeconds: 2_400,
    })
  })

  it.each([
    ['is no XML', '<lom><general>', 'metadata-unread'],
    ['is empty', '', 'metadata-unread'],
    ['is of another kind', '<html><title>Samtal</title></html>', 'metadata-unread'],
    ['goes a hundred levels down', '<lom>'.repeat(100) + '</lom>'.repeat(100), 'metadata-unread'],
    [
      'names a file of the server',
      '<!DOCTYPE lom SYSTEM "file:///etc/passwd"><lom/>',
      'metadata-entities',
    ],
    ['has entities', '<!DOCTYPE lom [<!ENTITY a "x">]><lom>&a;</lom>', 'metadata-entities'],
    ['has too many elements', `<lom>${'<general/>'.repeat(30_000)}</lom>`, 'metadata-too-large'],
    ['is too long', `<lom>${' '.repeat(1_000_001)}</lom>`, 'metadata-too-large'],
  ])('that %s is not read', (_how, text, fault) => {
    expect(metadataOfFile(text)).toBe(fault)
  })
})

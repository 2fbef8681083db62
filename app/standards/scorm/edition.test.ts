import { describe, expect, it } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { manifest12, manifest2004 } from '../../../tests/packages/manifest-xml.ts'
import { parseManifest } from './manifest.ts'

describe('the edition', () => {
  it.each([
    ['CAM 1.3', '2004 2nd'],
    ['1.3', '2004 2nd'],
    ['2004 2nd Edition', '2004 2nd'],
    ['2004 3rd Edition', '2004 3rd'],
    ['SCORM 2004 3rd edition', '2004 3rd'],
    ['2004 Third Edition', '2004 3rd'],
    ['2004 Fourth Edition', '2004 4th'],
    ['2004 4th Edition', '2004 4th'],
    ['SCORM 2004 4th Edition', '2004 4th'],
    ['2004 4TH  EDITION', '2004 4th'],
    ['2004', '2004 3rd'],
    ['1.1', '2004 3rd'],
    [null, '2004 3rd'],
  ])('of schemaversion %o is %s', (version, edition) => {
    expect(parseManifest(manifest2004(version)).edition).toBe(edition)
  })

  it('without a version is the fourth where its own elements are used', () => {
    const threshold = '<adlcp:completionThreshold minProgressMeasure="0.8"/>'
    expect(parseManifest(manifest2004(null, threshold)).edition).toBe('2004 4th')
  })

  it.each(['1.2', 'ADL SCORM 1.2', 'SCORM_1.2', '1.1', 'Version 1.2.3'])('%s is 1.2', (version) => {
    const metadata = `<metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>`
    expect(parseManifest(manifest12({ metadata }))).toMatchObject({ edition: '1.2', problems: [] })
  })

  it.each([
    ['no metadata', ''],
    ['no version', '<metadata><schema>ADL SCORM</schema></metadata>'],
    ['a blank version', '<metadata><schemaversion> </schemaversion></metadata>'],
  ])(
    'is taken from how the manifest is written where it has %s, and says so',
    (_what, metadata) => {
      expect(parseManifest(manifest12({ metadata }))).toMatchObject({
        edition: '1.2',
        problems: [
          { severity: 'warning', code: 'schema-version-missing', where: null, detail: {} },
        ],
      })
    },
  )

  it('is not guessed for a Common Cartridge, which has an imsmanifest.xml too', () => {
    const cartridge =
      '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1">' +
      '<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.2.0</schemaversion></metadata></manifest>'
    try {
      parseManifest(cartridge)
      expect.unreachable()
    } catch (error) {
      if (!isRefusal(error)) throw error
      expect([error.code, error.detail]).toEqual([
        'package.not-scorm',
        { found: 'IMS Common Cartridge' },
      ])
    }
  })
})

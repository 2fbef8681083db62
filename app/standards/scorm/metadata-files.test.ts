import { describe, expect, it } from 'vitest'
import { manifest12 } from '../../../tests/packages/manifest-xml.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { describedBy, parseManifest } from './manifest.ts'

const at = (...locations: string[]) =>
  `<metadata>${locations.map((one) => `<adlcp:location>${one}</adlcp:location>`).join('')}</metadata>`
const item = (id: string, resource: string, location: string) =>
  `<item identifier="${id}" identifierref="${resource}"><title>Del</title>${at(location)}</item>`
const resource = (id: string, location: string, base = '') =>
  `<resource identifier="${id}" type="webcontent" adlcp:scormtype="sco" href="index.html" ${base}>${at(location)}</resource>`
const filesOf = (parts: Parameters<typeof manifest12>[0]) =>
  parseManifest(manifest12(parts)).metadataFiles
const nothing = { title: null, language: null, description: null, durationSeconds: null }

describe('the files that hold metadata', () => {
  it('are none where the manifest names none', () => {
    expect(filesOf({})).toEqual([])
  })

  it('are those of the manifest, the organization, and of the part where there is one', () => {
    const parts = {
      metadata: at(' kurs.xml '),
      organizations: `<organization identifier="org"><title>Kurs</title>${at('meta/org.xml')}${item('a', 'r1', 'del.xml')}</organization>`,
      resources: resource('r1', 'sco.xml') + resource('r2', 'annan.xml'),
    }
    expect(filesOf(parts)).toEqual([
      { path: 'kurs.xml', isOfCourse: true },
      { path: 'meta/org.xml', isOfCourse: true },
      { path: 'del.xml', isOfCourse: true },
      { path: 'sco.xml', isOfCourse: true },
      { path: 'annan.xml', isOfCourse: false },
    ])
  })

  it('speak of their parts where there are several', () => {
    const parts = {
      organizations: `<organization identifier="org"><title>Kurs</title>${item('a', 'r1', 'a.xml')}${item('b', 'r2', 'b.xml')}</organization>`,
      resources: resource('r1', 'c.xml') + resource('r2', 'c.xml'),
    }
    expect(filesOf(parts)).toEqual(
      ['a.xml', 'b.xml', 'c.xml'].map((path) => ({ path, isOfCourse: false })),
    )
  })

  it('are found from where references start', () => {
    const parts = {
      attributes: 'xml:base="innehall/"',
      metadata: at('meta%201.xml'),
      resources: resource('r1', '..\\delad.xml', 'xml:base="del/"'),
    }
    expect(filesOf(parts).map(({ path }) => path)).toEqual([
      'innehall/meta 1.xml',
      'innehall/delad.xml',
    ])
  })

  it('are twenty at most, and the others are counted', () => {
    const names = Array.from({ length: 25 }, (_, i) => `${i}.xml`)
    const { metadataFiles, problems } = parseManifest(manifest12({ metadata: at(...names) }))
    expect(metadataFiles.map(({ path }) => path)).toEqual(names.slice(0, 20))
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'metadata-files-more',
        detail: { count: 5, clause: 'SCORM 1.2 CAM 2.3, <adlcp:location>' },
      }),
    )
  })

  it('are not fetched from elsewhere', () => {
    const { metadataFiles, problems } = parseManifest(
      manifest12({ metadata: at('https://example.com/lom.xml') }),
    )
    expect(metadataFiles).toEqual([])
    expect(problems.map(({ code, where }) => [code, where])).toContainEqual([
      'metadata-foreign',
      'https://example.com/lom.xml',
    ])
  })

  it.each(['../ut.xml', '/etc/passwd', '%2e%2e/ut.xml', 'C:\\ut.xml'])(
    'may not leave the package as %s does',
    (path) => {
      try {
        parseManifest(manifest12({ metadata: at(path) }))
        expect.unreachable()
      } catch (error) {
        if (!isRefusal(error)) throw error
        expect([error.code, error.detail, error.clause]).toEqual([
          'package.path-outside',
          { path },
          'SCORM 1.2 CAM 2.3, <adlcp:location>',
        ])
      }
    },
  )
})

describe('what files of metadata say', () => {
  const told = { ...nothing, title: 'Ur filen', language: 'en', durationSeconds: 60 }

  it('counts where the manifest says nothing', () => {
    const untitled = manifest12({ attributes: 'xml:lang="sv"' }).replace('<title>Kurs</title>', '')
    const manifest = parseManifest(untitled)
    expect(manifest).toMatchObject({ title: 'Del 1', language: 'sv' })
    expect(describedBy(manifest, [nothing, told])).toMatchObject({
      title: 'Ur filen',
      language: 'en',
      durationSeconds: 60,
    })
    expect(describedBy(manifest, [])).toEqual(manifest)
  })

  it('gives way to what the manifest says itself', () => {
    const lom = '<metadata><lom><general><language>sv</language></general></lom></metadata>'
    const manifest = parseManifest(manifest12({ metadata: lom }))
    expect(describedBy(manifest, [told])).toMatchObject({
      title: 'Kurs',
      language: 'sv',
      durationSeconds: 60,
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { manifest12 } from '../../../tests/packages/manifest-xml.ts'
import { parseManifest } from './manifest.ts'

const seed = 20261121

/** 'read', or the code of the refusal. Anything else that is thrown fails the test. */
function outcomeOf(input: string | Uint8Array): string {
  try {
    for (const { launchPath } of parseManifest(input).items) {
      expect(launchPath ?? '').not.toMatch(/(^|\/)\.\.(\/|$)|^\/|\\/)
    }
    return 'read'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.code
  }
}

const elementNames = [
  'manifest',
  'metadata',
  'schema',
  'schemaversion',
  'organizations',
  'organization',
  'item',
  'title',
  'resources',
  'resource',
  'file',
  'dependency',
  'adlcp:masteryscore',
  'adlcp:datafromlms',
  'imsss:sequencing',
]
const attributeNames = [
  'identifier',
  'identifierref',
  'href',
  'default',
  'parameters',
  'xml:base',
  'adlcp:scormtype',
  'xmlns',
  '__proto__',
  'constructor',
]
const attributeValues = [
  'a',
  'r1',
  '',
  '../a',
  'http://x',
  'C:\\a',
  '%zz',
  '%00',
  '?a=1',
  'sco',
  '&lt;',
]
const texts = ['', '80', 'text', '1.2', '2004 4th Edition', '<![CDATA[x]]>']

const attribute = fc.tuple(
  fc.constantFrom(...attributeNames),
  fc.oneof(
    fc.constantFrom(...attributeValues),
    fc.string({ maxLength: 8 }).map((text) => text.replace(/["<&]/g, '')),
  ),
)
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...elementNames),
      fc.uniqueArray(attribute, { maxLength: 4, selector: ([name]) => name }),
      fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...texts),
        fc.array(tie('element'), { maxLength: 5 }).map((children) => children.join('')),
      ),
    )
    .map(([name, attributes, inside]) => {
      const written = attributes.map(([key, value]) => ` ${key}="${value}"`).join('')
      return `<${name}${written}>${inside}</${name}>`
    }),
}))

describe('a manifest of any kind is read or refused by name', () => {
  it('when it is any tree of the standard’s elements', () => {
    const outcomes = new Set<string>()
    const some = fc.array(element, { maxLength: 3 }).map((elements) => elements.join(''))
    fc.assert(
      fc.property(some, some, (inOrganization, inResources) => {
        const last = '<item identifier="last" identifierref="r1"/>'
        outcomes.add(
          outcomeOf(
            manifest12({
              organizations: `<organization identifier="org">${inOrganization}${last}</organization>`,
              resources: `<resource identifier="r1" href="a.html"/>${inResources}`,
            }),
          ),
        )
      }),
      { seed, numRuns: 500 },
    )
    // Else the trees are too odd to reach what comes after the XML.
    expect(outcomes).toContain('read')
    expect(outcomes).toContain('package.path-outside')
    expect(outcomes).toContain('package.resource-missing')
  })

  it('when bytes of a good one are changed', () => {
    const good = Buffer.from(manifest12())
    const edit = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
    const outcomes = new Set<string>()
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        const bytes = Buffer.from(good)
        for (const [at, value] of edits) bytes[at] = value
        outcomes.add(outcomeOf(bytes))
      }),
      { seed, numRuns: 500 },
    )
    expect(outcomes).toContain('read')
    expect(outcomes).toContain('package.not-xml')
  })
})

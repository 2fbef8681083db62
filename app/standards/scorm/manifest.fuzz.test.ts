import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { manifest12, manifest2004 } from '../../../tests/packages/manifest-xml.ts'
import { filesNamedBy, parseManifest, type ScormManifest } from './manifest.ts'

const seed = 20261121

/** 'read', or the code of the refusal. Anything else that is thrown fails the test. */
function outcomeOf(input: string | Uint8Array): string {
  try {
    const manifest = parseManifest(input)
    const named = [...manifest.items.map((item) => item.launchPath ?? ''), ...pathsOf(manifest)]
    for (const path of named) expect(path).not.toMatch(/(^|\/)\.\.(\/|$)|^\/|\\/)
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest)
    return 'read'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.code
  }
}

const pathsOf = (manifest: ScormManifest) => filesNamedBy(manifest).map(({ path }) => path)

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
const sequencingNames = [
  'item',
  'imsss:controlMode',
  'imsss:sequencingRules',
  'imsss:preConditionRule',
  'imsss:ruleAction',
  'imsss:objectives',
  'imsss:primaryObjective',
  'imsss:minNormalizedMeasure',
  'imsss:mapInfo',
  'imsss:sequencingCollection',
  'adlcp:completionThreshold',
  'lom',
  'general',
  'language',
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
const sequencingAttributeNames = ['IDRef', 'ID', 'action', 'satisfiedByMeasure', 'identifierref']
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

interface Vocabulary {
  names: string[]
  attributes: string[]
  values: string[]
}

/** Any tree of a vocabulary's elements, as XML. */
function treeOf({ names, attributes, values }: Vocabulary): fc.Arbitrary<string> {
  const attribute = fc.tuple(
    fc.constantFrom(...attributes),
    fc.oneof(
      fc.constantFrom(...values),
      fc.string({ maxLength: 8 }).map((text) => text.replace(/["<&]/g, '')),
    ),
  )
  return fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom(...names),
        fc.uniqueArray(attribute, { maxLength: 4, selector: ([name]) => name }),
        fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom(...texts),
          fc.array(tie('element'), { maxLength: 5 }).map((children) => children.join('')),
        ),
      )
      .map(([name, written, inside]) => {
        const all = written.map(([key, value]) => ` ${key}="${value}"`).join('')
        return `<${name}${all}>${inside}</${name}>`
      }),
  })).element
}

const element = treeOf({
  names: elementNames,
  attributes: attributeNames,
  values: attributeValues,
})
const sequencingElement = treeOf({
  names: sequencingNames,
  attributes: sequencingAttributeNames,
  values: [...attributeValues, 'true', 'skip'],
})

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

  it('when an item of SCORM 2004 holds any tree of the standard’s elements', () => {
    const outcomes = new Set<string>()
    fc.assert(
      fc.property(fc.array(sequencingElement, { maxLength: 4 }), (elements) => {
        const inside = elements.join('')
        const sequencing = `<imsss:sequencing>${inside}</imsss:sequencing>`
        outcomes.add(outcomeOf(manifest2004('2004 4th Edition', sequencing + inside)))
      }),
      { seed, numRuns: 500 },
    )
    expect(outcomes).toContain('read')
    expect(outcomes).toContain('package.completion-threshold')
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

describe('a manifest that somebody generated is read back as it was meant', () => {
  interface Part {
    title: string
    launch: string | null
    inner: readonly Part[]
  }
  // White space is collapsed, and text begins and ends with a letter, so that what comes back can be told.
  const word = fc
    .stringMatching(/^[a-zåäö&<>"'; ]{0,12}$/)
    .map((text) => `x${text}x`.replace(/ +/g, ' '))
  const file = fc.stringMatching(/^[a-zåäö %#?&+;=()-]{1,10}$/).map((name) => `a${name}.html`)
  const { parts } = fc.letrec<{ parts: Part[] }>((tie) => ({
    parts: fc.array(
      fc.record({
        title: word,
        launch: fc.option(file),
        inner: fc.oneof({ maxDepth: 4 }, fc.constant<Part[]>([]), tie('parts')),
      }),
      { maxLength: 3 },
    ),
  }))
  const escaped = (text: string) =>
    text.replace(/[&<"]/g, (odd) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[odd]!)

  it('in titles, order, depth and launches', () => {
    fc.assert(
      fc.property(parts, (generated) => {
        const expected: [string, number, string | null][] = []
        const resources: string[] = []
        const written = (part: Part, depth: number): string => {
          expected.push([part.title, depth, part.launch])
          const id = `r${expected.length}`
          if (part.launch !== null) {
            const href = escaped(encodeURIComponent(part.launch))
            resources.push(`<resource identifier="${id}" href="${href}"/>`)
          }
          const reference = part.launch === null ? '' : ` identifierref="${id}"`
          const inner = part.inner.map((one) => written(one, depth + 1)).join('')
          return `<item${reference}><title>${escaped(part.title)}</title>${inner}</item>`
        }
        const items = [...generated, { title: 'slut', launch: 'slut.html', inner: [] }]
        const organization = items.map((part) => written(part, 0)).join('')
        const { items: found } = parseManifest(
          manifest12({
            organizations: `<organization identifier="org">${organization}</organization>`,
            resources: resources.join(''),
          }),
        )
        expect(found.map(({ title, depth, launchPath }) => [title, depth, launchPath])).toEqual(
          expected,
        )
      }),
      { seed, numRuns: 300 },
    )
  })

  it('in the numbers and words of its sequencing', () => {
    const flag = fc.boolean()
    const generated = fc.record({
      choice: flag,
      flow: flag,
      satisfiedByMeasure: flag,
      measure: fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 10_000),
      attemptLimit: fc.option(fc.nat(100)),
      action: fc.constantFrom('skip', 'disabled', 'hiddenFromChoice', 'stopForwardTraversal'),
    })
    fc.assert(
      fc.property(generated, (one) => {
        const limit = one.attemptLimit === null ? '' : ` attemptLimit="${one.attemptLimit}"`
        const xml = manifest2004(
          '2004 3rd Edition',
          `<imsss:sequencing><imsss:controlMode choice="${one.choice}" flow="${one.flow}"/>` +
            `<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleAction action="${one.action}"/></imsss:preConditionRule></imsss:sequencingRules>` +
            `<imsss:limitConditions${limit}/><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="${one.satisfiedByMeasure}">` +
            `<imsss:minNormalizedMeasure>${one.measure.toFixed(4)}</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>`,
        )
        expect(parseManifest(xml).items[0]).toMatchObject({
          scaledPassingScore: one.satisfiedByMeasure ? one.measure : null,
          sequencing: {
            controlMode: { choice: one.choice, flow: one.flow },
            sequencingRules: { preConditionRules: [{ action: one.action, conditions: [] }] },
            limitConditions: { attemptLimit: one.attemptLimit },
            objectives: { primary: { minNormalizedMeasure: one.measure } },
          },
        })
      }),
      { seed, numRuns: 200 },
    )
  })
})

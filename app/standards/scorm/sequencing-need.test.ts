import { describe, expect, it } from 'vitest'
import { manifest2004 } from '../../../tests/packages/manifest-xml.ts'
import { parseManifest } from './manifest.ts'

/** Whether a package whose item says this needs sequencing, and whether the editor is told so. */
function needs(inside: string): boolean {
  const sequencing = `<imsss:sequencing>${inside}</imsss:sequencing>`
  const manifest = parseManifest(manifest2004('2004 4th Edition', sequencing))
  const { needsSequencing, problems } = manifest
  expect(problems.some(({ code }) => code === 'sequencing-needed')).toBe(needsSequencing)
  return needsSequencing
}

const rule = (kind: string, action: string) =>
  `<imsss:sequencingRules><imsss:${kind}><imsss:ruleConditions><imsss:ruleCondition condition="always"/></imsss:ruleConditions><imsss:ruleAction action="${action}"/></imsss:${kind}></imsss:sequencingRules>`
const map = (attributes: string) =>
  `<imsss:objectives><imsss:primaryObjective objectiveID="p"><imsss:mapInfo targetObjectiveID="g" ${attributes}/></imsss:primaryObjective></imsss:objectives>`

describe('a package needs sequencing when it', () => {
  it.each([
    ['forbids choice', '<imsss:controlMode choice="false" flow="true"/>'],
    ['forbids leaving by choice', '<imsss:controlMode choiceExit="false"/>'],
    ['goes forward only', '<imsss:controlMode flow="true" forwardOnly="true"/>'],
    ['has a rule before an item', rule('preConditionRule', 'disabled')],
    ['has a rule at an exit', rule('exitConditionRule', 'exit')],
    ['has a rule after an item', rule('postConditionRule', 'retry')],
    ['limits the attempts', '<imsss:limitConditions attemptLimit="1"/>'],
    [
      'shuffles',
      '<imsss:randomizationControls randomizationTiming="once" reorderChildren="true"/>',
    ],
    ['selects', '<imsss:randomizationControls selectionTiming="once" selectCount="2"/>'],
    ['prevents activation', '<adlseq:constrainedChoiceConsiderations preventActivation="true"/>'],
    ['constrains choice', '<adlseq:constrainedChoiceConsiderations constrainChoice="true"/>'],
    ['does not roll up', '<imsss:rollupRules rollupProgressCompletion="false"/>'],
    ['weighs', '<imsss:rollupRules objectiveMeasureWeight="0.5"/>'],
    [
      'has a rule of its own for rolling up',
      '<imsss:rollupRules><imsss:rollupRule childActivitySet="any"><imsss:rollupConditions><imsss:rollupCondition condition="completed"/></imsss:rollupConditions><imsss:rollupAction action="completed"/></imsss:rollupRule></imsss:rollupRules>',
    ],
    ['rolls up some', '<adlseq:rollupConsiderations requiredForCompleted="ifNotSkipped"/>'],
    ['reads what another item wrote', map('')],
  ])('%s', (_what, inside) => {
    expect(needs(inside)).toBe(true)
  })
})

describe('a package needs no sequencing when it only', () => {
  it.each([
    ['says nothing', ''],
    ['lets the learner go on', '<imsss:controlMode choice="true" flow="true"/>'],
    [
      'writes out the defaults',
      '<imsss:rollupRules rollupObjectiveSatisfied="true" rollupProgressCompletion="true" objectiveMeasureWeight="1.0000"/><imsss:randomizationControls randomizationTiming="never" selectCount="0" reorderChildren="false" selectionTiming="never"/>',
    ],
    [
      'tells who sets the result',
      '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>',
    ],
    [
      'has a passing score',
      '<imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>',
    ],
    [
      'writes to an objective that nobody reads',
      map('readSatisfiedStatus="false" readNormalizedMeasure="false" writeSatisfiedStatus="true"'),
    ],
    ['is not counted', '<imsss:deliveryControls tracked="false"/>'],
    [
      'limits the time, which content keeps',
      '<imsss:limitConditions attemptAbsoluteDurationLimit="PT1H"/>',
    ],
  ])('%s', (_what, inside) => {
    expect(needs(inside)).toBe(false)
  })

  it('shares data between parts, which is told by itself', () => {
    const shared =
      '<adlcp:data><adlcp:map targetID="anteckningar" readSharedData="true"/></adlcp:data>'
    const { needsSequencing, problems } = parseManifest(manifest2004('2004 4th Edition', shared))
    expect(needsSequencing).toBe(false)
    expect(problems).toMatchObject([{ code: 'shared-data', where: 'i1', detail: { count: 1 } }])
  })

  it('hides the controls of the player', () => {
    const hidden =
      '<presentation><navigationInterface><hideLMSUI>continue</hideLMSUI></navigationInterface></presentation>'
    expect(parseManifest(manifest2004('2004 3rd Edition', hidden))).toMatchObject({
      needsSequencing: false,
      items: [{ sequencing: { hideLmsUi: ['continue'] } }],
    })
  })
})

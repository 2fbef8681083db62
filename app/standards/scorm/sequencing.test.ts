import { describe, expect, it } from 'vitest'
import { manifest12 } from '../../../tests/packages/manifest-xml.ts'
import { parseManifest, type ManifestItem } from './manifest.ts'
import type { ActivitySequencing } from './sequencing.ts'

interface Parts {
  /** Within the first item. */
  item?: string
  /** Within the organization, after its items. */
  organization?: string
  organizationAttributes?: string
  /** Within the manifest, after its resources. */
  manifest?: string
  version?: string
}

const xmlOf = (parts: Parts) => `<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<metadata><schemaversion>${parts.version ?? '2004 4th Edition'}</schemaversion></metadata>
<organizations default="o"><organization identifier="o" ${parts.organizationAttributes ?? ''}>
<title>Kurs</title><item identifier="a" identifierref="r"><title>A</title>${parts.item ?? ''}</item>
<item identifier="b" identifierref="r"><title>B</title></item>${parts.organization ?? ''}
</organization></organizations>
<resources><resource identifier="r" adlcp:scormType="sco" href="a.html"/></resources>
${parts.manifest ?? ''}</manifest>`

const read = (parts: Parts) => parseManifest(xmlOf(parts))
const sequencing = (inside: string, attributes = '') =>
  `<imsss:sequencing ${attributes}>${inside}</imsss:sequencing>`

function firstItem(
  item: string,
  rest: Parts = {},
): ManifestItem & { sequencing: ActivitySequencing } {
  const [first] = read({ ...rest, item }).items
  return first as ManifestItem & { sequencing: ActivitySequencing }
}

/** Every value that the schemas give to what says nothing (imsss_v1p0*.xsd, adlseq, adlcp). */
const unsaid: ActivitySequencing = {
  controlMode: {
    choice: true,
    choiceExit: true,
    flow: false,
    forwardOnly: false,
    useCurrentAttemptObjectiveInfo: true,
    useCurrentAttemptProgressInfo: true,
  },
  sequencingRules: { preConditionRules: [], exitConditionRules: [], postConditionRules: [] },
  limitConditions: {
    attemptLimit: null,
    attemptAbsoluteDurationLimit: null,
    attemptExperiencedDurationLimit: null,
    activityAbsoluteDurationLimit: null,
    activityExperiencedDurationLimit: null,
    beginTimeLimit: null,
    endTimeLimit: null,
  },
  rollupRules: {
    rollupObjectiveSatisfied: true,
    rollupProgressCompletion: true,
    objectiveMeasureWeight: 1,
    rules: [],
  },
  objectives: { primary: null, others: [] },
  randomizationControls: {
    randomizationTiming: 'never',
    reorderChildren: false,
    selectionTiming: 'never',
    selectCount: null,
  },
  deliveryControls: { tracked: true, completionSetByContent: false, objectiveSetByContent: false },
  constrainedChoice: { preventActivation: false, constrainChoice: false },
  rollupConsiderations: {
    requiredForSatisfied: 'always',
    requiredForNotSatisfied: 'always',
    requiredForCompleted: 'always',
    requiredForIncomplete: 'always',
    measureSatisfactionIfActive: true,
  },
  completionThreshold: { completedByMeasure: false, minProgressMeasure: 1, progressWeight: 1 },
  dataMaps: [],
  hideLmsUi: [],
}

const everything =
  sequencing(`
  <imsss:controlMode choice="false" choiceExit="0" flow="true" forwardOnly="1"
    useCurrentAttemptObjectiveInfo="false" useCurrentAttemptProgressInfo="FALSE"/>
  <imsss:sequencingRules>
    <imsss:preConditionRule>
      <imsss:ruleConditions conditionCombination="any">
        <imsss:ruleCondition referencedObjective="obj" measureThreshold="0.25" operator="not" condition="objectiveMeasureGreaterThan"/>
        <imsss:ruleCondition condition="attempted"/>
      </imsss:ruleConditions><imsss:ruleAction action="skip"/>
    </imsss:preConditionRule>
    <imsss:exitConditionRule><imsss:ruleAction action="exit"/></imsss:exitConditionRule>
    <imsss:postConditionRule>
      <imsss:ruleConditions><imsss:ruleCondition condition="always"/></imsss:ruleConditions>
      <imsss:ruleAction action="retryAll"/>
    </imsss:postConditionRule>
  </imsss:sequencingRules>
  <imsss:limitConditions attemptLimit="3" attemptAbsoluteDurationLimit="PT1H30M" endTimeLimit="2026-12-31T00:00:00Z"/>
  <imsss:auxiliaryResources/>
  <imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false" objectiveMeasureWeight="0.5">
    <imsss:rollupRule childActivitySet="atLeastPercent" minimumCount="2" minimumPercent="0.8">
      <imsss:rollupConditions conditionCombination="all"><imsss:rollupCondition operator="not" condition="satisfied"/></imsss:rollupConditions>
      <imsss:rollupAction action="incomplete"/>
    </imsss:rollupRule>
  </imsss:rollupRules>
  <imsss:objectives>
    <imsss:primaryObjective satisfiedByMeasure="true" objectiveID="main">
      <imsss:minNormalizedMeasure>-0,5</imsss:minNormalizedMeasure>
      <imsss:mapInfo targetObjectiveID="global" writeSatisfiedStatus="true"/>
    </imsss:primaryObjective>
    <imsss:objective objectiveID="obj"/>
  </imsss:objectives>
  <imsss:randomizationControls randomizationTiming="once" selectCount="2" reorderChildren="true" selectionTiming="onEachNewAttempt"/>
  <imsss:deliveryControls tracked="false" completionSetByContent="true" objectiveSetByContent="true"/>
  <adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="true"/>
  <adlseq:rollupConsiderations requiredForSatisfied="ifAttempted" requiredForNotSatisfied="ifNotSkipped"
    requiredForCompleted="ifNotSuspended" measureSatisfactionIfActive="false"/>
  <adlseq:objectives>
    <adlseq:objective objectiveID="main">
      <adlseq:mapInfo targetObjectiveID="global" writeRawScore="true" readMinScore="false"/>
      <adlseq:mapInfo targetObjectiveID="progress" writeProgressMeasure="true"/>
    </adlseq:objective>
  </adlseq:objectives>`) +
  '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75" progressWeight="0.2"/>' +
  '<adlcp:data><adlcp:map targetID="store" writeSharedData="false"/></adlcp:data>' +
  '<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>previous</adlnav:hideLMSUI>' +
  '<adlnav:hideLMSUI> continue </adlnav:hideLMSUI><adlnav:hideLMSUI>other</adlnav:hideLMSUI>' +
  '</adlnav:navigationInterface></adlnav:presentation>'

describe('sequencing is read whole', () => {
  it('with the schemas’ defaults where nothing is said', () => {
    const manifest = read({})
    expect([manifest.sequencing, manifest.items[0]?.sequencing]).toEqual([unsaid, unsaid])
    expect(manifest).toMatchObject({
      needsSequencing: false,
      objectivesGlobalToSystem: true,
      problems: [],
    })
  })

  it('where everything is said', () => {
    const { sequencing: found } = firstItem(everything)
    expect(found.controlMode).toEqual({
      choice: false,
      choiceExit: false,
      flow: true,
      forwardOnly: true,
      useCurrentAttemptObjectiveInfo: false,
      useCurrentAttemptProgressInfo: false,
    })
    expect(found.sequencingRules).toEqual({
      preConditionRules: [
        {
          action: 'skip',
          conditionCombination: 'any',
          conditions: [
            {
              condition: 'objectiveMeasureGreaterThan',
              operator: 'not',
              referencedObjective: 'obj',
              measureThreshold: 0.25,
            },
            {
              condition: 'attempted',
              operator: 'noOp',
              referencedObjective: null,
              measureThreshold: null,
            },
          ],
        },
      ],
      exitConditionRules: [{ action: 'exit', conditionCombination: 'all', conditions: [] }],
      postConditionRules: [
        {
          action: 'retryAll',
          conditionCombination: 'all',
          conditions: [
            {
              condition: 'always',
              operator: 'noOp',
              referencedObjective: null,
              measureThreshold: null,
            },
          ],
        },
      ],
    })
    expect(found.limitConditions).toEqual({
      ...unsaid.limitConditions,
      attemptLimit: 3,
      attemptAbsoluteDurationLimit: 'PT1H30M',
      endTimeLimit: '2026-12-31T00:00:00Z',
    })
    expect(found.rollupRules).toEqual({
      rollupObjectiveSatisfied: false,
      rollupProgressCompletion: false,
      objectiveMeasureWeight: 0.5,
      rules: [
        {
          action: 'incomplete',
          childActivitySet: 'atLeastPercent',
          minimumCount: 2,
          minimumPercent: 0.8,
          conditionCombination: 'all',
          conditions: [{ condition: 'satisfied', operator: 'not' }],
        },
      ],
    })
    expect(found.randomizationControls).toEqual({
      randomizationTiming: 'once',
      reorderChildren: true,
      selectionTiming: 'onEachNewAttempt',
      selectCount: 2,
    })
    expect(found.deliveryControls).toEqual({
      tracked: false,
      completionSetByContent: true,
      objectiveSetByContent: true,
    })
    expect(found.constrainedChoice).toEqual({ preventActivation: true, constrainChoice: true })
    expect(found.rollupConsiderations).toEqual({
      requiredForSatisfied: 'ifAttempted',
      requiredForNotSatisfied: 'ifNotSkipped',
      requiredForCompleted: 'ifNotSuspended',
      requiredForIncomplete: 'always',
      measureSatisfactionIfActive: false,
    })
    expect(found.completionThreshold).toEqual({
      completedByMeasure: true,
      minProgressMeasure: 0.75,
      progressWeight: 0.2,
    })
    expect(found.dataMaps).toEqual([
      { targetId: 'store', readSharedData: true, writeSharedData: false },
    ])
    expect(found.hideLmsUi).toEqual(['continue', 'previous'])
  })

  it('with the maps of both objectives elements in one place', () => {
    const { primary, others } = firstItem(everything).sequencing.objectives
    const nothing = {
      readSatisfiedStatus: false,
      readNormalizedMeasure: false,
      writeSatisfiedStatus: false,
      writeNormalizedMeasure: false,
      readRawScore: true,
      readMinScore: true,
      readMaxScore: true,
      readCompletionStatus: true,
      readProgressMeasure: true,
      writeRawScore: false,
      writeMinScore: false,
      writeMaxScore: false,
      writeCompletionStatus: false,
      writeProgressMeasure: false,
    }
    expect(primary).toEqual({
      objectiveId: 'main',
      satisfiedByMeasure: true,
      minNormalizedMeasure: -0.5,
      maps: [
        {
          ...nothing,
          targetObjectiveId: 'global',
          readSatisfiedStatus: true,
          readNormalizedMeasure: true,
          writeSatisfiedStatus: true,
          readMinScore: false,
          writeRawScore: true,
        },
        { ...nothing, targetObjectiveId: 'progress', writeProgressMeasure: true },
      ],
    })
    expect(others).toEqual([
      { objectiveId: 'obj', satisfiedByMeasure: false, minNormalizedMeasure: 1, maps: [] },
    ])
  })

  it('into what survives being stored as JSON', () => {
    const manifest = read({ item: everything })
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest)
  })

  it('and leaves out, with a warning, a rule that uses no word of the schema', () => {
    const rule = (action: string, condition: string) =>
      `<imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="${condition}"/></imsss:ruleConditions><imsss:ruleAction action="${action}"/></imsss:preConditionRule>`
    const rules = rule('hide', 'always') + rule('skip', 'sometimes') + rule('skip', 'completed')
    const manifest = read({
      item: sequencing(`<imsss:sequencingRules>${rules}</imsss:sequencingRules>`),
    })
    expect(manifest.items[0]?.sequencing?.sequencingRules.preConditionRules).toHaveLength(1)
    expect(manifest.problems.map(({ code, where }) => [code, where])).toEqual([
      ['sequencing-unread', 'a'],
      ['sequencing-needed', 'a'],
    ])
  })

  it('for the organization too', () => {
    const manifest = read({
      organization: sequencing('<imsss:controlMode choice="true" flow="true"/>'),
      organizationAttributes: 'adlseq:objectivesGlobalToSystem="false"',
    })
    expect(manifest.sequencing?.controlMode.flow).toBe(true)
    expect(manifest).toMatchObject({ needsSequencing: false, objectivesGlobalToSystem: false })
  })

  it('not at all for SCORM 1.2, which has none', () => {
    const manifest = parseManifest(manifest12())
    expect([manifest.sequencing, manifest.items[0]?.sequencing]).toEqual([null, null])
  })
})

describe('a sequencing that refers to the collection', () => {
  const collection =
    '<imsss:sequencingCollection>' +
    sequencing(
      '<imsss:controlMode flow="true" forwardOnly="true"/><imsss:deliveryControls tracked="false"/>',
      'ID="common"',
    ) +
    '</imsss:sequencingCollection>'

  it('has its elements, save those it writes itself', () => {
    const item = sequencing('<imsss:controlMode choice="false"/>', 'IDRef="common"')
    const found = firstItem(item, { manifest: collection }).sequencing
    expect(found).toEqual({
      ...unsaid,
      controlMode: { ...unsaid.controlMode, choice: false },
      deliveryControls: { ...unsaid.deliveryControls, tracked: false },
    })
  })

  it('may write nothing itself', () => {
    const found = firstItem(sequencing('', 'IDRef=" common "'), { manifest: collection }).sequencing
    expect(found.controlMode).toEqual({ ...unsaid.controlMode, flow: true, forwardOnly: true })
  })

  it('is told of where the collection has no such sequencing', () => {
    expect(read({ item: sequencing('', 'IDRef="gone"'), manifest: collection }).problems).toEqual([
      {
        severity: 'warning',
        code: 'sequencing-reference-missing',
        where: 'a',
        detail: { reference: 'gone' },
      },
    ])
  })

  it('does not make a manifest grow without end', () => {
    // 40,000 characters of rules, referred to by 1,000 items that add a word each: 40 million.
    const rules = `<imsss:sequencingRules a="${'x'.repeat(40_000)}"/>`
    const own = sequencing('<imsss:deliveryControls tracked="true"/>', 'IDRef="big"')
    const xml = xmlOf({
      manifest: `<imsss:sequencingCollection>${sequencing(rules, 'ID="big"')}</imsss:sequencingCollection>`,
      organization: `<item>${own}</item>`.repeat(1_000),
    })
    expect(() => parseManifest(xml)).toThrow(
      expect.objectContaining({ code: 'package.manifest-too-large' }),
    )
  })
})

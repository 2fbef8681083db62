/**
 * What a SCORM 2004 manifest says of how an activity is sequenced (IMS SS 1.0; SN 3), every value spelled
 * out: what the manifest leaves unsaid has the schemas' default. Plain JSON.
 */
export interface ActivitySequencing {
  controlMode: {
    choice: boolean
    choiceExit: boolean
    flow: boolean
    forwardOnly: boolean
    useCurrentAttemptObjectiveInfo: boolean
    useCurrentAttemptProgressInfo: boolean
  }
  sequencingRules: {
    preConditionRules: SequencingRule<PreConditionAction>[]
    exitConditionRules: SequencingRule<ExitConditionAction>[]
    postConditionRules: SequencingRule<PostConditionAction>[]
  }
  limitConditions: LimitConditions
  rollupRules: RollupRules
  objectives: { primary: SequencingObjective | null; others: SequencingObjective[] }
  randomizationControls: {
    randomizationTiming: RandomTiming
    reorderChildren: boolean
    selectionTiming: RandomTiming
    selectCount: number | null
  }
  deliveryControls: {
    tracked: boolean
    completionSetByContent: boolean
    objectiveSetByContent: boolean
  }
  /** adlseq:constrainedChoiceConsiderations */
  constrainedChoice: { preventActivation: boolean; constrainChoice: boolean }
  /** adlseq:rollupConsiderations */
  rollupConsiderations: RollupConsiderations
  /** adlcp:completionThreshold; the 2nd and 3rd edition's number stands as `minProgressMeasure`. */
  completionThreshold: {
    completedByMeasure: boolean
    /** 0..1 */
    minProgressMeasure: number
    /** 0..1 */
    progressWeight: number
  }
  /** adlcp:data (4th edition): data that items share. */
  dataMaps: { targetId: string; readSharedData: boolean; writeSharedData: boolean }[]
  /** adlnav:hideLMSUI: the controls that the item wants hidden. */
  hideLmsUi: LmsControl[]
}

export interface SequencingRule<Action extends string> {
  action: Action
  conditionCombination: 'all' | 'any'
  /** None: the rule always holds. */
  conditions: {
    condition: RuleCondition
    operator: 'not' | 'noOp'
    /** Null: the primary objective. */
    referencedObjective: string | null
    /** -1..1 */
    measureThreshold: number | null
  }[]
}

export interface LimitConditions {
  attemptLimit: number | null
  /** ISO 8601 durations as they came. */
  attemptAbsoluteDurationLimit: string | null
  attemptExperiencedDurationLimit: string | null
  activityAbsoluteDurationLimit: string | null
  activityExperiencedDurationLimit: string | null
  /** ISO 8601 moments as they came. */
  beginTimeLimit: string | null
  endTimeLimit: string | null
}

export interface RollupRules {
  rollupObjectiveSatisfied: boolean
  rollupProgressCompletion: boolean
  /** 0..1 */
  objectiveMeasureWeight: number
  rules: {
    action: RollupAction
    childActivitySet: ChildActivitySet
    minimumCount: number
    /** 0..1 */
    minimumPercent: number
    conditionCombination: 'all' | 'any'
    conditions: { condition: RollupCondition; operator: 'not' | 'noOp' }[]
  }[]
}

export interface SequencingObjective {
  /** Null only where a primary objective has none. */
  objectiveId: string | null
  satisfiedByMeasure: boolean
  /** -1..1 */
  minNormalizedMeasure: number
  maps: ObjectiveMap[]
}

/** What an objective reads from and writes to a global one. */
export interface ObjectiveMap {
  targetObjectiveId: string
  readSatisfiedStatus: boolean
  readNormalizedMeasure: boolean
  writeSatisfiedStatus: boolean
  writeNormalizedMeasure: boolean
  /** From here on adlseq:objectives (4th edition); all false where the manifest has none. */
  readRawScore: boolean
  readMinScore: boolean
  readMaxScore: boolean
  readCompletionStatus: boolean
  readProgressMeasure: boolean
  writeRawScore: boolean
  writeMinScore: boolean
  writeMaxScore: boolean
  writeCompletionStatus: boolean
  writeProgressMeasure: boolean
}

export interface RollupConsiderations {
  requiredForSatisfied: RollupConsideration
  requiredForNotSatisfied: RollupConsideration
  requiredForCompleted: RollupConsideration
  requiredForIncomplete: RollupConsideration
  measureSatisfactionIfActive: boolean
}

// The vocabularies of the schemas (imsss_v1p0util.xsd, imsss_v1p0seqrule.xsd, adlseq_v1p3.xsd, adlnav_v1p3.xsd).
export const preConditionActions = [
  'skip',
  'disabled',
  'hiddenFromChoice',
  'stopForwardTraversal',
] as const
export const exitConditionActions = ['exit'] as const
export const postConditionActions = [
  'exitParent',
  'exitAll',
  'retry',
  'retryAll',
  'continue',
  'previous',
] as const
export const rollupConditions = [
  'satisfied',
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'completed',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
  'timeLimitExceeded',
  'outsideAvailableTimeRange',
] as const
export const ruleConditions = [
  ...rollupConditions,
  'objectiveMeasureGreaterThan',
  'objectiveMeasureLessThan',
  'always',
] as const
export const rollupActions = ['satisfied', 'notSatisfied', 'completed', 'incomplete'] as const
export const childActivitySets = ['all', 'any', 'none', 'atLeastCount', 'atLeastPercent'] as const
export const randomTimings = ['never', 'once', 'onEachNewAttempt'] as const
export const rollupConsiderationWords = [
  'always',
  'ifAttempted',
  'ifNotSkipped',
  'ifNotSuspended',
] as const
export const lmsControls = [
  'abandon',
  'continue',
  'exit',
  'previous',
  'suspendAll',
  'exitAll',
  'abandonAll',
] as const

export type PreConditionAction = (typeof preConditionActions)[number]
export type ExitConditionAction = (typeof exitConditionActions)[number]
export type PostConditionAction = (typeof postConditionActions)[number]
export type RuleCondition = (typeof ruleConditions)[number]
export type RollupCondition = (typeof rollupConditions)[number]
export type RollupAction = (typeof rollupActions)[number]
export type ChildActivitySet = (typeof childActivitySets)[number]
export type RandomTiming = (typeof randomTimings)[number]
export type RollupConsideration = (typeof rollupConsiderationWords)[number]
export type LmsControl = (typeof lmsControls)[number]

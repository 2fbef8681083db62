import {
  childActivitySets,
  exitConditionActions,
  postConditionActions,
  preConditionActions,
  rollupActions,
  rollupConditions,
  ruleConditions,
  type ActivitySequencing,
  type RollupRules,
  type SequencingRule,
} from './sequencing.ts'
import { countOf, decimalWithin, flagOf, oneOf, wordOf } from './sequencing-values.ts'
import { childOf, childrenOf, type XmlElement } from './xml-document.ts'

const combinations = ['all', 'any'] as const
const operators = ['not', 'noOp'] as const

/** imsss:sequencingRules (CAM 5.1.3). `unread` is called for each rule that uses no word of the schema. */
export function sequencingRulesOf(
  element: XmlElement | undefined,
  unread: () => void,
): ActivitySequencing['sequencingRules'] {
  const rules = <Action extends string>(name: string, actions: readonly Action[]) =>
    (element ? childrenOf(element, name) : []).flatMap((rule) => ruleOf(rule, actions, unread))
  return {
    preConditionRules: rules('preconditionrule', preConditionActions),
    exitConditionRules: rules('exitconditionrule', exitConditionActions),
    postConditionRules: rules('postconditionrule', postConditionActions),
  }
}

// A rule without one of its conditions would say something else, so it is left out whole.
function ruleOf<Action extends string>(
  rule: XmlElement,
  actions: readonly Action[],
  unread: () => void,
): SequencingRule<Action>[] {
  const holder = childOf(rule, 'ruleconditions')
  const written = holder ? childrenOf(holder, 'rulecondition') : []
  const action = oneOf(childOf(rule, 'ruleaction'), 'action', actions)
  const conditions = written.flatMap((one) => {
    const condition = oneOf(one, 'condition', ruleConditions)
    if (condition === null) return []
    return {
      condition,
      operator: oneOf(one, 'operator', operators) ?? 'noOp',
      referencedObjective: wordOf(one, 'referencedobjective'),
      measureThreshold: decimalWithin(wordOf(one, 'measurethreshold'), -1, 1),
    }
  })
  if (action !== null && conditions.length === written.length) {
    const conditionCombination = oneOf(holder, 'conditioncombination', combinations) ?? 'all'
    return [{ action, conditionCombination, conditions }]
  }
  unread()
  return []
}

/** imsss:rollupRules (CAM 5.1.6). `unread` is called for each rule that uses no word of the schema. */
export function rollupRulesOf(element: XmlElement | undefined, unread: () => void): RollupRules {
  return {
    rollupObjectiveSatisfied: flagOf(element, 'rollupobjectivesatisfied', true),
    rollupProgressCompletion: flagOf(element, 'rollupprogresscompletion', true),
    objectiveMeasureWeight: decimalWithin(wordOf(element, 'objectivemeasureweight'), 0, 1) ?? 1,
    rules: (element ? childrenOf(element, 'rolluprule') : []).flatMap((rule) =>
      rollupRuleOf(rule, unread),
    ),
  }
}

function rollupRuleOf(rule: XmlElement, unread: () => void): RollupRules['rules'] {
  const holder = childOf(rule, 'rollupconditions')
  const written = holder ? childrenOf(holder, 'rollupcondition') : []
  const action = oneOf(childOf(rule, 'rollupaction'), 'action', rollupActions)
  const conditions = written.flatMap((one) => {
    const condition = oneOf(one, 'condition', rollupConditions)
    if (condition === null) return []
    return { condition, operator: oneOf(one, 'operator', operators) ?? ('noOp' as const) }
  })
  if (action === null || conditions.length === 0 || conditions.length < written.length) {
    unread()
    return []
  }
  return [
    {
      action,
      childActivitySet: oneOf(rule, 'childactivityset', childActivitySets) ?? 'all',
      minimumCount: countOf(rule, 'minimumcount') ?? 0,
      minimumPercent: decimalWithin(wordOf(rule, 'minimumpercent'), 0, 1) ?? 0,
      conditionCombination: oneOf(holder, 'conditioncombination', combinations) ?? 'any',
      conditions,
    },
  ]
}

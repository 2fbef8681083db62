import type { ActivitySequencing } from './sequencing.ts'

/**
 * Whether an activity says more of the order than "any item, from top to bottom, at any time", or of how
 * items become a whole. Flow alone, hidden controls, and objectives of the item's own do not.
 */
export function saysMoreOfOrder(sequencing: ActivitySequencing): boolean {
  const { controlMode, sequencingRules, limitConditions, constrainedChoice } = sequencing
  const { randomizationTiming, selectionTiming } = sequencing.randomizationControls
  return (
    !controlMode.choice ||
    !controlMode.choiceExit ||
    controlMode.forwardOnly ||
    Object.values(sequencingRules).some((rules) => rules.length > 0) ||
    limitConditions.attemptLimit !== null ||
    randomizationTiming !== 'never' ||
    selectionTiming !== 'never' ||
    constrainedChoice.preventActivation ||
    constrainedChoice.constrainChoice ||
    rollsUpOddly(sequencing) ||
    readsGlobalObjectives(sequencing)
  )
}

function rollsUpOddly({ rollupRules, rollupConsiderations }: ActivitySequencing): boolean {
  const { measureSatisfactionIfActive, ...required } = rollupConsiderations
  return (
    rollupRules.rules.length > 0 ||
    !rollupRules.rollupObjectiveSatisfied ||
    !rollupRules.rollupProgressCompletion ||
    rollupRules.objectiveMeasureWeight !== 1 ||
    !measureSatisfactionIfActive ||
    Object.values(required).some((when) => when !== 'always')
  )
}

function readsGlobalObjectives({ objectives }: ActivitySequencing): boolean {
  const all = [...objectives.others, ...(objectives.primary ? [objectives.primary] : [])]
  return all.some(({ maps }) =>
    maps.some(
      (map) =>
        map.readSatisfiedStatus ||
        map.readNormalizedMeasure ||
        map.readRawScore ||
        map.readMinScore ||
        map.readMaxScore ||
        map.readCompletionStatus ||
        map.readProgressMeasure,
    ),
  )
}

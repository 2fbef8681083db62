import { Refusal } from '~/kernel/refusal.ts'
import type { ActivitySequencing, ObjectiveMap, SequencingObjective } from './sequencing.ts'
import { decimalWithin, flagOf, wordOf } from './sequencing-values.ts'
import { childOf, childrenOf, textOf, type XmlElement } from './xml-document.ts'
import { shortened } from './xml-text.ts'

/**
 * imsss:objectives with what adlseq:objectives (4th edition) adds to their maps (CAM 5.1.7).
 * @throws Refusal package.passing-score where an objective is satisfied by a measure that is no number
 * from -1 to 1: it decides who has passed, so it is not guessed
 */
export function objectivesOf(
  element: XmlElement | undefined,
  extensions: XmlElement | undefined,
  item: string,
): ActivitySequencing['objectives'] {
  const primary = childOf(element, 'primaryobjective')
  const others = element ? childrenOf(element, 'objective') : []
  const objectives = {
    primary: primary ? objectiveOf(primary, item) : null,
    others: others.map((one) => objectiveOf(one, item)),
  }
  if (extensions) extend(objectives, extensions)
  return objectives
}

function objectiveOf(element: XmlElement, item: string): SequencingObjective {
  const satisfiedByMeasure = flagOf(element, 'satisfiedbymeasure', false)
  const written = textOf(element, 'minnormalizedmeasure')
  const measure = decimalWithin(written, -1, 1)
  if (satisfiedByMeasure && written !== null && measure === null) {
    const detail = { item: shortened(item, 80), value: shortened(written, 40) }
    const clause = 'SCORM 2004 CAM 5.1.7, <minNormalizedMeasure>'
    throw new Refusal('package.passing-score', detail, { clause })
  }
  return {
    objectiveId: wordOf(element, 'objectiveid'),
    satisfiedByMeasure,
    minNormalizedMeasure: measure ?? 1,
    maps: childrenOf(element, 'mapinfo').flatMap((map) => mapOf(map) ?? []),
  }
}

function mapOf(element: XmlElement): ObjectiveMap | null {
  const targetObjectiveId = wordOf(element, 'targetobjectiveid')
  if (targetObjectiveId === null) return null
  return {
    ...unmapped(targetObjectiveId),
    readSatisfiedStatus: flagOf(element, 'readsatisfiedstatus', true),
    readNormalizedMeasure: flagOf(element, 'readnormalizedmeasure', true),
    writeSatisfiedStatus: flagOf(element, 'writesatisfiedstatus', false),
    writeNormalizedMeasure: flagOf(element, 'writenormalizedmeasure', false),
  }
}

function unmapped(targetObjectiveId: string): ObjectiveMap {
  return {
    targetObjectiveId,
    readSatisfiedStatus: false,
    readNormalizedMeasure: false,
    writeSatisfiedStatus: false,
    writeNormalizedMeasure: false,
    readRawScore: false,
    readMinScore: false,
    readMaxScore: false,
    readCompletionStatus: false,
    readProgressMeasure: false,
    writeRawScore: false,
    writeMinScore: false,
    writeMaxScore: false,
    writeCompletionStatus: false,
    writeProgressMeasure: false,
  }
}

function extend(objectives: ActivitySequencing['objectives'], extensions: XmlElement): void {
  const mapsById = new Map<string | null, XmlElement[]>()
  for (const element of childrenOf(extensions, 'objective')) {
    const id = wordOf(element, 'objectiveid')
    const maps = mapsById.get(id) ?? []
    for (const map of childrenOf(element, 'mapinfo')) maps.push(map)
    mapsById.set(id, maps)
  }
  for (const objective of [objectives.primary, ...objectives.others]) {
    const maps = objective && mapsById.get(objective.objectiveId)
    if (maps) extendMaps(objective, maps)
    if (maps) mapsById.delete(objective.objectiveId)
  }
}

function extendMaps(objective: SequencingObjective, elements: XmlElement[]): void {
  const byTarget = new Map(objective.maps.map((map) => [map.targetObjectiveId, map]))
  for (const element of elements) {
    const target = wordOf(element, 'targetobjectiveid')
    if (target === null) continue
    const map = byTarget.get(target) ?? unmapped(target)
    Object.assign(map, extensionOf(element))
    byTarget.set(target, map)
  }
  objective.maps = [...byTarget.values()]
}

function extensionOf(map: XmlElement): Partial<ObjectiveMap> {
  return {
    readRawScore: flagOf(map, 'readrawscore', true),
    readMinScore: flagOf(map, 'readminscore', true),
    readMaxScore: flagOf(map, 'readmaxscore', true),
    readCompletionStatus: flagOf(map, 'readcompletionstatus', true),
    readProgressMeasure: flagOf(map, 'readprogressmeasure', true),
    writeRawScore: flagOf(map, 'writerawscore', false),
    writeMinScore: flagOf(map, 'writeminscore', false),
    writeMaxScore: flagOf(map, 'writemaxscore', false),
    writeCompletionStatus: flagOf(map, 'writecompletionstatus', false),
    writeProgressMeasure: flagOf(map, 'writeprogressmeasure', false),
  }
}

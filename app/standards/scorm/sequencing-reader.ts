import { Refusal } from '~/kernel/refusal.ts'
import type { Reading } from './manifest-resources.ts'
import { packageWarning } from './problem.ts'
import {
  lmsControls,
  randomTimings,
  rollupConsiderationWords,
  type ActivitySequencing,
  type LimitConditions,
  type RollupConsiderations,
} from './sequencing.ts'
import { objectivesOf } from './sequencing-objectives.ts'
import { rollupRulesOf, sequencingRulesOf } from './sequencing-rules.ts'
import { countOf, decimalWithin, durationOf, flagOf, oneOf, wordOf } from './sequencing-values.ts'
import { childOf, childrenOf, manifestTooLarge, textOf, type XmlElement } from './xml-document.ts'
import { shortened } from './xml-text.ts'

/** The element parts of one activity's sequencing, by name; adlseq's objectives are "adlseq:objectives". */
type Parts = ReadonlyMap<string, XmlElement>

/**
 * Reads what items and organizations of a SCORM 2004 manifest say of sequencing, navigation and
 * completion. A sequencing that refers to one of the collection (`IDRef`) has the collection's elements
 * where it has none of that name itself (CAM 5.1.1, 5.2). Activities that say nothing share one object.
 */
export class SequencingReader {
  readonly #collection: ReadonlyMap<string, Parts>
  readonly #reading: Pick<Reading, 'limits' | 'problems'>
  readonly #shared = new Map<string, ActivitySequencing>()
  readonly #sizes = new Map<XmlElement, number>()
  #written = 0

  /** @param manifests the manifest and those within it, each of which may have a collection */
  constructor(manifests: readonly XmlElement[], reading: Pick<Reading, 'limits' | 'problems'>) {
    this.#reading = reading
    const collection = new Map<string, Parts>()
    for (const manifest of manifests) {
      for (const holder of childrenOf(manifest, 'sequencingcollection')) {
        for (const sequencing of childrenOf(holder, 'sequencing')) {
          const id = sequencing.attributes.get('id')?.trim()
          if (id && !collection.has(id)) collection.set(id, partsOf(sequencing))
        }
      }
    }
    this.#collection = collection
  }

  /**
   * @param activity an item or organization
   * @param name how refusals call it
   * @param where what warnings point at: an item's identifier, null for an organization
   * @throws Refusal package.passing-score, package.completion-threshold, and package.manifest-too-large
   * when references would make the whole far larger than the manifest
   */
  read(activity: XmlElement, name: string, where: string | null): ActivitySequencing {
    const { problems } = this.#reading
    const own = childOf(activity, 'sequencing')
    const reference = own?.attributes.get('idref')?.trim() ?? ''
    const referred = this.#collection.get(reference)
    if (reference !== '' && !referred) {
      const detail = { reference: shortened(reference, 80) }
      problems.add(packageWarning('sequencing-reference-missing', where, detail))
    }
    const local = own ? partsOf(own) : new Map<string, XmlElement>()
    const extras = ['completionthreshold', 'data', 'presentation'].map((one) =>
      childOf(activity, one),
    )
    const says = local.size > 0 || extras.some(Boolean)
    const known = says ? undefined : this.#shared.get(referred ? reference : '')
    if (known) return known
    const parts = new Map([...(referred ?? []), ...local])
    this.#count([...parts.values(), ...extras])
    const unread = () => problems.add(packageWarning('sequencing-unread', where))
    const sequencing = sequencingOf(parts, activity, name, unread)
    if (!says) this.#shared.set(referred ? reference : '', sequencing)
    return sequencing
  }

  /** Ten thousand items may refer to a megabyte each; so what they come to is counted first. */
  #count(elements: (XmlElement | undefined)[]): void {
    for (const element of elements) if (element) this.#written += this.#sizeOf(element)
    const { limits } = this.#reading
    if (this.#written > 2 * limits.maxBytes) throw manifestTooLarge(limits)
  }

  #sizeOf(element: XmlElement): number {
    const known = this.#sizes.get(element)
    if (known !== undefined) return known
    let size = element.name.length + element.text.length
    for (const [name, value] of element.attributes) size += name.length + value.length
    for (const child of element.children) size += this.#sizeOf(child)
    this.#sizes.set(element, size)
    return size
  }
}

/** The first of each name. */
function partsOf(sequencing: XmlElement): Parts {
  const parts = new Map<string, XmlElement>()
  for (const child of sequencing.children) {
    const prefix = child.name === 'objectives' && /adlseq/i.test(child.namespace) ? 'adlseq:' : ''
    if (!parts.has(prefix + child.name)) parts.set(prefix + child.name, child)
  }
  return parts
}

function sequencingOf(
  parts: Parts,
  activity: XmlElement,
  name: string,
  unread: () => void,
): ActivitySequencing {
  const control = parts.get('controlmode')
  const delivery = parts.get('deliverycontrols')
  const choice = parts.get('constrainedchoiceconsiderations')
  return {
    controlMode: {
      choice: flagOf(control, 'choice', true),
      choiceExit: flagOf(control, 'choiceexit', true),
      flow: flagOf(control, 'flow', false),
      forwardOnly: flagOf(control, 'forwardonly', false),
      useCurrentAttemptObjectiveInfo: flagOf(control, 'usecurrentattemptobjectiveinfo', true),
      useCurrentAttemptProgressInfo: flagOf(control, 'usecurrentattemptprogressinfo', true),
    },
    sequencingRules: sequencingRulesOf(parts.get('sequencingrules'), unread),
    limitConditions: limitsOf(parts.get('limitconditions')),
    rollupRules: rollupRulesOf(parts.get('rolluprules'), unread),
    objectives: objectivesOf(parts.get('objectives'), parts.get('adlseq:objectives'), name),
    randomizationControls: randomizationOf(parts.get('randomizationcontrols')),
    deliveryControls: {
      tracked: flagOf(delivery, 'tracked', true),
      completionSetByContent: flagOf(delivery, 'completionsetbycontent', false),
      objectiveSetByContent: flagOf(delivery, 'objectivesetbycontent', false),
    },
    constrainedChoice: {
      preventActivation: flagOf(choice, 'preventactivation', false),
      constrainChoice: flagOf(choice, 'constrainchoice', false),
    },
    rollupConsiderations: considerationsOf(parts.get('rollupconsiderations')),
    completionThreshold: thresholdOf(activity, name),
    dataMaps: dataMapsOf(childOf(activity, 'data')),
    hideLmsUi: hiddenControlsOf(childOf(activity, 'presentation')),
  }
}

function limitsOf(element: XmlElement | undefined): LimitConditions {
  const duration = (attribute: string) => durationOf(wordOf(element, attribute))
  return {
    attemptLimit: countOf(element, 'attemptlimit'),
    attemptAbsoluteDurationLimit: duration('attemptabsolutedurationlimit'),
    attemptExperiencedDurationLimit: duration('attemptexperienceddurationlimit'),
    activityAbsoluteDurationLimit: duration('activityabsolutedurationlimit'),
    activityExperiencedDurationLimit: duration('activityexperienceddurationlimit'),
    beginTimeLimit: wordOf(element, 'begintimelimit'),
    endTimeLimit: wordOf(element, 'endtimelimit'),
  }
}

function randomizationOf(
  element: XmlElement | undefined,
): ActivitySequencing['randomizationControls'] {
  return {
    randomizationTiming: oneOf(element, 'randomizationtiming', randomTimings) ?? 'never',
    reorderChildren: flagOf(element, 'reorderchildren', false),
    selectionTiming: oneOf(element, 'selectiontiming', randomTimings) ?? 'never',
    selectCount: countOf(element, 'selectcount'),
  }
}

function considerationsOf(element: XmlElement | undefined): RollupConsiderations {
  const word = (name: string) => oneOf(element, name, rollupConsiderationWords) ?? 'always'
  return {
    requiredForSatisfied: word('requiredforsatisfied'),
    requiredForNotSatisfied: word('requiredfornotsatisfied'),
    requiredForCompleted: word('requiredforcompleted'),
    requiredForIncomplete: word('requiredforincomplete'),
    measureSatisfactionIfActive: flagOf(element, 'measuresatisfactionifactive', true),
  }
}

/** The 2nd and 3rd edition write the number as text, the 4th in attributes (CAM 3.4.1). */
function thresholdOf(
  activity: XmlElement,
  name: string,
): ActivitySequencing['completionThreshold'] {
  const element = childOf(activity, 'completionthreshold')
  const text = textOf(activity, 'completionthreshold')
  const completedByMeasure = flagOf(element, 'completedbymeasure', text !== null)
  const written = wordOf(element, 'minprogressmeasure') ?? text
  const measure = decimalWithin(written, 0, 1)
  if (completedByMeasure && written !== null && measure === null) {
    const detail = { item: shortened(name, 80), value: shortened(written, 40) }
    const clause = 'SCORM 2004 CAM 3.4.1, adlcp:completionThreshold'
    throw new Refusal('package.completion-threshold', detail, { clause })
  }
  return {
    completedByMeasure,
    minProgressMeasure: measure ?? 1,
    progressWeight: decimalWithin(wordOf(element, 'progressweight'), 0, 1) ?? 1,
  }
}

function dataMapsOf(element: XmlElement | undefined): ActivitySequencing['dataMaps'] {
  return (element ? childrenOf(element, 'map') : []).flatMap((map) => {
    const targetId = wordOf(map, 'targetid')
    if (targetId === null) return []
    return {
      targetId,
      readSharedData: flagOf(map, 'readshareddata', true),
      writeSharedData: flagOf(map, 'writeshareddata', true),
    }
  })
}

function hiddenControlsOf(presentation: XmlElement | undefined): ActivitySequencing['hideLmsUi'] {
  const holder = childOf(presentation, 'navigationinterface')
  const hidden = new Set(
    (holder ? childrenOf(holder, 'hidelmsui') : []).map(({ text }) => text.trim().toLowerCase()),
  )
  return lmsControls.filter((control) => hidden.has(control.toLowerCase()))
}

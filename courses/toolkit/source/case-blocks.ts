import {
  partsOf,
  placeIn,
  plainContent,
  tellText,
  titleOf,
  type BlockMaking,
} from './block-making.ts'
import { judgements, type Case, type Choice, type Scene } from './course-model.ts'
import { attributeOf, bodyOf } from './directive-check.ts'
import { isDirective, type Directive } from './page-markdown.ts'
import { problem } from './problem.ts'

/** A story from its directive. Tells of one without scenes, and of text outside them. */
export function caseOf(node: Directive, making: BlockMaking): Case {
  const place = placeIn(making, node)
  const scenes = partsOf(node, 'scene').map((scene) => sceneOf(scene, making))
  if (scenes.length === 0) making.tell(problem(place, 'case-empty'))
  tellText(bodyOf(node), 'case-text', making)
  return { kind: 'case', id: attributeOf(node, 'id'), title: titleOf(node), scenes, place }
}

function sceneOf(node: Directive, making: BlockMaking): Scene {
  const body = bodyOf(node)
  const first = body.findIndex(isDirective)
  const before = first < 0 ? body : body.slice(0, first)
  tellText(body.slice(before.length), 'scene-text', making)
  return {
    id: attributeOf(node, 'id'),
    content: plainContent(before),
    choices: partsOf(node, 'choice').map((choice) => choiceOf(choice, making)),
    place: placeIn(making, node),
  }
}

function choiceOf(node: Directive, making: BlockMaking): Choice {
  const judgement = attributeOf(node, 'judgement')
  return {
    text: titleOf(node),
    // An unknown one has been told.
    judgement: judgements.find((known) => known === judgement) ?? 'partly',
    consequence: plainContent(bodyOf(node)),
    to: attributeOf(node, 'to') || undefined,
    place: placeIn(making, node),
  }
}

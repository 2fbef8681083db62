/** How a learner answers one question: radio buttons, boxes, steps to move, or lists to choose from. */
export interface AnswerField {
  element: HTMLElement
  /** The answer; undefined as long as there is none, or only a part of one. */
  response: string | undefined
  /** Whether the learner can change it. */
  isLocked: boolean
  /** Shows what was right; with `all`, what would have been right as well. */
  mark: (all: boolean) => void
  /** Takes the marks away. */
  unmark: () => void
  focus: () => void
  /** Called whenever the learner changes the answer. */
  onChange: () => void
}

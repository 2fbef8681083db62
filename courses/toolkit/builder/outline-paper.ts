import type {
  OutlineBlock,
  OutlineCase,
  OutlineQuestion,
} from '~/domain/catalogue/module-outline.schema.ts'
import type { Block, Case, Question } from '../source/course-model.ts'
import { OutlineDrawer } from './outline-blocks.ts'

/** A page of a module as it is printed: with its tasks, and with its pictures in words. */
export class PaperDrawer extends OutlineDrawer {
  override block(block: Block): OutlineBlock[] {
    switch (block.kind) {
      case 'question':
        return [this.#question(block)]
      case 'case':
        return [this.#case(block)]
      case 'reflection':
        return [
          { kind: 'reflection', title: this.line(block.title), blocks: this.blocks(block.content) },
        ]
      case 'figure': {
        const { alternative, caption } = block
        return [{ kind: 'picture', alternative, caption: this.blocks(caption) }]
      }
      case 'recording':
        return [
          { kind: 'box', title: this.line(block.title), blocks: this.blocks(block.transcript) },
        ]
      case 'checklist':
        return [{ kind: 'box', title: this.line(block.title), blocks: super.block(block) }]
      default:
        return super.block(block)
    }
  }

  #question({ type, text, answers, steps, pairs, feedback }: Question): OutlineQuestion {
    const told = answers.map((answer) => ({
      line: this.line(answer.text),
      isRight: answer.right,
      feedback: this.blocks(answer.feedback),
    }))
    const inOrder = steps.map((step) => ({ line: this.line(step), isRight: true, feedback: [] }))
    return {
      kind: 'question',
      type,
      asked: this.line(text),
      answers: type === 'order' ? inOrder : told,
      pairs: pairs.map(({ left, right }) => ({ left: this.line(left), right })),
      feedback: this.blocks(feedback),
    }
  }

  #case({ title, scenes }: Case): OutlineCase {
    const numberOf = (id: string | undefined) => scenes.findIndex((scene) => scene.id === id) + 1
    return {
      kind: 'case',
      title: this.line(title),
      scenes: scenes.map(({ content, choices }) => ({
        blocks: this.blocks(content),
        choices: choices.map(({ text, judgement, consequence, to }) => ({
          line: this.line(text),
          judgement,
          consequence: this.blocks(consequence),
          to: numberOf(to) || null,
        })),
      })),
    }
  }
}

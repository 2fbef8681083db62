import type {
  OutlineBlock,
  OutlineCase,
  OutlineQuestion,
  OutlineTask,
} from '~/domain/catalogue/module-outline.schema.ts'
import {
  isFork,
  keyAnchor,
  letterOf,
  mixed,
  plainLine,
  taskAnchor,
  type PaperTask,
} from '~/domain/catalogue/paper-tasks.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { OutlineBlocks, OutlineLine, type Told } from './outline-blocks.tsx'

interface PaperBlocksProps {
  blocks: OutlineBlock[]
  /** The module's, among which those of these blocks are. */
  tasks: PaperTask[]
  told: Told
}

/** A page of a module for paper: its text, its tasks open, its pictures in words. */
export function PaperBlocks({ blocks, tasks, told }: PaperBlocksProps) {
  return blocks.map((block, index) => {
    const task = tasks.find((each) => each.block === block)
    if (task) return <Task key={index} task={task} told={told} />
    if (block.kind === 'picture') return <Picture key={index} block={block} told={told} />
    if (block.kind === 'reflection') return <Reflection key={index} block={block} told={told} />
    return <OutlineBlocks key={index} blocks={[block]} told={told} />
  })
}

function Task({ task, told }: { task: PaperTask; told: Told }) {
  const { t } = useI18n()
  const { kind, number, block } = task
  return (
    <section id={taskAnchor(task)} className="paper-task">
      <p className="eyebrow">{t(`paper.${kind}`, { number })}</p>
      {kind === 'question' ? (
        <Question block={block} told={told} />
      ) : (
        <Case block={block} told={told} />
      )}
      <p className="meta paper-screen">
        <a href={`#${keyAnchor(task)}`}>{t('paper.to-key')}</a>
      </p>
    </section>
  )
}

function Question({ block, told }: { block: OutlineQuestion; told: Told }) {
  const { t } = useI18n()
  const { type, asked, answers, pairs } = block
  const shown = type === 'order' ? mixed(answers, ({ line }) => plainLine(line)) : answers
  return (
    <>
      <h3>
        <OutlineLine line={asked} told={told} />
      </h3>
      <p className="meta">{t(`paper.ask.${type}`)}</p>
      {shown.length > 0 && (
        <ul className={type === 'order' ? 'paper-order' : 'paper-answers'}>
          {shown.map(({ line }, index) => (
            <li key={index}>
              {type !== 'order' && <span className="paper-letter">{letterOf(index)}</span>}
              <OutlineLine line={line} told={told} />
            </li>
          ))}
        </ul>
      )}
      {pairs.length > 0 && <Pairs pairs={pairs} told={told} />}
    </>
  )
}

function Pairs({ pairs, told }: { pairs: OutlineQuestion['pairs']; told: Told }) {
  const rights = [...new Set(pairs.map(({ right }) => right))]
  return (
    <>
      <ul className="paper-order">
        {pairs.map(({ left }, index) => (
          <li key={index}>
            <OutlineLine line={left} told={told} />
          </li>
        ))}
      </ul>
      <ul className="paper-answers">
        {mixed(rights, (right) => right).map((right, index) => (
          <li key={index}>
            <span className="paper-letter">{letterOf(index)}</span>
            {right}
          </li>
        ))}
      </ul>
    </>
  )
}

function Case({ block, told }: { block: OutlineCase; told: Told }) {
  const { t } = useI18n()
  const { title, scenes } = block
  return (
    <>
      <h3>
        <OutlineLine line={title} told={told} />
      </h3>
      {scenes.map((scene, index) => (
        <div key={index} className="paper-scene">
          {scenes.length > 1 && <h4>{t('paper.scene', { number: index + 1 })}</h4>}
          <OutlineBlocks blocks={scene.blocks} told={told} />
          {scene.choices.length > 0 && <p className="paper-ask">{t('paper.ask.case')}</p>}
          <ul className="paper-answers">
            {scene.choices.map(({ line, to }, at) => (
              <li key={at}>
                <span className="paper-letter">{letterOf(at)}</span>
                <OutlineLine line={line} told={told} />
                {isFork(scene) && to !== null && (
                  <span className="meta"> {t('paper.go-to', { number: to })}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

type Of<Kind extends OutlineTask['kind']> = Extract<OutlineTask, { kind: Kind }>

function Reflection({ block, told }: { block: Of<'reflection'>; told: Told }) {
  const { t } = useI18n()
  return (
    <section className="paper-task">
      <p className="eyebrow">{t('paper.reflection')}</p>
      {block.title.length > 0 && (
        <h3>
          <OutlineLine line={block.title} told={told} />
        </h3>
      )}
      <OutlineBlocks blocks={block.blocks} told={told} />
      <p className="meta">{t('paper.reflection.rule')}</p>
      <div className="paper-lines" aria-hidden="true">
        <div />
        <div />
        <div />
        <div />
      </div>
    </section>
  )
}

function Picture({ block, told }: { block: Of<'picture'>; told: Told }) {
  const { t } = useI18n()
  return (
    <div className="paper-picture">
      <p>
        <span className="eyebrow">{t('paper.picture')}</span> {block.alternative}
      </p>
      <OutlineBlocks blocks={block.caption} told={told} />
    </div>
  )
}

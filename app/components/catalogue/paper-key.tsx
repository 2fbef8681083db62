import type { OutlineCase, OutlineQuestion } from '~/domain/catalogue/module-outline.schema.ts'
import {
  keyAnchor,
  letterOf,
  mixed,
  taskAnchor,
  type PaperTask,
} from '~/domain/catalogue/paper-tasks.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { OutlineBlocks, OutlineLine, type Told } from './outline-blocks.tsx'

/** What is right and why, and what follows from choices: after everything else, where nobody reads it by chance. */
export function PaperKey({ tasks, told }: { tasks: PaperTask[]; told: Told }) {
  const { t } = useI18n()
  return tasks.map((task) => (
    <section key={taskAnchor(task)} id={keyAnchor(task)} className="paper-answer">
      <h3>
        <a href={`#${taskAnchor(task)}`}>{t(`paper.${task.kind}`, { number: task.number })}</a>
        {', '}
        {task.page.title}
      </h3>
      {task.kind === 'question' ? (
        <QuestionKey block={task.block} told={told} />
      ) : (
        <CaseKey block={task.block} told={told} />
      )}
    </section>
  ))
}

function QuestionKey({ block, told }: { block: OutlineQuestion; told: Told }) {
  const { t } = useI18n()
  const { type, answers, pairs, feedback } = block
  return (
    <>
      {type === 'order' && (
        <>
          <p>{t('paper.right-order')}</p>
          <ol>
            {answers.map(({ line }, index) => (
              <li key={index}>
                <OutlineLine line={line} told={told} />
              </li>
            ))}
          </ol>
        </>
      )}
      {type === 'match' && <PairsKey pairs={pairs} told={told} />}
      {(type === 'single' || type === 'multiple') && (
        <ul className="paper-answers">
          {answers.map(({ isRight, feedback }, index) => (
            <li key={index}>
              <span className="paper-letter">{letterOf(index)}</span>
              <p>
                <strong>{t(isRight ? 'paper.right' : 'paper.wrong')}</strong>
              </p>
              <OutlineBlocks blocks={feedback} told={told} />
            </li>
          ))}
        </ul>
      )}
      <OutlineBlocks blocks={feedback} told={told} />
    </>
  )
}

function PairsKey({ pairs, told }: { pairs: OutlineQuestion['pairs']; told: Told }) {
  const rights = mixed([...new Set(pairs.map(({ right }) => right))], (right) => right)
  return (
    <ul>
      {pairs.map(({ left, right }, index) => (
        <li key={index}>
          <OutlineLine line={left} told={told} />: {letterOf(rights.indexOf(right))}, {right}
        </li>
      ))}
    </ul>
  )
}

function CaseKey({ block, told }: { block: OutlineCase; told: Told }) {
  const { t } = useI18n()
  return block.scenes.map(({ choices }, index) =>
    choices.length === 0 ? null : (
      <div key={index} className="paper-scene">
        {block.scenes.length > 1 && <h4>{t('paper.scene', { number: index + 1 })}</h4>}
        <ul className="paper-answers">
          {choices.map(({ judgement, consequence }, at) => (
            <li key={at}>
              <span className="paper-letter">{letterOf(at)}</span>
              <p>
                <strong>{t(`paper.case.${judgement}`)}</strong>
              </p>
              <OutlineBlocks blocks={consequence} told={told} />
            </li>
          ))}
        </ul>
      </div>
    ),
  )
}

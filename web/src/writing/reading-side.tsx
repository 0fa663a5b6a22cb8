import type { Compilation, Diagnostic, Plan, Section } from '@luoshi/plan-compiler/plan'
import { memo } from 'react'
import { useWords } from '../ui/i18n.ts'
import { writingWords } from './words.ts'
import styles from './writing.module.css'

type Show = (span: { readonly start: number; readonly end: number }) => void

const lists = [
  'groups',
  'phases',
  'tasks',
  'duties',
  'indicators',
  'milestones',
  'checklists',
  'procedure',
  'budget',
  'consequences',
  'references',
] as const
const wordOf = {
  groups: 'group',
  phases: 'phase',
  tasks: 'task',
  duties: 'duty',
  indicators: 'indicator',
  milestones: 'milestone',
  checklists: 'checklist',
  procedure: 'procedure',
  budget: 'budget',
  consequences: 'consequence',
  references: 'reference',
} as const satisfies Record<(typeof lists)[number], string>

type Props = {
  readonly compilation: Compilation
  readonly show: Show
  readonly remedy: (diagnostic: Diagnostic) => void
}

/** What has been read so far: how much of each kind, what does not add up, and the outline. */
export const ReadingSide = memo(({ compilation, show, remedy }: Props) => {
  const words = useWords(writingWords)
  const diagnostics = compilation.plans.flatMap(plan => plan.diagnostics)
  const outline = compilation.plans.flatMap(plan => plan.outline)
  return (
    <>
      <Counts plans={compilation.plans} />
      <section>
        <h2>
          {words('checks')} <span>{diagnostics.length > 0 ? diagnostics.length : ''}</span>
        </h2>
        {diagnostics.length === 0 ? <p className={styles.soft}>{words('checks.none')}</p> : null}
        {diagnostics.map((diagnostic, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a compilation is replaced whole, its diagnostics have no other name
          <Note key={index} diagnostic={diagnostic} show={show} remedy={remedy} />
        ))}
      </section>
      <section>
        <h2>{words('outline')}</h2>
        {outline.length === 0 ? (
          <p className={styles.soft}>{words('outline.none')}</p>
        ) : (
          <Outline sections={outline} show={show} />
        )}
      </section>
    </>
  )
})

const Counts = ({ plans }: { readonly plans: readonly Plan[] }) => {
  const words = useWords(writingWords)
  const counts = lists
    .map(list => ({ list, count: plans.reduce((sum, plan) => sum + plan[list].length, 0) }))
    .filter(({ count }) => count > 0)
  return (
    <section className={styles.counts}>
      {counts.map(({ list, count }) => (
        <span key={list}>
          {words(wordOf[list])} <b>{count}</b>
        </span>
      ))}
    </section>
  )
}

type NoteProps = { readonly diagnostic: Diagnostic } & Pick<Props, 'show' | 'remedy'>

const Note = ({ diagnostic, show, remedy }: NoteProps) => {
  const words = useWords(writingWords)
  const { severity, message, span } = diagnostic
  return (
    <div className={`${styles.note} ${styles[severity]}`}>
      <button type="button" className={styles.what} onClick={() => show(span)}>
        <span className={styles.severity}>{words(severity)}</span>
        <b>{message.what}</b>
        <span>{message.why}</span>
        <span>{message.fix}</span>
      </button>
      {diagnostic.remedy ? (
        <button type="button" className={styles.remedy} title={words('change.key')} onClick={() => remedy(diagnostic)}>
          {words('change')}「{diagnostic.remedy.text}」
        </button>
      ) : null}
    </div>
  )
}

const Outline = ({ sections, show }: { readonly sections: readonly Section[]; readonly show: Show }) => (
  <ul className={styles.outline}>
    {sections.map(section => (
      <li key={`${section.span.start}-${section.level}`}>
        <button type="button" onClick={() => show(section.span)}>
          {section.marker}
          {section.heading}
        </button>
        {section.children.length > 0 ? <Outline sections={section.children} show={show} /> : null}
      </li>
    ))}
  </ul>
)

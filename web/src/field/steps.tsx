import type { Grade } from '@luoshi/contract/standards'
import styles from './checklist.module.css'

type StepsProps = { readonly grades: readonly (Grade | null)[]; readonly here: number }

/** How far one has come, a stroke for each criterion in the colour of its grade. The words are beside it. */
export const Steps = ({ grades, here }: StepsProps) => (
  <div className={styles.steps} aria-hidden="true">
    {grades.map((grade, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the checklist is what a stroke stands for
      <i key={at} data-grade={grade ?? 'none'} data-here={at === here} />
    ))}
  </div>
)

import type { Criterion, Grade } from '@luoshi/contract/standards'
import { useWords } from '../ui/i18n.ts'
import styles from './checklist.module.css'
import { fieldWords } from './words.ts'

const grades = ['conforms', 'mostly', 'fails'] as const

type GradeButtonsProps = {
  readonly criterion: Criterion
  readonly chosen: Grade | null
  readonly onGrade: (grade: Grade) => void
}

/** Three grades at the thumb, each with what the standard says of it. */
export const GradeButtons = ({ criterion, chosen, onGrade }: GradeButtonsProps) => {
  const t = useWords(fieldWords)
  return (
    <div className={styles.grades}>
      {grades.map(grade => (
        <button
          key={grade}
          type="button"
          className={styles.grade}
          data-grade={grade}
          aria-pressed={chosen === grade}
          onClick={() => onGrade(grade)}
        >
          {t(`grade.${grade}`)}
          <small>{criterion.grades[grade] ?? (grade === 'fails' ? t('grade.fails.sub') : '')}</small>
        </button>
      ))}
    </div>
  )
}

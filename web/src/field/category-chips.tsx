import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import styles from './field.module.css'
import { useBaggage } from './readings.ts'
import { fieldWords } from './words.ts'

type CategoryChipsProps = { readonly chosen: string | null; readonly onChoose: (id: string | null) => void }

const first = 6

/** The kinds of case; whoever is in a hurry leaves it to the office. */
export const CategoryChips = ({ chosen, onChoose }: CategoryChipsProps) => {
  const t = useWords(fieldWords)
  const u = useWords(uiWords)
  const [isWhole, setWhole] = useState(false)
  const categories = useBaggage()?.categories ?? []
  if (categories.length === 0) return null
  const shown = isWhole ? categories : categories.filter(({ id }, place) => place < first || id === chosen)
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={styles.section} style={{ marginBottom: 8 }}>
        {t('report.category')}
      </legend>
      <div className={styles.chips}>
        {shown.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={styles.chip}
            aria-pressed={chosen === id}
            onClick={() => onChoose(chosen === id ? null : id)}
          >
            {name}
          </button>
        ))}
        {isWhole || categories.length <= first ? null : (
          <button type="button" className={styles.chip} onClick={() => setWhole(true)}>
            {u('more')}…
          </button>
        )}
      </div>
    </fieldset>
  )
}

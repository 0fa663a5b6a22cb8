import type { Carried } from '@luoshi/contract/field'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { useBaggage } from './readings.ts'
import { fieldWords } from './words.ts'

type Kind = keyof Carried['left']

/** What there is beyond what a phone carries: how much, and that the desk has it all. Nothing where everything is here. */
export const LeftLine = ({ of }: { readonly of: readonly Kind[] }) => {
  const t = useWords(fieldWords)
  const left = useBaggage()?.left
  const told = of.filter(kind => (left?.[kind] ?? 0) > 0)
  if (told.length === 0) return null
  return (
    <p className={styles.section} role="note">
      {told.map(kind => t(`left.${kind}`, { count: left?.[kind] ?? 0 })).join(t('left.between'))}
      {t('left.where')}
    </p>
  )
}

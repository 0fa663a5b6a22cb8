import type { Grade } from '@luoshi/contract/standards'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { visitWords } from './words.ts'

const tones = { conforms: 'done', mostly: 'soon', fails: 'late', 'not-applicable': 'plain' } as const

/** A grade in words; null where nobody looked. */
export const GradeMark = ({ grade }: { readonly grade: Grade | null }) => {
  const t = useWords(visitWords)
  return grade === null ? <Tag>{t('unseen')}</Tag> : <Tag tone={tones[grade]}>{t(`grade.${grade}`)}</Tag>
}

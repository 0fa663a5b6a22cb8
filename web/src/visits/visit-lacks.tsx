import type { VisitRow } from '@luoshi/contract/visits'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { visitWords } from './words.ts'

/** What a finished visit lacks to count, and the photos that are not there; nothing where it lacks nothing. */
export const VisitLacks = ({ of }: { readonly of: Pick<VisitRow, 'finishedAt' | 'lacking' | 'photosLacking'> }) => {
  const t = useWords(visitWords)
  if (of.finishedAt === null) return null
  return (
    <>
      {of.lacking === 0 ? null : (
        <span title={t('lacking.hint')}>
          <Tag tone="soon">{t('lacking', { count: of.lacking })}</Tag>
        </span>
      )}
      {of.photosLacking === 0 ? null : <Tag tone="soon">{t('photosLacking', { count: of.photosLacking })}</Tag>}
    </>
  )
}

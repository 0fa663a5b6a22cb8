import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import type { TreeFilter } from './tree-rows.ts'
import { unitsWords } from './words.ts'

/** In the place of a tree in which nothing is, or nothing was found. */
export const NoUnits = ({ filter: { q, kind } }: { readonly filter: TreeFilter }) => {
  const t = useWords(unitsWords)
  if (q !== '') return <EmptyState title={t('none.found', { q })}>{t('none.hint')}</EmptyState>
  if (kind !== null) return <EmptyState title={t('none.kind')}>{t('none.hint')}</EmptyState>
  return <EmptyState title={t('none.title')}>{t('none.detail')}</EmptyState>
}

import type { ItemKind } from '@luoshi/contract/review'
import { Dropdown } from 'antd'
import { type CSSProperties, type RefObject, useEffect, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { type Selected, selectedOn } from './selection.ts'
import styles from './selection-menu.module.css'
import { reviewWords } from './words.ts'

const often: readonly ItemKind[] = ['task', 'duty', 'indicator', 'milestone', 'phase']
const rest: readonly ItemKind[] = ['group', 'checklist', 'procedure', 'budget', 'consequence', 'reference']

type Props = {
  readonly paper: RefObject<HTMLElement | null>
  readonly onMake: (kind: ItemKind, selected: Selected['span']) => void
}

/** Words selected in the document can be made into an item of any kind. */
export const SelectionMenu = ({ paper, onMake }: Props) => {
  const t = useWords(reviewWords)
  const [selected, setSelected] = useState<Selected | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSelected(paper.current && selectedOn(paper.current)), 180)
    }
    const away = () => setSelected(null)
    document.addEventListener('selectionchange', look)
    addEventListener('scroll', away, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      removeEventListener('scroll', away, true)
    }
  }, [paper])

  if (!selected) return null
  const make = (kind: ItemKind) => {
    onMake(kind, selected.span)
    getSelection()?.removeAllRanges()
  }
  return (
    <div className={styles.menu} style={placeAt(selected.box)} role="toolbar" aria-label={t('makeItem')}>
      <span>{t('makeItem')}</span>
      {often.map(kind => (
        <button key={kind} type="button" onMouseDown={event => event.preventDefault()} onClick={() => make(kind)}>
          {t(`kind_${kind}`)}
        </button>
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: rest.map(kind => ({ key: kind, label: t(`kind_${kind}`) })),
          // The keys are the kinds given just above.
          onClick: ({ key }) => make(key as ItemKind),
        }}
      >
        <button type="button" onMouseDown={event => event.preventDefault()}>
          {t('makeMore')} ▾
        </button>
      </Dropdown>
    </div>
  )
}

/** Under the middle of the selection, but never off the screen. */
const placeAt = ({ left, width, bottom }: DOMRect): CSSProperties =>
  ({
    '--x': `${Math.min(Math.max(left + width / 2, 190), innerWidth - 190)}px`,
    '--y': `${Math.min(bottom + 8, innerHeight - 60)}px`,
    // React passes custom properties on; its type of styles does not know them.
  }) as CSSProperties

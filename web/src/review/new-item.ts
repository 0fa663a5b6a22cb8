import type { ItemKind } from '@luoshi/contract/review'
import { type Read, readItems } from './readings.ts'

/**
 * What a new item made from a selection of the document starts with: what the compiler reads from those words as that
 * kind, or the words themselves in the place where they belong.
 */
export const startItem = (kind: ItemKind, selected: string, read: Read): Record<string, unknown> => {
  const found = readItems(read(selected)).find(item => item.kind === kind)
  return found ? found.content : emptyContent(kind, selected.trim())
}

/** An item of a kind that says nothing but `words`. */
export const emptyContent = (kind: ItemKind, words: string): Record<string, unknown> => {
  switch (kind) {
    case 'group':
      return { kind: 'working', name: words, leaders: [], deputies: [], members: [], location: null, duties: null }
    case 'phase':
      return { name: words, window: null }
    case 'task':
      return { text: words, lead: [], responsible: [], support: [], due: null, section: '' }
    case 'duty':
      return { text: words, every: { per: 'month', times: null, at: null }, to: [] }
    case 'indicator':
      return { subject: words, op: '>=', value: null, unit: '%' }
    case 'milestone':
      return { text: words, date: '' }
    case 'checklist':
      return { pointType: words, items: [] }
    case 'procedure':
      return { step: 'apply', actor: null, threshold: null }
    case 'budget':
      return { item: words, yuan: 0 }
    case 'consequence':
      return { kind: 'reward', text: words }
    case 'reference':
      return { title: words, number: null }
  }
}

import type { ClipboardEvent, KeyboardEvent } from 'react'
import { newId } from '../ui/uuid.ts'
import { isTable, pasted } from './paste-rows.ts'
import { added, type ColumnKey, columns, moved } from './sheet.ts'
import type { Draft } from './use-draft.ts'

type Place = { readonly id: string; readonly column: ColumnKey; readonly field: HTMLElement }

const isColumn = (text: string | undefined): text is ColumnKey => columns.some(column => column === text)

/** The cell of the table that the keys go to; null where they go to something else on the page. */
const placeOf = (target: EventTarget): Place | null => {
  if (!(target instanceof HTMLElement)) return null
  const column = target.dataset.cell
  const id = target.closest<HTMLElement>('[data-row]')?.dataset.row
  return isColumn(column) && id !== undefined ? { id, column, field: target } : null
}

const focus = (id: string, column: ColumnKey): void =>
  document.querySelector<HTMLElement>(`[data-row="${id}"] [data-cell="${column}"]`)?.focus()

/** Keys that work the table as a spreadsheet: the next line, moving, adding, undo; and pasting a piece of one. */
export const useSheetKeys = (draft: Draft, { onPasted }: { readonly onPasted: (refused: number) => void }) => {
  const focusSoon = (id: string, column: ColumnKey): void => void setTimeout(() => focus(id, column))

  const onKeyDown = (event: KeyboardEvent): void => {
    const withControl = event.ctrlKey || event.metaKey
    if (event.nativeEvent.isComposing) return
    if (withControl && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) draft.redo()
      else draft.undo()
      return
    }
    if (withControl && event.key.toLowerCase() === 'y') {
      event.preventDefault()
      draft.redo()
      return
    }
    const place = placeOf(event.target)
    if (place === null) return
    const { id, column } = place
    const index = draft.content.findIndex(one => one.id === id)
    if (event.key === 'Enter' && withControl) {
      event.preventDefault()
      const next = newId()
      draft.write(added(draft.content, id, next))
      focusSoon(next, 'text')
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      const below = draft.content[index + 1]
      if (below !== undefined) focus(below.id, column)
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      draft.write(moved(draft.content, id, event.key === 'ArrowUp' ? -1 : 1))
      focusSoon(id, column)
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && atEdge(place.field, event.key)) {
      const other = draft.content[index + (event.key === 'ArrowUp' ? -1 : 1)]
      if (other !== undefined) {
        event.preventDefault()
        focus(other.id, column)
      }
    }
  }

  const onPaste = (event: ClipboardEvent): void => {
    const place = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (place === null || !isTable(text)) return
    event.preventDefault()
    const { content, refused } = pasted(draft.content, place, text, newId)
    draft.write(content)
    onPasted(refused)
  }

  return { onKeyDown, onPaste, focusSoon }
}

/** At the first or the last line of its text, or in a box to tick. */
const atEdge = (field: HTMLElement, key: string): boolean => {
  if (!(field instanceof HTMLTextAreaElement)) return true
  const [before, after] = [field.value.slice(0, field.selectionStart), field.value.slice(field.selectionEnd)]
  return !(key === 'ArrowUp' ? before : after).includes('\n')
}

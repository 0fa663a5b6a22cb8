import type { Line } from '../2-outline/lines.ts'
import type { Reading } from '../plan.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import type { ItemList } from './item-lists.ts'

/** What was read from a plan and the words it was read from. Every offset is one into the whole text. */
export type Page = {
  readonly reading: Reading
  /** The whole text in canonical characters, unit for unit the one below. */
  readonly text: string
  /** The whole text as written. */
  readonly written: string
  readonly year: number | null
  /** The plan's lines, in order; none is empty. */
  readonly lines: readonly Line[]
  /** Every numbered list, in the order in which they end. */
  readonly lists: readonly ItemList[]
  /** Every date and window of time, in order. */
  readonly windows: readonly ReadWindow[]
}

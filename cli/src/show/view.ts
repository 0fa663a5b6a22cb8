import type { Language } from '../command.ts'
import type { Paint } from '../terminal/paint.ts'
import type { Position } from './source-map.ts'

/** How a compilation is shown. */
export type View = {
  readonly name: string
  /** The text that spans point into. */
  readonly text: string
  readonly language: Language
  readonly columns: number
  readonly paint: Paint
  readonly position: (offset: number) => Position
}

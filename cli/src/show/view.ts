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
  /** The line and column of an offset in the text. */
  readonly position: (offset: number) => Position
  /** The same as an address: `7:3` in a text, `第3页第5段` in a file that has pages or paragraphs. */
  readonly address: (offset: number) => string
}

import { attribute, piecesOf } from '../markup.ts'
import { type PlacedText, placedText } from '../places.ts'
import { inTableOfContents, newFields, seeField } from './fields.ts'
import { readNotes } from './notes.ts'
import { newCounter, readNumbering } from './numbering.ts'
import {
  addNote,
  beginBox,
  beginCell,
  beginParagraph,
  beginTable,
  endBox,
  endParagraph,
  endRow,
  endTable,
  isTooLong,
  leaveOut,
  mergeCell,
  newPage,
  type Page,
  paragraphOf,
  widenCell,
} from './page.ts'
import { numberingOfStyles } from './styles.ts'

/** The parts of a Word file that hold words. */
export type DocxParts = {
  readonly document: string
  readonly numbering: string
  readonly styles: string
  readonly footnotes: string
  readonly endnotes: string
}

const hidden = new Set([
  ...['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:delInstrText'],
  // The same drawing again for older readers, and the reading printed over a character.
  ...['mc:Fallback', 'w:rt'],
  // How it looked before: no words.
  ...['w:rPrChange', 'w:pPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPrChange'],
])
const words = new Set(['w:t', 'm:t'])

/** What hangs on a walk besides the page itself. */
const newWalk = () => ({
  controls: [] as boolean[],
  dropped: 0,
  inText: false,
  inMark: false,
  vanished: false,
  flat: [] as string[],
})
type Walk = ReturnType<typeof newWalk>

type Notes = { readonly [name: string]: ReadonlyMap<string, string> }

/** A content control that nobody filled in says so, and shows words like `单击此处输入文字`. */
const seePlaceholder = (walk: Walk, name: string, kind: 'open' | 'close' | 'empty'): void => {
  const last = walk.controls.length - 1
  if (name === 'w:sdt' && kind === 'open') walk.controls.push(false)
  else if (name === 'w:showingPlcHdr' && kind !== 'close' && walk.controls[last] === false) {
    walk.controls[last] = true
    walk.dropped++
  } else if (name === 'w:sdt' && kind === 'close' && walk.controls.pop()) walk.dropped--
}

const isOff = (value: string): boolean => /^(?:0|false|off)$/.test(value)

const openTag = (page: Page, walk: Walk, name: string, attributes: string, notes: Notes): void => {
  const value = attribute(attributes, 'w:val') ?? ''
  const paragraph = paragraphOf(page)
  if (name === 'w:p') beginParagraph(page)
  else if (name === 'w:pStyle') paragraph.style = value
  else if (name === 'w:ilvl') paragraph.number = { id: paragraph.number?.id ?? '', level: Number(value) || 0 }
  else if (name === 'w:numId') paragraph.number = { id: value, level: paragraph.number?.level ?? 0 }
  else if (name === 'w:r') walk.vanished = false
  else if (name === 'w:vanish') walk.vanished = !isOff(value) && !walk.inMark
  else if (name === 'w:tab' && !attributes.includes('w:pos')) paragraph.words.push(' ')
  else if (name === 'w:br' || name === 'w:cr') paragraph.words.push('\n')
  else if (name === 'w:noBreakHyphen') paragraph.words.push('-')
  else if (name === 'w:tc') beginCell(page)
  else if (name === 'w:gridBefore') leaveOut(page, Number(value) || 0)
  else if (name === 'w:gridSpan') widenCell(page, Number(value) || 1)
  else if (name === 'w:vMerge' && value !== 'restart') mergeCell(page)
  else {
    const note = notes[name]?.get(attribute(attributes, 'w:id') ?? '')
    if (note !== undefined) addNote(page, note.trim())
  }
}

const starts: Readonly<Record<string, (page: Page) => boolean>> = { 'w:tbl': beginTable, 'w:txbxContent': beginBox }
const ends: Readonly<Record<string, (page: Page) => void>> = { 'w:tbl': endTable, 'w:txbxContent': endBox }

/** Tables and boxes nest; one that lies too deep is passed over, and so is its end. */
const nested = (page: Page, walk: Walk, name: string, kind: 'open' | 'close' | 'empty'): void => {
  const start = starts[name]
  if (!start || kind === 'empty') return
  if (kind === 'open') {
    if (walk.flat.length > 0 || !start(page)) walk.flat.push(name)
  } else if (walk.flat.length > 0) walk.flat.pop()
  else ends[name]?.(page)
}

/** The text of a Word document, null where it is beyond reason: deletions dropped, insertions kept, automatic numbers written out, rows as tabbed cells. */
export const textOfDocx = (parts: DocxParts): PlacedText | null => {
  const page = newPage()
  const walk = newWalk()
  const notes = { 'w:footnoteReference': readNotes(parts.footnotes), 'w:endnoteReference': readNotes(parts.endnotes) }
  const numbering = readNumbering(parts.numbering)
  const ofStyle = numberingOfStyles(parts.styles, numbering)
  const count = newCounter(numbering)
  const fields = newFields(parts.document)

  const endOfParagraph = (): void => {
    const { number, style, words: written } = paragraphOf(page)
    const own = number?.id === '' ? { id: ofStyle(style)?.id ?? '', level: number.level } : (number ?? ofStyle(style))
    endParagraph(page, own && written.join('').trim() !== '' ? count(own) : '')
  }

  for (const piece of piecesOf(parts.document)) {
    if (piece.kind === 'text') {
      if (walk.inText && walk.dropped === 0 && !walk.vanished && !inTableOfContents(fields))
        paragraphOf(page).words.push(piece.text)
      seeField(fields, piece)
      continue
    }
    const { name, kind, attributes } = piece
    seeField(fields, piece)
    if (hidden.has(name) && kind !== 'empty') walk.dropped += kind === 'open' ? 1 : -1
    seePlaceholder(walk, name, kind)
    if (words.has(name)) walk.inText = kind === 'open'
    if (name === 'w:pPr') walk.inMark = kind === 'open'
    if (name === 'w:del' && kind === 'empty' && walk.inMark) paragraphOf(page).runsOn = true
    if (walk.dropped > 0) continue
    nested(page, walk, name, kind)
    if (kind !== 'close') openTag(page, walk, name, attributes, notes)
    if (name === 'w:p' && kind !== 'open') endOfParagraph()
    if (name === 'w:tr' && kind === 'close' && walk.flat.length === 0) endRow(page)
    if (isTooLong(page)) return null
  }
  while (page.sheets.length > 1) endBox(page)
  // A document that is cut off ends in the middle of a paragraph.
  paragraphOf(page).runsOn = false
  if (paragraphOf(page).words.length > 0) endParagraph(page, '')
  return placedText(page.sheets[0].lines)
}

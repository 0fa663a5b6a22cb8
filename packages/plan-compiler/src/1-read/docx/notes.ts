import { attribute, piecesOf } from '../markup.ts'

const deleted = new Set(['w:del', 'w:moveFrom'])

/** Footnotes or endnotes by their id, as they read with every change accepted. */
export const readNotes = (xml: string): ReadonlyMap<string, string> => {
  const notes = new Map<string, string>()
  let [id, inText, dropped] = ['', false, 0]
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text') {
      if (inText && dropped === 0 && id !== '') notes.set(id, (notes.get(id) ?? '') + piece.text)
    } else if (piece.name === 'w:footnote' || piece.name === 'w:endnote')
      id = piece.kind === 'open' ? (attribute(piece.attributes, 'w:id') ?? '') : ''
    else if (piece.name === 'w:t') inText = piece.kind === 'open'
    else if (deleted.has(piece.name) && piece.kind !== 'empty') dropped += piece.kind === 'open' ? 1 : -1
  }
  return notes
}

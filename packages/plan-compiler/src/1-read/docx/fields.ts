import { attribute, type Piece } from '../markup.ts'

/** The fields that are open while a document is walked, innermost last. */
type Field = { instruction: string; contents: boolean }
export type Fields = { readonly open: Field[]; readonly whole: boolean; contents: number; inInstruction: boolean }

const countOf = (text: string, words: string): number => text.split(words).length - 1

/** Fields that are not closed are not told apart from the text after them: there no table of contents is looked for. */
export const newFields = (document: string): Fields => ({
  open: [],
  whole: countOf(document, 'w:fldCharType="begin"') === countOf(document, 'w:fldCharType="end"'),
  contents: 0,
  inInstruction: false,
})

const isContents = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction)

const begin = (fields: Fields, instruction: string): void => {
  fields.open.push({ instruction, contents: false })
}

const showsResult = (fields: Fields): void => {
  const field = fields.open.at(-1)
  if (!field || field.contents || !isContents(field.instruction)) return
  field.contents = true
  fields.contents++
}

const end = (fields: Fields): void => {
  if (fields.open.pop()?.contents) fields.contents--
}

/** Follows the fields of a document; called with every piece of it. */
export const seeField = (fields: Fields, piece: Piece): void => {
  if (piece.kind === 'text') {
    const field = fields.open.at(-1)
    if (fields.inInstruction && field && field.instruction.length < 200) field.instruction += piece.text
  } else if (piece.name === 'w:instrText') fields.inInstruction = piece.kind === 'open'
  else if (piece.name === 'w:fldSimple' && piece.kind === 'open') {
    begin(fields, attribute(piece.attributes, 'w:instr') ?? '')
    showsResult(fields)
  } else if (piece.name === 'w:fldSimple' && piece.kind === 'close') end(fields)
  else if (piece.name === 'w:fldChar' && piece.kind !== 'close') {
    const type = attribute(piece.attributes, 'w:fldCharType')
    if (type === 'begin') begin(fields, '')
    else if (type === 'separate') showsResult(fields)
    else if (type === 'end') end(fields)
  }
}

/** Whether the words at this point repeat the headings of the document. */
export const inTableOfContents = ({ whole, contents }: Fields): boolean => whole && contents > 0

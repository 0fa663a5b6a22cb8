import { AlignmentType, LineRuleType, Paragraph, type Table, TextRun } from 'docx'
import { imprint } from './imprint.ts'
import { face } from './official-fonts.ts'
import type { OfficialParagraph } from './official-paragraphs.ts'
import { CHARACTER, LINE, SIZE_2 } from './official-sizes.ts'

/** A paragraph as GB/T 9704-2012 sets it by its place; to be mapped over all of them. */
export const setParagraph = (
  paragraph: OfficialParagraph,
  index: number,
  all: readonly OfficialParagraph[],
): readonly (Paragraph | Table)[] => {
  const { style, text, table } = paragraph
  if (table !== undefined) return [table]
  if (style === 'imprint')
    return all[index - 1]?.style === 'imprint' ? [] : imprint(all.slice(index).map(line => line.text))
  if (style === 'addressee') return [new Paragraph({ children: [new TextRun(text)] })]
  if (style === 'title' || style === 'attachment-title') return [titled(text)]
  if (style === 'attachment')
    return [new Paragraph({ pageBreakBefore: true, children: [new TextRun({ text, font: face('heading-1') })] })]
  if (style === 'signature') return [signed(text, index, all)]
  return [flowing(paragraph, index, all)]
}

const titled = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: LINE, line: 700, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text, font: face('title'), size: SIZE_2 })],
  })

const flowing = (paragraph: OfficialParagraph, index: number, all: readonly OfficialParagraph[]): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    // What signs the document never stands alone on a page.
    keepNext: all[index + 1]?.style === 'signature' || paragraph.style.startsWith('heading'),
    ...(paragraph.style === 'enclosed' && {
      spacing: { before: LINE, line: LINE, lineRule: LineRuleType.EXACT },
    }),
    indent: { firstLine: CHARACTER * 2 },
    children: runs(paragraph),
  })

/**
 * Who signs and when: the date four characters in, the name centred on it, two lines below the text, so that the seal over both
 * comes to within a line of what it seals.
 */
const signed = (text: string, index: number, all: readonly OfficialParagraph[]): Paragraph => {
  const isLast = all[index + 1]?.style !== 'signature'
  const date = all.findLast(({ style }) => style === 'signature')?.text ?? ''
  const inwards = isLast ? 4 : Math.max(0, 4 + (widthOf(date) - widthOf(text)) / 2)
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepNext: !isLast,
    spacing: {
      before: all[index - 1]?.style === 'signature' ? 0 : 2 * LINE,
      line: LINE,
      lineRule: LineRuleType.EXACT,
    },
    indent: { right: Math.round(inwards * CHARACTER) },
    children: [new TextRun(text)],
  })
}

/** In characters; what is not Chinese takes half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0xff ? 1 : 0.5), 0)

const runs = ({ style, text, headingLength = text.length }: OfficialParagraph): readonly TextRun[] => {
  const font = style === 'heading-1' ? face('heading-1') : style === 'heading-2' ? face('heading-2') : null
  if (font === null) return [new TextRun(text)]
  const after = text.slice(headingLength)
  return [new TextRun({ text: text.slice(0, headingLength), font }), ...(after ? [new TextRun(after)] : [])]
}

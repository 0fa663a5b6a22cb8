import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { face, nameFallbacks } from './official-fonts.ts'
import type { OfficialParagraph } from './official-paragraphs.ts'

export type OfficialDocument = {
  readonly paragraphs: readonly OfficialParagraph[]
  /** The issuer's name in red over a red rule, where the office prints on its own head. */
  readonly redHead?: { readonly issuer: string; readonly number: string | null }
}

/** Half-points: 2号 is 22 pt, 3号 16 pt, 4号 14 pt. */
const SIZE_2 = 44
const SIZE_3 = 32
const SIZE_4 = 28
/** 22 lines in 225 mm. */
const LINE = Math.round(mm(225) / 22)
/** A character of the text in twentieths of a point. */
const CHARACTER = SIZE_3 * 10
const RED = 'C00000'

/** Prints to .docx as GB/T 9704-2012 sets an official document: A4, text area 156 × 225 mm, 22 lines of 28 characters. */
export const officialDocument = async ({ paragraphs, redHead }: OfficialDocument): Promise<Uint8Array> => {
  const document = new Document({
    creator: '落实 Luoshi',
    title: paragraphs.find(({ style }) => style === 'title')?.text ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: face('text'), size: SIZE_3, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: LINE, lineRule: LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(25) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...(redHead ? head(redHead) : []), ...paragraphs.map(set)],
      },
    ],
  })
  return nameFallbacks(new Uint8Array(await Packer.toBuffer(document)))
}

/** `— 1 —`, one character in from the outer edge. */
const pageNumber = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.RIGHT ? { right: SIZE_4 * 10 } : { left: SIZE_4 * 10 },
        children: [new TextRun({ font: face('number'), size: SIZE_4, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

/** The issuer 35 mm under the edge of the text area, its number two lines below, the rule 4 mm under that, two lines to the title. */
const head = ({ issuer, number }: NonNullable<OfficialDocument['redHead']>): readonly Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: mm(35), after: 2 * LINE, line: 900, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text: issuer, font: face('title'), size: issuer.length > 12 ? 56 : 72, color: RED })],
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 2 * LINE, line: LINE, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: RED, space: 11 } },
    children: [new TextRun({ text: number ?? '', size: SIZE_3 })],
  }),
]

/**
 * Who signs and when: the date four characters in, the name centred on it, two lines below the text, so that the seal over both
 * comes to within a line of what it seals.
 */
const signed = (text: string, index: number, all: readonly OfficialParagraph[]): Paragraph => {
  const isLast = index === all.length - 1
  const date = all.at(-1)?.text ?? ''
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

const set = (paragraph: OfficialParagraph, index: number, all: readonly OfficialParagraph[]): Paragraph | Table => {
  if (paragraph.table !== undefined) return paragraph.table
  if (paragraph.style === 'addressee') return new Paragraph({ children: [new TextRun(paragraph.text)] })
  if (paragraph.style === 'title') {
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: LINE, line: 700, lineRule: LineRuleType.AT_LEAST },
      children: [new TextRun({ text: paragraph.text, font: face('title'), size: SIZE_2 })],
    })
  }
  if (paragraph.style === 'signature') return signed(paragraph.text, index, all)
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    // What signs the document never stands alone on a page.
    keepNext: all[index + 1]?.style === 'signature' || paragraph.style.startsWith('heading'),
    indent: { firstLine: CHARACTER * 2 },
    children: runs(paragraph),
  })
}

const runs = ({ style, text, headingLength = text.length }: OfficialParagraph): readonly TextRun[] => {
  const font = style === 'heading-1' ? face('heading-1') : style === 'heading-2' ? face('heading-2') : null
  if (font === null) return [new TextRun(text)]
  const after = text.slice(headingLength)
  return [new TextRun({ text: text.slice(0, headingLength), font }), ...(after ? [new TextRun(after)] : [])]
}

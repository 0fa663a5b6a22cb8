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
  TextRun,
} from 'docx'
import { face, nameFallbacks } from './official-fonts.ts'
import type { OfficialParagraph } from './official-paragraphs.ts'
import { LINE, SIZE_3, SIZE_4 } from './official-sizes.ts'
import { setParagraph } from './set-paragraph.ts'

export type OfficialDocument = {
  readonly paragraphs: readonly OfficialParagraph[]
  /** The issuer's name in red over a red rule, where the office prints on its own head. */
  readonly redHead?: { readonly issuer: string; readonly number: string | null }
}

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
        children: [...(redHead ? head(redHead) : []), ...paragraphs.flatMap(setParagraph)],
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

import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  convertMillimetersToTwip as mm,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { face } from '../documents/official-fonts.ts'

export type ProblemLine = {
  readonly number: string
  readonly title: string
  readonly place: string
  readonly closes: string
  /** A JPEG, as thumbnails are. */
  readonly picture: Uint8Array | null
}

/** Half-points: 小四. */
const SIZE = 24
/** Millimetres of the text area of 156. */
const widths = [13, 42, 32, 33, 36] as const
const heads = ['序号', '问题', '地点', '销号条件', '照片'] as const

/** The problems of a notice, a row each; a row stays on one page. */
export const problemTable = (lines: readonly ProblemLine[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(156), type: WidthType.DXA },
    columnWidths: widths.map(width => mm(width)),
    borders: Object.fromEntries(
      ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map(side => [
        side,
        { style: BorderStyle.SINGLE, size: 4, color: '1F2328' },
      ]),
    ),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, index) => cell(index, [text(head, true, AlignmentType.CENTER)])),
      }),
      ...lines.map(
        ({ number, title, place, closes, picture }, row) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(0, [text(String(row + 1), false, AlignmentType.CENTER)]),
              cell(1, [text(title), text(number)]),
              cell(2, [text(place)]),
              cell(3, [text(closes)]),
              cell(4, [picture === null ? text('—', false, AlignmentType.CENTER) : image(picture, title)]),
            ],
          }),
      ),
    ],
  })

const cell = (column: number, children: readonly Paragraph[]): TableCell =>
  new TableCell({
    width: { size: mm(widths[column] ?? 10), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    children,
  })

const text = (
  words: string,
  bold = false,
  alignment: (typeof AlignmentType)['LEFT' | 'CENTER'] = AlignmentType.LEFT,
): Paragraph =>
  new Paragraph({
    alignment,
    spacing: { line: 320 },
    children: [new TextRun({ text: words, size: SIZE, ...(bold && { font: face('heading-1') }) })],
  })

const image = (bytes: Uint8Array, description: string): Paragraph => {
  const { width, height } = jpegSize(bytes)
  const scale = Math.min(120 / width, 96 / height)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'jpg',
        data: bytes,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: description, title: description, description },
      }),
    ],
  })
}

/** Reads the size from the frame header of a JPEG. */
const jpegSize = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint16(at)
    if (marker >= 0xffc0 && marker <= 0xffc2) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return { width: 4, height: 3 }
}

import {
  AlignmentType,
  BorderStyle,
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
import { face } from './official-fonts.ts'

type Column = {
  readonly head: string
  /** In millimetres; all of them together fill the text area of 156. */
  readonly width: number
  readonly align?: 'left' | 'center'
}

/** Half-points: 小四. */
const SIZE = 24
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER } as const
const sides = ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'] as const

/** A table within the text of an official document: its head on every page it reaches, no row torn in two. */
export const officialTable = (
  columns: readonly Column[],
  rows: readonly (readonly (string | readonly Paragraph[])[])[],
): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(156), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    borders: Object.fromEntries(
      sides.map(side => [side, { style: BorderStyle.SINGLE, size: 4, color: '1F2328' }] as const),
    ),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head, width }) => cell(width, [cellText(head, 'center', true)])),
      }),
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ width, align }, index) => {
              const held = row[index] ?? ''
              return cell(width, typeof held === 'string' ? [cellText(held, align)] : held)
            }),
          }),
      ),
    ],
  })

const cell = (width: number, children: readonly Paragraph[]): TableCell =>
  new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    children,
  })

/** A line of a cell. */
export const cellText = (words: string, align: 'left' | 'center' = 'left', bold = false): Paragraph =>
  new Paragraph({
    alignment: alignments[align],
    spacing: { line: 320 },
    children: [new TextRun({ text: words, size: SIZE, ...(bold && { font: face('heading-1') }) })],
  })

import {
  BorderStyle,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { LINE, SIZE_4 } from './official-sizes.ts'

/** As wide as the text area. */
const WIDTH = mm(156)
const CHARACTER = SIZE_4 * 10
/** Eighths of a point: 0.35 mm over and under, 0.25 mm between. */
const HEAVY = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const LIGHT = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** 版记: who gets copies, who printed it and when, between rules at the foot of the last page (GB/T 9704-2012, 7.4). */
export const imprint = (lines: readonly string[]): readonly (Table | Paragraph)[] => [
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      absoluteHorizontalPosition: 0,
    },
    borders: { top: HEAVY, bottom: HEAVY, left: NONE, right: NONE, insideHorizontal: LIGHT, insideVertical: NONE },
    rows: lines.map(line => new TableRow({ children: [new TableCell({ children: [lineOf(line)] })] })),
  }),
  // A table is never the last thing in a document.
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } }),
]

/** Who printed it stands at the left, when at the right, each a character in. */
const lineOf = (line: string): Paragraph => {
  const [, who, when] = /^(.*\S)\s+(\S+印发)$/.exec(line) ?? [null, line, null]
  return new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: CHARACTER, right: CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - CHARACTER }],
    children: [new TextRun({ text: when === null ? line : `${who}\t${when}`, size: SIZE_4 })],
  })
}

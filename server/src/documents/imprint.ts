import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx'
import { LINE, SIZE_4 } from './official-sizes.ts'

/** As wide as the text area. */
const WIDTH = mm(156)
const CHARACTER = SIZE_4 * 10
/** Eighths of a point: 0.35 mm over and under, 0.25 mm between. */
const HEAVY = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 } as const
const LIGHT = { ...HEAVY, size: 6 } as const

/** 版记: who gets copies, who printed it and when, between rules at the foot of the last page (GB/T 9704-2012, 7.4). */
export const imprint = (lines: readonly string[]): readonly Paragraph[] => [
  ...lines.map(
    line =>
      new Paragraph({
        frame: {
          type: 'alignment',
          width: WIDTH,
          height: 0,
          wrap: FrameWrap.NOT_BESIDE,
          anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
          alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
        },
        spacing: { line: LINE, lineRule: LineRuleType.EXACT },
        border: { top: HEAVY, bottom: HEAVY, between: LIGHT },
        tabStops: [
          { type: TabStopType.LEFT, position: CHARACTER },
          { type: TabStopType.RIGHT, position: WIDTH - CHARACTER },
        ],
        children: [new TextRun({ children: placed(line), size: SIZE_4 })],
      }),
  ),
  // What a frame hangs on.
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } }),
]

/** Who printed it stands at the left, when at the right, each a character in. */
const placed = (line: string): (string | Tab)[] => {
  const [, who, when] = /^(.*\S)\s+(\S+印发)$/.exec(line) ?? [null, line, null]
  return [new Tab(), who ?? '', ...(when == null ? [] : [new Tab(), when])]
}

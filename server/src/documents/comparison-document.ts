import {
  AlignmentType,
  Document,
  convertMillimetersToTwip as mm,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { face, nameFallbacks } from './official-fonts.ts'

export type ComparedChange = {
  readonly what: 'added' | 'changed' | 'gone'
  readonly kind: string
  readonly before: string | null
  readonly after: string | null
  readonly work: string | null
}

export type ComparisonDocument = {
  readonly title: string
  readonly before: string
  readonly after: string
  readonly changes: readonly ComparedChange[]
}

const words = { added: '新增', changed: '修改', gone: '删去' } as const
const washes = { added: 'E8F0EA', changed: 'FBF3E4', gone: 'F7E8E6' } as const

/** Two versions of a plan side by side, for people to read and sign: what is new, what changed, what is gone. */
export const comparisonDocument = async ({
  title,
  before,
  after,
  changes,
}: ComparisonDocument): Promise<Uint8Array> => {
  const count = (what: ComparedChange['what']): number => changes.filter(change => change.what === what).length
  const document = new Document({
    creator: '落实 Luoshi',
    title: `${title}修订对照`,
    styles: { default: { document: { run: { font: face('text'), size: 24 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(297), height: mm(210) },
            margin: { top: mm(22), bottom: mm(20), left: mm(20), right: mm(20) },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 200 },
            children: [new TextRun({ text: `${title}修订对照表`, font: face('title'), size: 40 })],
          }),
          new Paragraph({
            spacing: { after: 200 },
            children: [
              new TextRun(
                `${before} → ${after}：新增 ${count('added')} 项，修改 ${count('changed')} 项，删去 ${count('gone')} 项。`,
              ),
            ],
          }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [headings(before, after), ...changes.map(changeRow)],
          }),
        ],
      },
    ],
  })
  return nameFallbacks(new Uint8Array(await Packer.toBuffer(document)))
}

const headings = (before: string, after: string): TableRow =>
  new TableRow({
    tableHeader: true,
    children: [
      cell('变化', 8, 'F3F0E9'),
      cell('类别', 8, 'F3F0E9'),
      cell(before, 34, 'F3F0E9'),
      cell(after, 34, 'F3F0E9'),
      cell('已有工作', 16, 'F3F0E9'),
    ],
  })

const changeRow = ({ what, kind, before, after, work }: ComparedChange): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cell(words[what], 8, washes[what]),
      cell(kind, 8),
      cell(before ?? '—', 34),
      cell(after ?? '—', 34),
      cell(work ?? '', 16),
    ],
  })

const cell = (text: string, percent: number, fill?: string): TableCell =>
  new TableCell({
    width: { size: percent, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(fill && { shading: { type: ShadingType.CLEAR, fill } }),
    children: text.split('\n').map(line => new Paragraph({ children: [new TextRun(line)] })),
  })

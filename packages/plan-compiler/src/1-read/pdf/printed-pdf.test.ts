import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { expect, test } from 'vitest'
import { soundPlans } from '../../4-check/samples.testing.ts'
import { compile } from '../../compile.ts'
import { readBytes } from '../read-bytes.ts'

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync)

const song = { font: 'Noto Serif CJK SC', size: 32 }

/** A document as an office would lay it out: 28 signs to a line, running head, page number between dashes. */
const documentOf = (lines: readonly string[]): Document =>
  new Document({
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, footer: 1587 } } },
        headers: { default: new Header({ children: [new Paragraph('内部资料 注意保存')] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
          }),
        },
        children: lines.map(
          (text, i) =>
            new Paragraph({
              alignment: i === 0 ? AlignmentType.CENTER : AlignmentType.BOTH,
              indent: i === 0 ? {} : { firstLine: 640 },
              children: [new TextRun({ text, ...song, size: i === 0 ? 44 : 32 })],
            }),
        ),
      },
    ],
  })

/** What a document says, and what it says when it is printed. */
const writtenAndPrinted = async (document: Document) => {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-print-'))
  try {
    const docx = join(folder, 'plan.docx')
    writeFileSync(docx, await Packer.toBuffer(document))
    const home = `-env:UserInstallation=file://${join(folder, 'home')}`
    execFileSync(office ?? '', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
      stdio: 'ignore',
    })
    const read = async (name: string) => {
      const read = await readBytes(new Uint8Array(readFileSync(join(folder, name))), name)
      if (read.kind === 'refused') throw new Error(read.reason)
      return read
    }
    return { written: await read('plan.docx'), printed: await read('plan.pdf') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const tasksOf = (text: string) =>
  compile(text, { name: 'a' }).plans.flatMap(plan =>
    plan.tasks.map(({ text, lead, responsible, support, due }) => ({ text, lead, responsible, support, due })),
  )

test.skipIf(!office)(
  'READ-9 a plan that was printed to PDF is the plan that was written',
  { timeout: 180_000 },
  async () => {
    const [sound] = soundPlans()
    const lines = (sound?.text ?? '').split('\n').filter(line => line.trim() !== '')
    const { printed } = await writtenAndPrinted(documentOf(lines))
    expect(printed.text.split('\n')).toEqual(lines)
    expect(printed.places.at(-1)?.page).toBeGreaterThan(1)
    expect(tasksOf(printed.text)).toEqual(tasksOf(lines.join('\n')))
  },
)

const duties = [
  ['对辖区居民楼逐栋摸底，登记堆放杂物的楼层和住户', '青禾街道', '各社区', '2026年3月20日前'],
  ['集中清理消防通道，重点清除废旧自行车和纸箱', '县城管局', '各社区、县消防救援大队', '2026年4月30日前'],
  ['印发楼道卫生宣传册，送到每一户', '县卫健局', '各社区', '4月10日前'],
  ['更换破损楼道灯', '县住建局', '各物业公司', '2026年5月15日前'],
]
const widths = [700, 3600, 1800, 1900, 1400]

const tableOf = (rows: readonly (readonly string[])[]): Table => {
  const cell = (text: string, i: number) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [new Paragraph({ children: [new TextRun({ text, ...song, size: 28 })] })],
    })
  return new Table({
    columnWidths: widths,
    rows: rows.map((row, i) => new TableRow({ tableHeader: i === 0, children: row.map(cell) })),
  })
}

test.skipIf(!office)(
  'READ-13 a table that runs over the page gives the same tasks, parties and days printed as written',
  { timeout: 180_000 },
  async () => {
    const head = ['序号', '工作任务', '牵头单位', '责任单位', '完成时限']
    const rows = Array.from({ length: 16 }, (_, i) => [String(i + 1), ...(duties[i % duties.length] ?? [])])
    const say = (text: string) => new Paragraph({ children: [new TextRun({ text, ...song })] })
    const { written, printed } = await writtenAndPrinted(
      new Document({
        sections: [
          {
            children: [say('青禾街道楼道整治方案'), say('一、任务分工'), tableOf([head, ...rows]), say('二、工作要求')],
          },
        ],
      }),
    )
    expect(printed.text).toBe(written.text)
    expect(printed.places.at(-1)?.page).toBeGreaterThan(1)
    expect(tasksOf(printed.text)).toEqual(tasksOf(written.text))
    expect(tasksOf(printed.text).filter(({ lead, due }) => lead.length > 0 && due !== null)).toHaveLength(16)
  },
)

import {
  DeletedTextRun,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  Textbox,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docxOf, linesOf, placeOf } from '../read.testing.ts'
import { readBytes } from '../read-bytes.ts'

type Options = ConstructorParameters<typeof Document>[0]
type Children = Options['sections'][number]['children']

const written = async (children: Children, options: Partial<Options> = {}): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ ...options, sections: [{ children }] })))

const read = async (bytes: Uint8Array): Promise<string> => {
  const opened = await readBytes(bytes, 'a.docx')
  return opened.kind === 'read' ? opened.text : opened.reason
}

const cell = (text: string, more: object = {}): TableCell => new TableCell({ children: [new Paragraph(text)], ...more })
const row = (...cells: readonly TableCell[]): TableRow => new TableRow({ children: cells })
const table = (...rows: readonly TableRow[]): Table => new Table({ rows })

describe('READ-6 automatic numbers are written out as Word shows them', () => {
  const levels = [
    [LevelFormat.CHINESE_COUNTING, '%1、'],
    [LevelFormat.CHINESE_COUNTING, '（%2）'],
    [LevelFormat.DECIMAL, '%3.'],
    [LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%4'],
  ] as const
  const config = [
    { reference: 'plan', levels: levels.map(([format, text], level) => ({ level, format, text })) },
    {
      reference: 'articles',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '第%1章' },
        { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', isLegalNumberingStyle: true },
      ],
    },
  ]
  const item = (text: string, level: number, reference = 'plan', instance = 0): Paragraph =>
    new Paragraph({ text, numbering: { reference, level, instance } })

  test('over four levels, counted anew under each heading', async () => {
    const children = [
      item('目标', 0),
      item('近期', 1),
      item('远期', 1),
      item('措施', 0),
      item('清扫', 1),
      item('主街', 2),
      item('背街', 2),
      item('墙面', 3),
      item('清运', 1),
      item('日间', 2),
    ]
    expect(await linesOf(await written(children, { numbering: { config } }))).toEqual([
      '一、目标',
      '（一）近期',
      '（二）远期',
      '二、措施',
      '（一）清扫',
      '1.主街',
      '2.背街',
      '①墙面',
      '（二）清运',
      '1.日间',
    ])
  })

  test('a second list of the same shape begins at one', async () => {
    const children = [item('甲', 2), item('乙', 2), item('丙', 2, 'plan', 1)]
    expect(await linesOf(await written(children, { numbering: { config } }))).toEqual(['1.甲', '2.乙', '1.丙'])
  })

  test('a number that ends without a sign is parted from the words', async () => {
    const children = [item('总则', 0, 'articles'), item('目的', 1, 'articles')]
    expect(await linesOf(await written(children, { numbering: { config } }))).toEqual(['第一章 总则', '1.1 目的'])
  })

  const numbered = (text: string, id: string, level = 0): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const abstract = (format: string, text: string, more = ''): string =>
    `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl></w:abstractNum>`
  const numbering = (lists: string, numbers: string): { readonly numbering: string } => ({
    numbering: `<w:numbering>${lists}${numbers}</w:numbering>`,
  })
  const one = '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'

  test.each([
    ['chineseCountingThousand', '一|十|十一|二十|一百零三'],
    ['ideographTraditional', '甲|癸|11|20|103'],
    ['ideographDigital', '一|一〇|一一|二〇|一〇三'],
    ['chineseLegalSimplified', '壹|壹拾|壹拾壹|贰拾|壹佰零叁'],
    ['decimalEnclosedParen', '⑴|⑽|⑾|⒇|103'],
    ['upperRoman', 'I|X|XI|XX|CIII'],
    ['lowerLetter', 'a|j|k|t|yyyy'],
  ])('in the format %s', async (format, expected) => {
    const body = Array.from({ length: 103 }, (_, i) => numbered(`|${i + 1}`, '5')).join('')
    const lines = await linesOf(docxOf(body, numbering(abstract(format, '%1'), one)))
    const marks = [1, 10, 11, 20, 103].map(n => lines[n - 1]?.split('|')[0]?.trim())
    expect(marks.join('|')).toBe(expected)
  })

  test('a list that says so begins anew, and one that goes on goes on', async () => {
    const again =
      '<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const goesOn = '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    const body = ['5', '5', '7', '6', '6'].map(id => numbered('某', id)).join('')
    const parts = numbering(abstract('decimal', '%1、'), one + again + goesOn)
    expect(await linesOf(docxOf(body, parts))).toEqual(['1、某', '2、某', '3、某', '1、某', '2、某'])
  })

  test('numbers come from the style, and from the style it is based on; round in a circle there is none', async () => {
    const style = (id: string, rest: string): string => `<w:style w:styleId="${id}">${rest}</w:style>`
    const styles = `<w:styles>${style('head', '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>')}${style('mine', '<w:basedOn w:val="head"/>')}${style('left', '<w:basedOn w:val="right"/>')}${style('right', '<w:basedOn w:val="left"/>')}</w:styles>`
    const styled = (id: string): string => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t>某</w:t></w:r></w:p>`
    const parts = { ...numbering(abstract('chineseCounting', '%1、'), one), styles }
    expect(await linesOf(docxOf(['head', 'mine', 'left'].map(styled).join(''), parts))).toEqual([
      '一、某',
      '二、某',
      '某',
    ])
  })
})

describe('READ-7 a table is read row by row', () => {
  test('a cell merged downwards is repeated, one merged sideways keeps the columns after it in place', async () => {
    const tasks = table(
      row(cell('任务'), cell('责任单位'), cell('完成时限')),
      row(cell('清扫主街'), cell('城管办', { verticalMerge: VerticalMergeType.RESTART }), cell('3月底')),
      row(cell('清扫背街'), cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('4月底')),
      row(cell('以上各项', { columnSpan: 2 }), cell('年底')),
    )
    expect(await linesOf(await written([tasks]))).toEqual([
      '任务\t责任单位\t完成时限',
      '清扫主街\t城管办\t3月底',
      '清扫背街\t城管办\t4月底',
      '以上各项\t\t年底',
    ])
  })

  test('a table within a cell belongs to the cell', async () => {
    const inner = table(row(cell('甲'), cell('乙')))
    const outer = table(row(cell('范围'), new TableCell({ children: [new Paragraph('如下'), inner] })))
    expect(await linesOf(await written([outer]))).toEqual(['范围\t如下 甲 乙'])
  })

  test('a break within a cell does not break the row', async () => {
    const broken = new TableCell({
      children: [new Paragraph({ children: [new TextRun('上'), new TextRun({ text: '下', break: 1 })] })],
    })
    expect(await linesOf(await written([table(row(cell('甲'), broken))]))).toEqual(['甲\t上 下'])
  })
})

describe('READ-8 the text is what a reader of the printed document reads', () => {
  test('heads and feet of pages are not part of it', async () => {
    const document = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('内部资料')] }) },
          footers: {
            default: new Footer({
              children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
            }),
          },
          children: [new Paragraph('正文')],
        },
      ],
    })
    expect(await linesOf(new Uint8Array(await Packer.toBuffer(document)))).toEqual(['正文'])
  })

  test('notes at the foot and at the end follow the paragraph that they belong to', async () => {
    const children = [
      new Paragraph({ children: [new TextRun('达到标准'), new FootnoteReferenceRun(1)] }),
      new Paragraph({ children: [new TextRun('按期验收'), new EndnoteReferenceRun(1)] }),
      new Paragraph('完'),
    ]
    const notes = (text: string) => ({ 1: { children: [new Paragraph(text)] } })
    const bytes = await written(children, { footnotes: notes('标准见附件'), endnotes: notes('期限见通知') })
    expect((await linesOf(bytes)).map(line => line.replace(/\s/g, ''))).toEqual([
      '达到标准',
      '注:标准见附件',
      '按期验收',
      '注:期限见通知',
      '完',
    ])
  })

  const change = { id: 1, author: '某', date: '2026-01-01T00:00:00Z' }

  test('of tracked changes the insertions stand and the deletions do not', async () => {
    const children = [
      new TextRun('每周'),
      new DeletedTextRun({ text: '两', ...change }),
      new InsertedTextRun({ text: '一', ...change }),
      new TextRun('次'),
    ]
    expect(await linesOf(await written([new Paragraph({ children })]))).toEqual(['每周一次'])
  })

  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`

  test('what was moved stands once, where it was moved to', async () => {
    const body = `<w:p><w:moveFrom w:id="1">${run('清运')}</w:moveFrom>${run('清扫')}</w:p><w:p><w:moveTo w:id="2">${run('清运')}</w:moveTo></w:p>`
    expect(await linesOf(docxOf(body))).toEqual(['清扫', '清运'])
  })

  test('two paragraphs between which the mark was deleted are one', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('各社区要')}</w:p><w:p>${run('每周检查')}</w:p>`
    expect(await linesOf(docxOf(body))).toEqual(['各社区要每周检查'])
  })

  test('a text box is read once, after its paragraph', async () => {
    const modern = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p>${run('咨询电话见公告')}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>${run('咨询电话见公告')}</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    expect(await linesOf(docxOf(`<w:p>${run('开展')}<w:r>${modern}</w:r>${run('宣传')}</w:p>`))).toEqual([
      '开展宣传',
      '咨询电话见公告',
    ])
    const old = new Textbox({ children: [new Paragraph('旧式的框')], style: { width: '200pt', height: '40pt' } })
    expect(await linesOf(await written([new Paragraph('前'), old, new Paragraph('后')]))).toEqual([
      '前',
      '旧式的框',
      '后',
    ])
  })

  test('a paragraph that holds a box keeps its own number', async () => {
    const box = `<w:r><w:pict><w:txbxContent><w:p>${run('框')}</w:p></w:txbxContent></w:pict></w:r>`
    const parts = {
      numbering:
        '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
    }
    const body = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>${box}${run('目标')}</w:p>`
    expect(await linesOf(docxOf(body, parts))).toEqual(['一、目标', '框'])
  })

  test('comments are dropped; links, fields, content controls and breaks keep their words', async () => {
    const comments = { children: [{ id: 0, author: '某', date: new Date(0), children: [new Paragraph('这里要改')] }] }
    const link = new ExternalHyperlink({ children: [new TextRun('通知')], link: 'https://example.org' })
    const children = [new TextRun('见'), link, new TextRun({ text: '附件', break: 1 })]
    expect(await linesOf(await written([new Paragraph({ children })], { comments }))).toEqual(['见通知', '附件'])
    const control = `<w:sdt><w:sdtPr><w:alias w:val="单位"/></w:sdtPr><w:sdtContent><w:p>${run('民政办')}</w:p></w:sdtContent></w:sdt>`
    const field = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('3月1日')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    expect(await linesOf(docxOf(control + field))).toEqual(['民政办', '3月1日'])
  })

  test('a control that nobody filled in says nothing', async () => {
    const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>${run('单击此处输入文字')}</w:p></w:sdtContent></w:sdt>`
    expect(await linesOf(docxOf(`${control}<w:p>${run('民政办')}</w:p>`))).toEqual(['民政办'])
  })

  test('a row that begins further right leaves its first columns empty', async () => {
    const cells = (...texts: readonly string[]) => texts.map(text => `<w:tc><w:p>${run(text)}</w:p></w:tc>`).join('')
    const body = `<w:tbl><w:tr>${cells('任务', '单位', '时限')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cells('民政办', '5月底前')}</w:tr></w:tbl>`
    expect((await read(docxOf(body))).split('\n')).toEqual(['任务\t单位\t时限', '\t民政办\t5月底前'])
  })

  test('a program that calls the elements of Word otherwise is read too', async () => {
    const xml = `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:pPr><ns0:pStyle ns0:val="a"/></ns0:pPr><ns0:r><ns0:t><![CDATA[清扫<主街>]]></ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`
    expect(await linesOf(zipSync({ 'word/document.xml': strToU8(xml) }))).toEqual(['清扫<主街>'])
  })

  test('a table of contents is no part of the plan', async () => {
    const contents = new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-2' })
    const children = [contents, new Paragraph({ text: '一、目标', heading: HeadingLevel.HEADING_1 })]
    expect(await linesOf(await written(children))).toEqual(['一、目标'])
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const field = `<w:p>${char('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${char('separate')}${run('一、目标')}${char('begin')}<w:r><w:instrText>PAGEREF a</w:instrText></w:r>${char('separate')}${run('1')}${char('end')}</w:p><w:p>${run('二、措施 2')}${char('end')}</w:p>`
    expect(await linesOf(docxOf(`${field}<w:p>${run('一、目标')}</w:p>`))).toEqual(['一、目标'])
  })

  test('hidden words and the reading over a character are not read', async () => {
    const body = `<w:p>${run('整')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:ruby><w:rt>${run('dùn')}</w:rt><w:rubyBase>${run('顿')}</w:rubyBase></w:ruby></w:r></w:p>`
    expect(await linesOf(docxOf(body))).toEqual(['整顿'])
  })
})

describe('PLACE-1 every word leads back to its paragraph, or to its table, row and cell', () => {
  test('empty paragraphs are not counted, for nobody counts them', async () => {
    const tasks = table(row(cell('任务'), cell('单位')), row(cell('清扫'), cell('民政办')))
    const bytes = await written([
      new Paragraph('方案'),
      new Paragraph(''),
      new Paragraph('正文'),
      tasks,
      new Paragraph('附则'),
    ])
    expect(await Promise.all(['正文', '清扫', '民政办', '附则'].map(words => placeOf(bytes, words)))).toEqual([
      '第2段',
      '表1第2行第1格',
      '表1第2行第2格',
      '第3段',
    ])
  })
})

import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readBytes } from './read-bytes.ts'

const plan = '为改善环境,制定本方案。\n一、工作目标\n到年底,路灯完好率达95%以上。各社区要每周检查一次。\n'
const traditional = '為改善環境,制定本方案。\n一、工作目標\n各社區要每週檢查一次,並向辦公室報告結果。\n'

const textOf = async (bytes: Uint8Array, name = 'plan.txt') => {
  const read = await readBytes(bytes, name)
  return read.kind === 'read' ? { text: read.text, encoding: read.encoding, format: read.format } : read.reason
}

describe('READ-1 the encoding is found from the bytes', () => {
  test.each([
    ['utf8', plan, 'utf-8'],
    ['utf-16le', plan, 'utf-16le'],
    ['utf-16be', plan, 'utf-16be'],
    ['gb18030', plan, 'gb18030'],
    ['big5', traditional, 'big5'],
  ])('%s', async (name, text, encoding) => {
    expect(await textOf(iconv.encode(text, name))).toEqual({ text, encoding, format: 'txt' })
  })

  test('with a byte order mark', async () => {
    expect(await textOf(iconv.encode(plan, 'utf-16le', { addBOM: true }))).toMatchObject({
      text: plan,
      encoding: 'utf-16le',
    })
  })

  test('a lost byte does not turn UTF-8 into another table', async () => {
    const bytes = iconv.encode(plan.repeat(4), 'utf8')
    const damaged = new Uint8Array([...bytes.subarray(0, 100), ...bytes.subarray(101)])
    expect(await textOf(damaged)).toMatchObject({ encoding: 'utf-8' })
  })
})

const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const numbered = (level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`

const docx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)])),
  })

describe('READ-2 a Word file gives the words a reader sees', () => {
  test('automatic numbers are written out and start again under each heading', async () => {
    const body = [
      paragraph('目标', numbered(0)),
      paragraph('甲', numbered(1)),
      paragraph('乙', numbered(1)),
      paragraph('措施', numbered(0)),
      paragraph('丙', numbered(1)),
    ].join('')
    expect(await textOf(docx(body, { 'word/numbering.xml': numbering }), 'a.docx')).toMatchObject({
      text: '一、目标\n1.甲\n2.乙\n二、措施\n1.丙',
      format: 'docx',
    })
  })

  test('what was deleted is gone, what was inserted is there', async () => {
    const body = `<w:p><w:r><w:t>每周</w:t></w:r><w:del><w:r><w:delText>两次</w:delText></w:r></w:del><w:ins><w:r><w:t>一次</w:t></w:r></w:ins></w:p>`
    expect(await textOf(docx(body), 'a.docx')).toMatchObject({ text: '每周一次' })
  })

  test('a row is a line of tabbed cells, and a merged cell is repeated', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const table = `<w:tbl>${row(cell('任务'), cell('责任单位'))}${row(cell('清扫'), cell('民政办', '<w:vMerge w:val="restart"/>'))}${row(cell('巡查'), cell('', '<w:vMerge/>'))}</w:tbl>`
    expect(await textOf(docx(table), 'a.docx')).toMatchObject({ text: '任务\t责任单位\n清扫\t民政办\n巡查\t民政办' })
  })

  test('notes follow their paragraph, and text boxes are read', async () => {
    const body = `<w:p><w:r><w:t>按标准执行</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:txbxContent>${paragraph('方框里的话')}</w:txbxContent></w:r></w:p>`
    const footnotes =
      '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>标准见附件</w:t></w:r></w:p></w:footnote></w:footnotes>'
    const read = await textOf(docx(body, { 'word/footnotes.xml': footnotes }), 'a.docx')
    expect(typeof read === 'string' ? read : read.text.split('\n')).toEqual(
      expect.arrayContaining(['按标准执行', '注:标准见附件', '方框里的话']),
    )
  })
})

test('READ-3 a page gives its words, its lists numbered and its tables as rows', async () => {
  const html =
    '<html><head><title>x</title></head><body><p>工作方案&nbsp;如下</p><ol><li>甲</li><li>乙</li></ol><table><tr><td>任务</td><td>单位</td></tr></table><script>alert(1)</script></body></html>'
  const read = await textOf(strToU8(html), 'a.html')
  expect(typeof read === 'string' ? read : read.text.split('\n').filter(l => l.trim() !== '')).toEqual([
    '工作方案 如下',
    '1、甲',
    '2、乙',
    '任务\t单位',
  ])
})

test('READ-4 Markdown loses its marks and keeps its words', async () => {
  const read = await textOf(
    strToU8('# 工作方案\n\n**一、目标**\n\n| 任务 | 单位 |\n|---|---|\n| 清扫 | 民政办 |\n'),
    'a.md',
  )
  expect(typeof read === 'string' ? read : read.text).toBe('工作方案\n\n一、目标\n\n任务\t单位\n清扫\t民政办\n')
})

describe('READ-5 what cannot be read is refused with a reason, never thrown', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['nothing but blanks', strToU8(' \n\u3000\n'), 'empty'],
    ['a page without words', strToU8('<html><body><script>1</script></body></html>'), 'empty'],
    ['a Word file of photographs', docx('<w:p><w:r><w:drawing/></w:r></w:p>'), 'scanned'],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'legacy-office'],
    ['rich text', strToU8('{\\rtf1\\ansi plan}'), 'legacy-office'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'not-a-document'],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'archive-damaged'],
    ['an archive that is no document', zipSync({ 'a.txt': strToU8('a') }), 'not-a-document'],
    ['an archive that swells', zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }), 'archive-bomb'],
    ['noise', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 31), 'not-a-document'],
  ])('%s', async (_, bytes, reason) => expect(await textOf(bytes)).toBe(reason))
})

test('READ-1 a few words of UTF-16 without a mark, a digit or a line end', async () => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const read = await readBytes(iconv.encode('关于开展楼道环境整治工作的方案', encoding, { addBOM: false }), 'a.txt')
    expect(read).toMatchObject({ encoding, text: '关于开展楼道环境整治工作的方案' })
  }
})

test('READ-5 an old format behind a byte order mark is one still', async () => {
  expect(await readBytes(strToU8('\ufeff{\\rtf1\\ansi abc}'), 'a.rtf')).toMatchObject({ reason: 'legacy-office' })
})

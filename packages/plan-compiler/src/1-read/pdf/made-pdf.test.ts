import { describe, expect, test } from 'vitest'
import { linesOf, placeOf } from '../read.testing.ts'
import { readBytes } from '../read-bytes.ts'
import { column, pdfOf, pdfOfObjects, ruled, signs, stream, type Written } from './written.testing.ts'

const full = '各社区要把楼道清理作为经常性工作来抓,每周检查一次,发现堆放杂物'
const rest = '的当场劝导清理,三日后复查。'

const read = (pages: readonly (readonly Written[])[]): Promise<readonly string[]> => linesOf(pdfOf(pages), 'a.pdf')

describe('READ-9 a PDF gives whole sentences', () => {
  test('a sentence that runs over the page is one, and the number between dashes is not in it', async () => {
    const number = (n: number): Written => ({ text: `— ${n} —`, x: 280, y: 90 })
    expect(
      await read([
        [...column([full], 90, 740), number(1)],
        [...column([rest], 90, 740), number(2)],
      ]),
    ).toEqual([full + rest])
  })

  test('running heads are left out, in whatever column they stand', async () => {
    const head: Written = { text: '松塘街道文件', x: 90, y: 800 }
    const pages = ['一、本年工作目标', '二、主要工作任务', '三、有关工作要求'].map(text => [head, ...column([text])])
    expect(await read(pages)).toEqual(['一、本年工作目标', '二、主要工作任务', '三、有关工作要求'])
  })

  test('a number and the words that stand at a tab stop after it are one line', async () => {
    const items = ['一、', '(二)', '3.', '①'].flatMap((number, i): readonly Written[] => [
      { text: number, x: 90, y: 740 - i * 24 },
      { text: `各社区每周检查楼道第${i}处。`, x: 150, y: 740 - i * 24 },
    ])
    const texts = (await read([items])).map(line => line.replace(' ', ''))
    expect(texts).toEqual(['一、', '(二)', '3.', '①'].map((number, i) => `${number}各社区每周检查楼道第${i}处。`))
  })

  test('what lies across a page is a watermark', async () => {
    const mark = { drawn: `BT /F1 40 Tf 0.7 0.7 -0.7 0.7 150 640 Tm <${signs('内部资料')}> Tj ET` }
    expect(await linesOf(pdfOf([[...column([full, rest]), mark]]), 'a.pdf')).toEqual([full + rest])
  })

  test('a page that lies on its side is read upright, its table too', async () => {
    const side = (text: string, x: number, y: number) => ({
      drawn: `BT /F1 12 Tf 0 1 -1 0 ${x} ${y} Tm <${signs(text)}> Tj ET`,
    })
    const cells = [60, 200, 340]
    const rows = [200, 230, 260]
    const ruledSide = [
      ...cells.map(y => ruled(rows[0] ?? 0, y, rows[2] ?? 0, y)),
      ...rows.map(x => ruled(x, cells[0] ?? 0, x, cells[2] ?? 0)),
    ]
    const page = [
      side(full, 100, 60),
      side(rest, 124, 60),
      ...ruledSide,
      ...['任务', '单位'].map((text, i) => side(text, 220, (cells[i] ?? 0) + 8)),
      ...['更换灯具', '民政办'].map((text, i) => side(text, 250, (cells[i] ?? 0) + 8)),
    ]
    expect(await linesOf(pdfOf([page]), 'a.pdf')).toEqual([full + rest, '任务\t单位', '更换灯具\t民政办'])
  })

  test('the left column is read before the right one', async () => {
    const left = ['甲乙丙丁戊己庚辛壬癸甲乙丙丁', '子丑寅卯辰巳午未申酉戌亥子丑', '东南西北中东南西北中东南西。']
    const right = ['春夏秋冬春夏秋冬春夏秋冬春夏', '日月星辰日月星辰日月星辰日月', '山川湖海山川湖海山川湖海山。']
    const lines = await read([[...column(left, 90), ...column(right, 320)]])
    expect(lines.join('')).toBe([...left, ...right].join(''))
  })

  test('a title whose signs stand apart has no spaces in it, and names keep those between them', async () => {
    const title = [...'工作方案'].map((text, i) => ({ text, x: 200 + i * 30, y: 740, size: 20 }))
    const lines = await read([[...title, ...column(['各 社 区 每 周 检 查 一 次。', '成员:林晓 周明 高远'], 90, 690)]])
    expect(lines).toEqual(['工作方案', '各社区每周检查一次。', '成员:林晓 周明 高远'])
  })

  test('a word broken by a hyphen at the end of a line is whole again', async () => {
    const line = 'Each community shall inspect the dis-'
    const pages = [
      [
        { text: line, x: 90, y: 740 },
        { text: 'trict weekly.', x: 90, y: 716 },
        { text: 'End.', x: 90, y: 692 },
      ],
    ]
    expect((await read(pages))[0]).toBe('Each community shall inspect the district weekly.')
  })

  test('a font that the file names and does not hold is read', async () => {
    const file = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [6 0 R] /Count 1 >>',
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>',
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 7 0 R >>',
      stream('BT /F1 12 Tf 90 700 Td <5DE54F5C65B9684865B94E00> Tj 0 -30 Td <5DE54F5C65B968484E8C> Tj ET'),
    ])
    expect(await linesOf(file, 'a.pdf')).toEqual(['工作方案方一', '工作方案二'])
  })

  test('a file with a password is refused as such', async () => {
    const secret = '(01234567890123456789012345678901)'
    const file = pdfOfObjects(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'],
      `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`,
    )
    expect(await readBytes(file, 'a.pdf')).toMatchObject({ kind: 'refused', reason: 'encrypted' })
  })
})

test('PLACE-1 a word of a PDF leads back to its page and paragraph, also in a sentence that runs over', async () => {
  const file = pdfOf([column(['松塘街道工作方案', full]), column([rest, '二、工作要求'])])
  expect(
    await Promise.all(['松塘', '每周检查', '三日后', '工作要求'].map(words => placeOf(file, words, 'a.pdf'))),
  ).toEqual(['第1页第1段', '第1页第2段', '第2页第1段', '第2页第2段'])
})

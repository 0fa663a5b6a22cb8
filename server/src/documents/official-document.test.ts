import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { hasLibreOffice, printed } from './libre-office.testing.ts'
import { officialDocument } from './official-document.ts'
import { officialParagraphs } from './official-paragraphs.ts'

const TITLE = '青禾街道背街小巷整治工作方案'
const TEXT = [
  TITLE,
  '为把背街小巷管好,制定本方案。',
  '一、工作目标',
  '年底前完成12条小巷整治。',
  '二、重点任务',
  '(一)清理杂物。各社区逐巷清理,城管科牵头。',
  '1.先清楼前,再清楼后。',
  '云溪县青禾街道办事处',
  '2026年4月8日',
].join('\n')

const print = () =>
  officialDocument({
    paragraphs: officialParagraphs(TEXT, TITLE),
    redHead: { issuer: '云溪县青禾街道办事处文件', number: '云青街发〔2026〕3号' },
  })

const documentXml = async (paragraphs: ReturnType<typeof officialParagraphs>): Promise<string> =>
  strFromU8(unzipSync(await officialDocument({ paragraphs }))['word/document.xml'] ?? new Uint8Array())

test('titles, headings of two levels, text and signature are told apart', () => {
  expect(officialParagraphs(TEXT, TITLE).map(({ style }) => style)).toEqual([
    'title',
    'body',
    'heading-1',
    'body',
    'heading-1',
    'heading-2',
    'body',
    'signature',
    'signature',
  ])
})

test('whom it is for, what is enclosed, who signs, what is attached and who gets copies stand in the order of the standard', () => {
  const lines = [
    TITLE,
    '各社区、各有关部门：',
    '为把街巷管好，制定方案如下：',
    '一、工作目标',
    '附件：1.责任分解表',
    '云溪县青禾街道办事处',
    '2026年4月8日',
    '附件1',
    '责任分解表',
    '城管科牵头，各社区负责。',
    '抄送：县创建办。',
    '云溪县青禾街道办事处 2026年4月8日印发',
  ]
  expect(officialParagraphs(lines.join('\n'), TITLE).map(({ style }) => style)).toEqual([
    ...['title', 'addressee', 'body', 'heading-1', 'enclosed', 'signature', 'signature'],
    ...['attachment', 'attachment-title', 'body', 'imprint', 'imprint'],
  ])
})

test('a plan that nobody signs is signed by its unit, before what is attached; one that is signed is not signed twice', () => {
  const signing = { issuer: '云溪县', date: '2026年4月8日' }
  const signatures = (text: string) =>
    officialParagraphs(text, TITLE, signing).flatMap(({ style, text: words }, at, all) =>
      style === 'signature' ? [`${words} ${all[at + 1]?.style ?? ''}`] : [],
    )
  expect(signatures(`${TITLE}\n一、工作目标\n附件\n分工表`)).toEqual(['云溪县 signature', '2026年4月8日 attachment'])
  expect(signatures(TEXT)).toEqual(['云溪县青禾街道办事处 signature', '2026年4月8日 '])
})

test('who gets copies and who printed it stand between rules, in smaller letters, at the foot of the last page', async () => {
  const xml = await documentXml(
    officialParagraphs(`${TITLE}\n一、目标\n抄送：县创建办。\n云溪县青禾街道办事处 2026年4月8日印发`, TITLE),
  )
  const framed = xml.match(/<w:p>(?:(?!<\/w:p>).)*<w:framePr.*?<\/w:p>/g) ?? []
  expect(framed).toHaveLength(2)
  for (const line of framed) {
    expect(line).toContain('w:yAlign="bottom"')
    expect(line).toMatch(/<w:pBdr>.*<w:top .*<w:bottom .*<w:between /)
    expect(line).toContain('<w:sz w:val="28"')
  }
})

test('an attachment begins on a page of its own', async () => {
  const xml = await documentXml(officialParagraphs(`${TITLE}\n一、目标\n附件1\n责任分解表`, TITLE))
  expect(xml.match(/<w:pageBreakBefore/g)).toHaveLength(1)
})

test('a heading that runs on into its text is only set as one as far as its full stop', () => {
  const [paragraph] = officialParagraphs('(一)清理杂物。各社区逐巷清理。', null)
  expect(paragraph).toMatchObject({ style: 'heading-2', headingLength: '(一)清理杂物。'.length })
})

test('the page is that of GB/T 9704: A4, 37 mm over and 28 mm left of a text area of 156 by 225 mm', async () => {
  const xml = strFromU8(unzipSync(await print())['word/document.xml'] ?? new Uint8Array())
  const margins = /<w:pgMar[^>]*>/.exec(xml)?.[0] ?? ''
  const millimetres = (name: string) =>
    Math.round(Number(new RegExp(`w:${name}="(\\d+)"`).exec(margins)?.[1]) / 56.6929)
  const [left, right, top, bottom] = [
    millimetres('left'),
    millimetres('right'),
    millimetres('top'),
    millimetres('bottom'),
  ]
  expect([left, top]).toEqual([28, 37])
  expect([210 - left - right, 297 - top - bottom]).toEqual([156, 225])
})

test('the faces of the standard are asked for, each with a serif to stand in for it', async () => {
  const parts = unzipSync(await print())
  const fonts = strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array())
  for (const name of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312']) {
    expect(fonts).toMatch(new RegExp(`w:name="${name}"><w:altName w:val="[^"]*Noto Serif CJK SC`))
  }
})

test('a reader of its own finds every sentence in the order of the plan', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await print()) })
  const lines = value.split('\n').filter(line => line !== '')
  expect(lines).toEqual(['云溪县青禾街道办事处文件', '云青街发〔2026〕3号', ...TEXT.split('\n')])
})

test('the date stands four characters in, the name centred on it and two lines below the text, for the seal', async () => {
  const xml = strFromU8(unzipSync(await print())['word/document.xml'] ?? new Uint8Array())
  const of = (words: string): string => xml.split('<w:p>').find(one => one.includes(words)) ?? ''
  const inwards = (words: string): number => Number(/w:right="(\d+)"/.exec(of(words))?.[1]) / 320
  const [name, date] = ['云溪县青禾街道办事处<', '2026年4月8日<']
  expect(inwards(date)).toBe(4)
  // The name is ten characters wide; three of the date's nine, and six figures of half a width.
  const centre = (words: string, width: number): number => inwards(words) + width / 2
  expect(centre(name, 10)).toBeCloseTo(centre(date, 6), 1)
  expect(Number(/w:before="(\d+)"/.exec(of(name))?.[1])).toBeGreaterThan(2 * 560)
  expect(of(name)).toContain('<w:keepNext/>')
})

test('the red head stands 35 mm down, its number two lines under it, over a red rule', async () => {
  const xml = strFromU8(unzipSync(await print())['word/document.xml'] ?? new Uint8Array())
  const [issuer = '', number = ''] = xml.split('<w:p>').slice(1)
  expect(issuer).toContain('w:val="C00000"')
  expect(Math.round(Number(/w:before="(\d+)"/.exec(issuer)?.[1]) / 56.6929)).toBe(35)
  expect(number).toMatch(/<w:bottom[^>]*C00000/)
})

test('the page number stands at the outer edge, a character in: right on odd pages, left on even ones', async () => {
  const parts = unzipSync(await print())
  const footers = Object.keys(parts)
    .filter(name => /^word\/footer\d/.test(name))
    .map(name => strFromU8(parts[name] ?? new Uint8Array()))
  const [odd, even] = ['right', 'left'].map(side => footers.find(one => one.includes(`<w:jc w:val="${side}"/>`)))
  expect(odd).toMatch(/w:right="280"/)
  expect(even).toMatch(/w:left="280"/)
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(document).toMatch(/footerReference[^>]*w:type="even"/)
  expect(strFromU8(parts['word/settings.xml'] ?? new Uint8Array())).toContain('evenAndOddHeaders')
})

test('headings are set as such with brackets of either width', () => {
  const [paragraph] = officialParagraphs('（一）清理杂物。各社区逐巷清理。', null)
  expect(paragraph).toMatchObject({ style: 'heading-2', headingLength: 8 })
})

test.skipIf(!hasLibreOffice)(
  'LibreOffice prints it on A4 with its head and all its words (skipped where it is absent)',
  { timeout: 240_000 },
  async () => {
    const sheet = await printed(await print(), 'plan.docx')
    expect(sheet).toMatchObject({ pages: 2, width: 595, height: 842 })
    for (const words of ['云溪县青禾街道办事处文件', '云青街发〔2026〕3号', TITLE, '2026年4月8日'])
      expect(sheet?.text.replace(/\s/g, '')).toContain(words)
  },
)

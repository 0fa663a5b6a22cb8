import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
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

const run = promisify(execFile)
const soffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

const print = () =>
  officialDocument({
    paragraphs: officialParagraphs(TEXT, TITLE),
    redHead: { issuer: '云溪县青禾街道办事处文件', number: '云青街发〔2026〕3号' },
  })

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

test.skipIf(!soffice)(
  'LibreOffice opens it as one A4 page (skipped where LibreOffice is absent)',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-docx-'))
    await writeFile(join(folder, 'plan.docx'), await print())
    await run('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'plan.docx'),
    ])
    const pdf = (await readFile(join(folder, 'plan.pdf'))).toString('latin1')
    await rm(folder, { recursive: true, force: true })
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 595\.\d+ 841\.\d+/)
  },
)

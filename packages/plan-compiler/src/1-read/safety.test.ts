import { seededChance } from '@luoshi/rules/seeded-chance'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { maliciousFiles } from './malicious.testing.ts'
import { column, pdfOf } from './pdf/written.testing.ts'
import { readBytes } from './read-bytes.ts'

describe.each(Object.entries(maliciousFiles))('READ-10 %s', (_, make) => {
  test('is read or refused with a reason, and brings in nothing from outside', async () => {
    const { bytes, name } = make()
    const read = await readBytes(bytes, name)
    if (read.kind === 'refused') {
      expect(read.reason).toMatch(/^(?:archive-(?:bomb|damaged)|not-a-document|scanned|empty|too-large)$/)
      return
    }
    expect(read.text.length).toBeLessThan(2_000_000)
    expect(read.text).not.toMatch(/root:|哈哈哈/)
    expect(() => compile(read.text, { name, places: read.places })).not.toThrow()
  })
})

const lines = ['松塘街道工作方案', '一、工作任务', '各社区于3月底前清理楼道。']

/** The same XML as a writer of Word files gives, not packed, so that a damaged byte damages the document and not the archive. */
const xml = `<?xml version="1.0"?><w:document><w:body>${lines.map(line => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>`
const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
const wholeXml = strToU8(xml)
const wholeNumbering = strToU8(numbering)

/** Bytes changed, doubled and cut out, a few at a time. */
const mutated = (bytes: Uint8Array, seed: number): Uint8Array => {
  const draw = seededChance(seed)
  let now = [...bytes]
  for (let i = draw.below(8); i >= 0; i--) {
    const at = draw.below(now.length)
    const length = draw.below(draw.oneIn(4) ? now.length : 12)
    const kind = draw.below(4)
    if (kind === 0) now[at] = draw.below(256)
    else if (kind === 1) now.splice(at, length)
    else if (kind === 2) now = [...now.slice(0, at), ...now.slice(at, at + length), ...now.slice(at)]
    else now.splice(at, 1, ...strToU8(draw.pick(['<', '>', '/>', '99999999999', '-1', '[', '<<', ' 0 R', '(', '\0'])))
    if (now.length === 0) return new Uint8Array([0x20])
  }
  return Uint8Array.from(now)
}

const outcome = async (bytes: Uint8Array, name: string): Promise<string> => {
  const read = await readBytes(bytes, name)
  if (read.kind === 'read') compile(read.text, { name, places: read.places })
  return read.kind
}

test('READ-10 five hundred damaged Word files are read or refused, never thrown', async () => {
  for (let seed = 0; seed < 250; seed++) {
    const packed = zipSync({
      'word/document.xml': mutated(wholeXml, seed),
      'word/numbering.xml': mutated(wholeNumbering, seed + 1000),
    })
    expect(await outcome(packed, `${seed}.docx`)).toMatch(/^(?:read|refused)$/)
    expect(await outcome(mutated(packed, seed + 2000), `${seed}.docx`)).toMatch(/^(?:read|refused)$/)
  }
})

test('READ-10 two hundred damaged PDF files are read or refused, never thrown', async () => {
  const whole = pdfOf([column(lines), column(lines)])
  for (let seed = 0; seed < 200; seed++)
    expect(await outcome(mutated(whole, seed), `${seed}.pdf`)).toMatch(/^(?:read|refused)$/)
})

const swelling = /^(?:an archive that (?:swells|says it holds two)|a page of a PDF that )/

test('READ-10 what swells is called so', async () => {
  for (const [what, make] of Object.entries(maliciousFiles).filter(([what]) => swelling.test(what))) {
    const { bytes, name } = make()
    expect([what, await readBytes(bytes, name)]).toEqual([what, expect.objectContaining({ reason: 'archive-bomb' })])
  }
})

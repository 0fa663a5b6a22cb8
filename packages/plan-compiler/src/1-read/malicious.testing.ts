import { strToU8, type Zippable, zipSync, zlibSync } from 'fflate'
import { pdfOfObjects, stream } from './pdf/written.testing.ts'

const body = (inner: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`
const words = '<w:p><w:r><w:t>松塘街道工作方案</w:t></w:r></w:p>'
const docx = (inner: string, more: Zippable = {}): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(body(inner)), ...more })

/** An archive whose list of contents claims another size than the one there is. */
const claiming = (archive: Uint8Array, size: number): Uint8Array => {
  const copy = archive.slice()
  const view = new DataView(copy.buffer)
  for (let i = 0; i + 46 < copy.length; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true)
  return copy
}

/** An archive of one part whose list of contents names that part many times over. */
const repeating = (archive: Uint8Array, times: number): Uint8Array => {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length)
  const end = archive.length - 22
  const [size, at] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
  const out = new Uint8Array(at + size * times + 22)
  out.set(archive.subarray(0, at))
  for (let i = 0; i < times; i++) out.set(archive.subarray(at, at + size), at + size * i)
  out.set(archive.subarray(end), at + size * times)
  const last = new DataView(out.buffer, at + size * times)
  last.setUint16(8, times, true)
  last.setUint16(10, times, true)
  last.setUint32(12, size * times, true)
  return out
}

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
const withEntities = (declared: string, used: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><!DOCTYPE w:document [${declared}]><w:document><w:body><w:p><w:r><w:t>方案${used}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  })

const nestedTables = (depth: number): Uint8Array =>
  docx('<w:tbl><w:tr><w:tc>'.repeat(depth) + words.repeat(50) + '</w:tc></w:tr></w:tbl>'.repeat(depth))
const nestedBoxes = (depth: number): Uint8Array =>
  docx('<w:p><w:r><w:txbxContent>'.repeat(depth) + words + '</w:txbxContent></w:r></w:p>'.repeat(depth))

const nestedPages = (depth: number): Uint8Array =>
  pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    ...Array.from({ length: depth }, (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 >>`),
    `<< /Type /Page /Parent ${depth + 1} 0 R /MediaBox [0 0 595 842] /Contents ${depth + 3} 0 R >>`,
    stream('BT ET'),
  ])
const nestedForms = (depth: number): Uint8Array =>
  pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>',
    stream('/F Do'),
    ...Array.from({ length: depth }, (_, i) =>
      stream('/F Do', `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F ${i + 6} 0 R >> >>`),
    ),
    // The last one draws the first again.
    stream('/F Do', '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F 5 0 R >> >>'),
  ])

/** Words that do not pack well enough to look like a bomb. */
const countedOff = (n: number): string => Array.from({ length: n }, (_, i) => `任务${i}`).join('')

const numbering = (xml: string): Zippable => ({ 'word/numbering.xml': strToU8(xml) })

/** A font that says sixteen million signs stand for themselves: minutes and gigabytes to whoever believes it. */
const endlessFont = (pack: (map: string) => string): Uint8Array =>
  pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    stream('BT /F1 12 Tf 90 740 Td <677E5858885790535DE54F5C65B96848> Tj ET'),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Plan /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>',
    pack(
      'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FEFFFF> <0000> endbfrange endcmap',
    ),
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plan /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
  ])

const swellingPage = (times: number): Uint8Array => {
  let packed: Uint8Array = new Uint8Array(64 * 1024 * 1024).fill(0x20)
  for (let i = 0; i < times; i++) packed = zlibSync(packed)
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    stream(
      Array.from(packed, byte => String.fromCharCode(byte)).join(''),
      `/Filter [${'/FlateDecode '.repeat(times)}]`,
    ),
  ])
}

/** Files made to do harm, by what they try. */
export const maliciousFiles: Readonly<Record<string, () => { readonly name: string; readonly bytes: Uint8Array }>> = {
  'an archive that swells a thousandfold': () => ({
    name: 'a.docx',
    bytes: zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }),
  }),
  'an archive that says it holds two gigabytes': () => ({ name: 'a.docx', bytes: claiming(docx(words), 0x7fffffff) }),
  'an archive that says it holds hardly anything': () => ({
    name: 'a.docx',
    bytes: claiming(zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }), 200),
  }),
  'an archive that names one part sixty thousand times': () => ({
    name: 'a.docx',
    bytes: repeating(zipSync({ 'word/document.xml': new Uint8Array(900_000) }), 60_000),
  }),
  'an archive of sixty thousand other parts': () => ({
    name: 'a.docx',
    bytes: repeating(zipSync({ 'word/media/image.png': new Uint8Array(900_000) }), 60_000),
  }),
  'a footnote that is referred to two hundred thousand times': () => ({
    name: 'a.docx',
    bytes: docx(`<w:p>${'<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(200_000)}</w:p>`, {
      'word/footnotes.xml': strToU8(
        `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>${countedOff(3000)}</w:t></w:r></w:p></w:footnote></w:footnotes>`,
      ),
    }),
  }),
  'a cell merged over thirty thousand rows': () => ({
    name: 'a.docx',
    bytes: docx(
      `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${countedOff(20_000)}</w:t></w:r></w:p></w:tc></w:tr>${'<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr>'.repeat(30_000)}</w:tbl>`,
    ),
  }),
  'numbers of seventy thousand letters': () => ({
    name: 'a.docx',
    bytes: docx(
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>方案</w:t></w:r></w:p>'.repeat(
        10_000,
      ),
      numbering(
        `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="89999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${'%1'.repeat(20)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
      ),
    ),
  }),
  'an archive within an archive': () => ({
    name: 'a.docx',
    bytes: zipSync({ 'word/document.xml': zipSync({ 'word/document.xml': new Uint8Array(1 << 20) }) }),
  }),
  'entities that multiply': () => ({
    name: 'a.docx',
    bytes: withEntities(`<!ENTITY l0 "哈">${laughs}`, '&l9;'),
  }),
  'an entity that is a file of the server': () => ({
    name: 'a.docx',
    bytes: withEntities('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
  }),
  'tables nested a hundred deep': () => ({ name: 'a.docx', bytes: nestedTables(100) }),
  'tables nested twenty thousand deep': () => ({ name: 'a.docx', bytes: nestedTables(20_000) }),
  'text boxes nested twenty thousand deep': () => ({ name: 'a.docx', bytes: nestedBoxes(20_000) }),
  'numbering that borrows from itself': () => ({
    name: 'a.docx',
    bytes: docx(
      `<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>方案</w:t></w:r></w:p>`,
      {
        ...numbering(
          '<w:numbering><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="a"/><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        ),
        'word/styles.xml': strToU8('<w:styles><w:style w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>'),
      },
    ),
  }),
  'a cell of a page that goes over a million rows': () => ({
    name: 'a.html',
    bytes: strToU8(
      `<html><table>${`<tr><td rowspan="1000000" colspan="1000000">${countedOff(20_000)}</td><td>方案</td></tr>`}${'<tr><td>任务</td></tr>'.repeat(20_000)}</table>`,
    ),
  }),
  'a page nested twenty thousand deep': () => ({
    name: 'a.html',
    bytes: strToU8(`<html>${'<div><table><tr><td><ol><li>'.repeat(20_000)}方案${'</table></div>'.repeat(20_000)}`),
  }),
  'a page of open tags': () => ({ name: 'a.html', bytes: strToU8(`<html>${'<script><nav '.repeat(200_000)}`) }),
  'a page that hides its end': () => ({
    name: 'a.html',
    bytes: strToU8(`<html><nav>${'<nav hidden>'.repeat(100_000)}方案`),
  }),
  'pages of a PDF nested a hundred deep': () => ({ name: 'a.pdf', bytes: nestedPages(100) }),
  'pages of a PDF nested ten thousand deep': () => ({ name: 'a.pdf', bytes: nestedPages(10_000) }),
  'pages of a PDF that hold themselves': () => ({
    name: 'a.pdf',
    bytes: pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>',
    ]),
  }),
  'forms of a PDF that draw each other': () => ({ name: 'a.pdf', bytes: nestedForms(50) }),
  'a PDF that says it has a million pages': () => ({
    name: 'a.pdf',
    bytes: pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 1000000 >>']),
  }),
  'a font without end': () => ({ name: 'a.pdf', bytes: endlessFont(map => stream(map)) }),
  'a packed font without end': () => ({
    name: 'a.pdf',
    bytes: endlessFont(map => {
      const packed = String.fromCharCode(...zlibSync(strToU8(map)))
      return stream(packed, '/Filter /FlateDecode')
    }),
  }),
  'a font without end, packed as hexadecimal digits': () => ({
    name: 'a.pdf',
    bytes: endlessFont(map =>
      stream(
        `${Array.from(map, c => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')}>`,
        '/Filter /ASCIIHexDecode',
      ),
    ),
  }),
  'a font that is two thousand million signs wide': () => ({
    name: 'a.pdf',
    bytes: pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
      stream('BT /F1 12 Tf 90 740 Td <677E5858> Tj ET'),
      '<< /Type /Font /Subtype /Type0 /BaseFont /Plan /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plan /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [1 [500 700.123456] 7 2000000000 500] >>',
    ]),
  }),
  'a page of a PDF that swells a thousandfold': () => ({ name: 'a.pdf', bytes: swellingPage(1) }),
  'a page of a PDF that is packed twice and swells a millionfold': () => ({ name: 'a.pdf', bytes: swellingPage(2) }),
  'a PDF of brackets': () => ({
    name: 'a.pdf',
    bytes: pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids ${'['.repeat(100_000)} >>`]),
  }),
}

/** A PDF of our own out of its objects, the first of which is the catalogue. Latin-1, so that a byte is a character. */
export const pdfOfObjects = (objects: readonly string[], trailer = ''): Uint8Array => {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = file.length
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`
  return Uint8Array.from(file, c => c.charCodeAt(0))
}

export const stream = (content: string, dictionary = ''): string =>
  `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`

/** Words as the font of these files writes them. */
export const signs = (text: string): string =>
  Array.from(text, c => c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()).join('')

/** A line of text on a page: where it begins, in points from the lower left corner, and how large it is. */
export type Written = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number }

/** Something drawn, as the operators of a page. */
export type Drawing = { readonly drawn: string }

const contentOf = (lines: readonly (Written | Drawing)[]): string =>
  lines
    .map(line =>
      'drawn' in line ? line.drawn : `BT /F1 ${line.size ?? 12} Tf ${line.x} ${line.y} Td <${signs(line.text)}> Tj ET`,
    )
    .join('\n')

/** A line from place to place. */
export const ruled = (x: number, y: number, toX: number, toY: number): Drawing => ({
  drawn: `0.5 w ${x} ${y} m ${toX} ${toY} l S`,
})

/** The lines of a table, all of them. */
export const grid = (xs: readonly number[], ys: readonly number[]): readonly Drawing[] => [
  ...ys.map(y => ruled(Math.min(...xs), y, Math.max(...xs), y)),
  ...xs.map(x => ruled(x, Math.min(...ys), x, Math.max(...ys))),
]

/** Codes are Unicode; a font without an outline, whose widths are one em, is enough to be read. */
const font = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /Plan /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 4 0 R >>',
  stream(
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 3 beginbfrange <0000> <007F> <0000> <2000> <30FF> <2000> <4E00> <FFFF> <4E00> endbfrange endcmap end end',
  ),
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plan /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
  '<< /Type /FontDescriptor /FontName /Plan /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
]

/** A PDF of A4 pages, each with lines of text. */
export const pdfOf = (pages: readonly (readonly (Written | Drawing)[])[]): Uint8Array => {
  const first = 7
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...font,
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
      stream(contentOf(lines)),
    ]),
  ])
}

/** Lines of one column, from the top of the page down. */
export const column = (texts: readonly string[], x = 90, top = 740, pitch = 24): readonly Written[] =>
  texts.map((text, i) => ({ text, x, y: top - i * pitch }))

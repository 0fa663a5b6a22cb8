import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { PlacedText } from '../places.ts'
import { characterMaps } from './character-maps.ts'
import { type Harm, harmIn } from './harm.ts'
import type { Run } from './page-lines.ts'
import { gutterOfPage, mayHoldTable, pageParts, tablesOf } from './page-parts.ts'
import { joinPages } from './paragraphs.ts'
import { withoutRadicals } from './radicals.ts'
import { type Matrix, rulesOf } from './rules.ts'
import { upright, wayOf, wayOfPage } from './turned.ts'

export type ReadPdf =
  | ({ readonly kind: 'read' } & PlacedText)
  | { readonly kind: 'refused'; readonly reason: Harm | 'encrypted' | 'scanned' | 'too-large' }

const MOST_PAGES = 1500
const MOST_CHARACTERS = 4_000_000
/** Fewer characters than this on a page on average, and it is a picture of a document. */
const LEAST_CHARACTERS = 8

/** The text layer of a PDF, in reading order. Scripts in it are not run; nothing is fetched. Never throws about the document. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const harm = harmIn(bytes)
  if (harm) return { kind: 'refused', reason: harm }
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const cMapUrl = characterMaps()
  const loading = pdfjs.getDocument({
    // A copy: the reader keeps what it is given. And a plain one, since it refuses Node's own kind of bytes.
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
    ...(cMapUrl !== null && { cMapUrl, cMapPacked: true }),
    useWorkerFetch: false,
    isImageDecoderSupported: false,
    // Pictures say nothing, whatever they unpack to.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
  })
  try {
    const document = await loading.promise
    if (document.numPages > MOST_PAGES) return { kind: 'refused', reason: 'too-large' }
    const pages = []
    let characters = 0
    let gutter: number | null = null
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      characters += items.filter(isText).reduce((sum, { str }) => sum + str.length, 0)
      if (characters > MOST_CHARACTERS) return { kind: 'refused', reason: 'too-large' }
      const { runs, turn, height } = uprightRuns(items.filter(isText), page.view)
      const drawn = mayHoldTable(runs, height) ? await page.getOperatorList() : null
      const tables = drawn ? tablesOf(rulesOf(drawn, pdfjs.OPS, turn), runs) : []
      const outside = tables.length === 0 ? runs : runs.filter(run => !tables.some(table => table.runs.has(run)))
      pages.push({ parts: pageParts(runs, tables, height, gutter), height })
      gutter = gutterOfPage(outside) ?? gutter
      page.cleanup()
    }
    const read = joinPages(pages)
    return read.text.length < LEAST_CHARACTERS * document.numPages
      ? { kind: 'refused', reason: 'scanned' }
      : { kind: 'read', ...read }
  } catch (error) {
    return {
      kind: 'refused',
      reason: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'archive-damaged',
    }
  } finally {
    await loading.destroy()
  }
}

const isText = (item: object): item is TextItem => 'str' in item

/** The words of a page as it is held to be read; what lies across it is a watermark. */
const uprightRuns = (items: readonly TextItem[], [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]) => {
  const ways = items.map(({ str, transform }) => ({
    way: wayOf(Number(transform[0]), Number(transform[1])),
    length: str.trim().length,
  }))
  const { turn, height } = upright(wayOfPage(ways), left + right, bottom + top)
  const straight = items.filter((_, i) => ways[i]?.way !== null)
  return { runs: (straight.length > 0 ? straight : items).map(item => runOf(item, turn)), turn, height }
}

const runOf = ({ str, transform, width, height }: TextItem, [a, b, c, d, e, f]: Matrix): Run => {
  const [x, y] = [Number(transform[4]), Number(transform[5])]
  const size = height || Math.hypot(Number(transform[2]), Number(transform[3])) || 12
  return { text: withoutRadicals(str), x: a * x + c * y + e, y: b * x + d * y + f, width, height: size }
}

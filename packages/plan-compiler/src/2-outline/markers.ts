import { isDigit } from '../scan/characters.ts'
import { beginningsOf, type Clued, clued, matchAt } from '../scan/clues.ts'
import { hanValue } from '../vocabulary/numerals.ts'

/** The ways of numbering in use, outermost first. */
export type MarkerFamily =
  | 'part'
  | 'article'
  | 'capital'
  | 'han'
  | 'hanParen'
  | 'arab'
  | 'dotted'
  | 'arabParen'
  | 'step'
  | 'circled'
  | 'bullet'

export type Marker = {
  readonly family: MarkerFamily
  readonly number: number | null
  /** As written. */
  readonly text: string
  /** Depth of `1.2.3`; 1 for all others. */
  readonly depth: number
}

const rank: Readonly<Record<MarkerFamily, number>> = {
  part: 0,
  article: 0.7,
  capital: 0.8,
  han: 1,
  hanParen: 2,
  arab: 3,
  dotted: 3,
  arabParen: 4,
  circled: 5,
  step: 6,
  bullet: 7,
}

export const markerRank = (marker: Marker): number => rank[marker.family] + (marker.depth - 1) / 10

const numerals = '[一二三四五六七八九十百]{1,4}'
const shapes: readonly { readonly family: MarkerFamily; readonly shape: Clued }[] = [
  { family: 'part', shape: clued(new RegExp(`第(${numerals}|\\d{1,2})(?:部分|章|节|篇)[、:\\s.]{0,2}`, 'y')) },
  { family: 'article', shape: clued(new RegExp(`第(${numerals}|\\d{1,3})条[、:\\s.]{0,2}`, 'y')) },
  { family: 'capital', shape: clued(/([壹贰叁参肆伍陆柒捌玖拾]{1,3})[、.]\s{0,2}/y) },
  {
    family: 'hanParen',
    shape: clued(
      new RegExp(`[(\\[](${numerals})[)\\]][、.,\\s]{0,2}|(${numerals})\\)[、.\\s]{0,2}|([㈠-㈩])[、.\\s]{0,2}`, 'y'),
    ),
  },
  { family: 'step', shape: clued(new RegExp(`(${numerals})(?:是|要)(?=[\\u4e00-\\u9fff“《:,])[:,]?`, 'y')) },
  { family: 'han', shape: clued(new RegExp(`(${numerals})(?:[、.]|\\s(?=\\S)|,(?=\\S))\\s{0,2}`, 'y')) },
  {
    family: 'dotted',
    shape: clued(/(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d%月日])[.、\s]{0,2}(?=[\u4e00-\u9fffA-Za-z“《]|20\d\d年)/y),
  },
  {
    family: 'arab',
    shape: clued(
      /(\d{1,2})(?:[、:](?!\d)|\.(?!\d)|\.(?=\d{1,2}月|20\d\d年)|\s{1,2}(?=[\u4e00-\u9fff])|,(?=[\u4e00-\u9fff]))[.、]?\s{0,2}|([⒈-⒛])\s{0,2}/y,
    ),
  },
  { family: 'arabParen', shape: clued(/[([](\d{1,2})[)\]][、.,\s]{0,2}|(\d{1,2})\)[、.\s]{0,2}/y) },
  { family: 'circled', shape: clued(/([①-⑳⑴-⒇❶-❿])[、.\s]{0,2}/y) },
  {
    family: 'bullet',
    shape: clued(/[●■◆▲★※•·○□◇◎*](?![*\d])\s{0,2}|[-—–](?=[\u4e00-\u9fff])\s?|[-*#]{1,6}\s{1,2}(?=\S)/y),
  },
]

/** Signs that are a number in one piece, by the first and the last of their kind. */
const signs = new Map<string, number>()
for (const kind of ['①⑳', '⑴⒇', '❶❿', '㈠㈩', '⒈⒛'])
  for (let i = 0; kind.charCodeAt(0) + i <= kind.charCodeAt(1); i++)
    signs.set(String.fromCharCode(kind.charCodeAt(0) + i), i + 1)

const numberIn = (family: MarkerFamily, written: string | undefined): number | null => {
  if (written === undefined) return null
  const sign = signs.get(written)
  if (sign !== undefined) return sign
  if (family === 'capital') return hanValue(written.replace('参', '叁'))
  if (family === 'dotted') return Number(written.slice(written.lastIndexOf('.') + 1))
  return isDigit(written.charCodeAt(0)) ? Number(written) : hanValue(written)
}

/** All shapes are too many for the bits of one table. */
const outer = beginningsOf(...shapes.slice(0, 8).map(({ shape }) => shape))
const inner = beginningsOf(...shapes.slice(8).map(({ shape }) => shape))

/** The marker that a line begins with. `text` is canonical. */
export const readMarker = (text: string, at: number): Marker | null => {
  if (at >= text.length) return null
  const first = text.charCodeAt(at)
  for (let may = outer(first) | (inner(first) << 8); may !== 0; may &= may - 1) {
    const { family, shape } = shapes[31 - Math.clz32(may & -may)] as (typeof shapes)[number] // bits stand for shapes
    const m = matchAt(shape, text, at)
    if (!m) continue
    const written = m[1] ?? m[2] ?? m[3]
    const depth = family === 'dotted' ? (written ?? '').split('.').length : 1
    return { family, number: numberIn(family, written), text: m[0].trimEnd(), depth }
  }
  return null
}

const lostSeparator = clued(/(\d{1,2})(?=[\u4e00-\u9fff])(?![个项名人月日年号条处只块万元%余多户家次])/y)

/** `2、4月底前…`: `、` would as well stand between two months. */
const beforeDate = clued(/(\d{1,2})、(?=\d{1,2}月|20\d\d年)/y)

/** `10无障碍…`: a number whose separator was lost, or which stands before a date, taken as a marker only where `expected` is due. */
export const readBareNumber = (text: string, at: number, expected: number): Marker | null => {
  const m = matchAt(lostSeparator, text, at) ?? matchAt(beforeDate, text, at)
  if (!m || Number(m[1]) !== expected) return null
  return { family: 'arab', number: expected, text: m[0], depth: 1 }
}

/** The length of a marker as it stands in the text, spaces after it included. */
export const markerEnd = (text: string, at: number, marker: Marker): number => {
  let end = at + marker.text.length
  while (text[end] === ' ') end++
  return end
}

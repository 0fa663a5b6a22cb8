import { writtenNumber } from '../docx/written-number.ts'
import { attribute, piecesOf } from '../markup.ts'
import { type PlacedLine, type PlacedText, placedText } from '../places.ts'
import { withoutMenus } from './menus.ts'
import {
  beginCell,
  beginTable,
  endBlock,
  endRow,
  endTable,
  type Line,
  newPage,
  type Page,
  write,
  writeNumber,
} from './page.ts'
import { withoutRaw } from './raw.ts'

const blocks = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 section article header main blockquote dt dd hr pre figure caption'.split(' '),
)
const unseen = new Set(
  'head noscript template nav footer aside svg select button textarea iframe object dialog menu del s strike rt'.split(
    ' ',
  ),
)
/** Whatever holds words may be hidden, except the page itself. */
const shown = new Set('html body main article'.split(' '))
const navigation = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary'])

const says = (attributes: string, word: RegExp): boolean => word.test(attributes.replace(/"[^"]*"|'[^']*'/g, '""'))

const isHidden = (name: string, attributes: string): boolean =>
  unseen.has(name) ||
  (!shown.has(name) &&
    attributes !== '' &&
    (navigation.has(attribute(attributes, 'role') ?? '') ||
      says(attributes, /\shidden(?:[\s=/]|$)/) ||
      /display:\s{0,4}none/i.test(attributes)))

/** The elements that are open while a page is walked, as far as they matter. */
const newWalk = () => ({ lists: [] as List[], inLink: false, flat: 0 })
type Walk = ReturnType<typeof newWalk>

/** A list that is open: how far it has counted and in what signs; null for one that does not count. */
type List = { reached: number; readonly sign: Sign } | null
type Sign = (n: number) => string

const circled: Sign = n => (n <= 20 ? String.fromCharCode(0x245f + n) : `(${n})`)
/** A page shows levels by how far they are set in; here the numbers have to tell them apart. */
const byDepth: readonly Sign[] = [n => `${n}、`, n => `(${n})`, circled]
const han: Sign = n => `${writtenNumber(n, 'chineseCounting')}、`

const signOf = (attributes: string, lists: readonly List[]): Sign => {
  if (/list-style(?:-type)?:[^;"']{0,40}(?:cjk|chinese)/i.test(attributes)) return han
  const outside = lists.filter(list => list !== null && list.sign !== han).length
  return byDepth[outside] ?? circled
}

const newList = (name: string, attributes: string, lists: readonly List[]): List =>
  name === 'ul'
    ? null
    : { reached: Number(attribute(attributes, 'start') ?? 1) - 1 || 0, sign: signOf(attributes, lists) }

const nextNumber = (lists: readonly List[], attributes: string): string => {
  const list = lists.at(-1)
  if (!list) return ''
  list.reached = Number(attribute(attributes, 'value')) || list.reached + 1
  return list.sign(list.reached)
}

const table = (page: Page, walk: Walk, name: string, opens: boolean, attributes: string): void => {
  if (name === 'table') {
    if (opens) walk.flat += walk.flat > 0 || !beginTable(page) ? 1 : 0
    else if (walk.flat > 0) walk.flat--
    else endTable(page)
  } else if (walk.flat > 0) endBlock(page)
  else if (name === 'tr') endRow(page)
  else if (opens)
    beginCell(page, Number(attribute(attributes, 'rowspan') ?? 1), Number(attribute(attributes, 'colspan') ?? 1))
  else endBlock(page)
}

const ofTables = new Set(['table', 'tr', 'td', 'th'])

const see = (page: Page, walk: Walk, name: string, kind: 'open' | 'close' | 'empty', attributes: string): void => {
  if (name === 'a') walk.inLink = kind === 'open'
  if (name === 'ol' || name === 'ul') {
    if (kind !== 'close') walk.lists.push(newList(name, attributes, walk.lists))
    else walk.lists.pop()
  }
  if (ofTables.has(name)) table(page, walk, name, kind !== 'close', attributes)
  else if (blocks.has(name)) endBlock(page)
  if (name === 'li' && kind === 'open') writeNumber(page, nextNumber(walk.lists, attributes))
}

/** The lines of a page; null where something is hidden and never shown again, which no page means. */
const walked = (html: string, hides: typeof isHidden): readonly Line[] | null => {
  const page = newPage()
  const walk = newWalk()
  let hidden: { readonly name: string; depth: number } | null = null
  for (const piece of piecesOf(html)) {
    if (piece.kind === 'text') {
      if (hidden === null) write(page, piece.text, walk.inLink)
      continue
    }
    const name = piece.name.toLowerCase()
    if (hidden !== null) {
      if (name === hidden.name && piece.kind !== 'empty') hidden.depth += piece.kind === 'open' ? 1 : -1
      if (hidden.depth === 0 || (hidden.name === 'head' && name === 'body')) hidden = null
    } else if (piece.kind === 'open' && hides(name, piece.attributes)) hidden = { name, depth: 1 }
    else see(page, walk, name, piece.kind, piece.attributes)
  }
  while (page.tables.length > 0) endTable(page)
  endBlock(page)
  return hidden === null ? page.lines : null
}

/** Tables and paragraphs are counted as they are met. */
const placed = (lines: readonly Line[]): readonly PlacedLine[] => {
  const tables = new Map<number, number>()
  let paragraph = 0
  return lines.map(({ text, row }) => {
    if (row === null) {
      paragraph++
      return { text, where: { paragraph } }
    }
    const number = tables.get(row.table) ?? tables.size + 1
    tables.set(row.table, number)
    return { text, where: { table: number, row: row.number } }
  })
}

/** The text of a page: a line for each block, cells of a row parted by tabs, ordered lists numbered; no navigation. */
export const textOfHtml = (source: string): PlacedText => {
  const html = withoutRaw(source)
  const lines = walked(html, isHidden) ?? walked(html, name => name === 'head') ?? walked(html, () => false) ?? []
  return placedText(placed(withoutMenus(lines)))
}

import { piecesOf } from './markup.ts'

const blocks = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 tr table section article header footer blockquote dt dd hr pre'.split(' '),
)
const unseen = new Set(['script', 'style', 'head', 'noscript', 'template', 'nav', 'svg', 'select'])

/** The text of a page: a line for each block, cells of a row parted by tabs, ordered lists numbered. */
export const textOfHtml = (html: string): string => {
  const out: string[] = []
  const lists: number[] = []
  let hidden: string | null = null
  for (const piece of piecesOf(html)) {
    if (hidden !== null) {
      if (piece.kind === 'close' && piece.name.toLowerCase() === hidden) hidden = null
      continue
    }
    if (piece.kind === 'text') {
      out.push(piece.text.replace(/[\r\n]+/g, ' '))
      continue
    }
    const name = piece.name.toLowerCase()
    if (piece.kind === 'open' && unseen.has(name)) hidden = name
    if (name === 'ol' || name === 'ul') piece.kind === 'open' ? lists.push(name === 'ol' ? 0 : -1) : lists.pop()
    if (blocks.has(name)) out.push('\n')
    if ((name === 'td' || name === 'th') && piece.kind === 'close') out.push('\t')
    if (name === 'li' && piece.kind === 'open') out.push(nextNumber(lists))
  }
  return out
    .join('')
    .split('\n')
    .map(line => line.replace(/\t\s*$/, ''))
    .join('\n')
}

const nextNumber = (lists: number[]): string => {
  const last = lists.length - 1
  const reached = lists[last]
  if (reached === undefined || reached < 0) return ''
  lists[last] = reached + 1
  return `${reached + 1}、`
}

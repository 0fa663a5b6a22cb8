const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  ensp: ' ',
  emsp: ' ',
  times: '×',
  ge: '≥',
  le: '≤',
  bull: '●',
}

const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g

const fromCode = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'

/** Character references of XML and HTML put back into characters. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) =>
        decimal ? fromCode(Number(decimal)) : hex ? fromCode(Number.parseInt(hex, 16)) : (named[name ?? ''] ?? whole),
      )
    : text

export type Piece =
  | { readonly kind: 'open' | 'close' | 'empty'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'text'; readonly text: string }

const tagName = /^\/?\s*([a-zA-Z_][\w:.-]{0,60})/

const pieceOf = (tag: string): Piece | null => {
  const name = tagName.exec(tag)?.[1]
  if (name === undefined) return null
  const attributes = tag.slice(tag.indexOf(name) + name.length)
  if (tag.startsWith('/')) return { kind: 'close', name, attributes }
  return { kind: tag.endsWith('/') ? 'empty' : 'open', name, attributes }
}

/** Walks markup once, left to right: tags and the text between them. Broken markup gives what it can. */
export function* piecesOf(markup: string): Generator<Piece> {
  let at = 0
  while (at < markup.length) {
    const open = markup.indexOf('<', at)
    if (open < 0) {
      yield { kind: 'text', text: withoutEntities(markup.slice(at)) }
      return
    }
    if (open > at) yield { kind: 'text', text: withoutEntities(markup.slice(at, open)) }
    if (markup.startsWith('<![CDATA[', open)) {
      const end = markup.indexOf(']]>', open)
      yield { kind: 'text', text: markup.slice(open + 9, end < 0 ? undefined : end) }
      if (end < 0) return
      at = end + 3
      continue
    }
    const comment = markup.startsWith('<!--', open)
    const close = comment ? markup.indexOf('-->', open) : markup.indexOf('>', open)
    if (close < 0) return
    const piece = comment ? null : pieceOf(markup.slice(open + 1, close))
    if (piece) yield piece
    at = close + (comment ? 3 : 1)
  }
}

/** The value of an attribute in the words of a tag. */
export const attribute = (attributes: string, name: string): string | null => {
  const at = attributes.indexOf(`${name}=`)
  if (at < 0) return null
  const quote = attributes[at + name.length + 1]
  if (quote !== '"' && quote !== "'") return null
  const end = attributes.indexOf(quote, at + name.length + 2)
  return end < 0 ? null : withoutEntities(attributes.slice(at + name.length + 2, end))
}

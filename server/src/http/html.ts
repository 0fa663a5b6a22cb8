/** A piece of HTML whose texts are escaped already. */
export type Html = { readonly html: string }

type Piece = string | number | Html | null | false | readonly Html[]

/** Writes HTML; whatever is put into it is a text unless it is HTML itself. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: texts.reduce((whole, text, index) => `${whole}${said(pieces[index - 1] ?? null)}${text}`),
})

const said = (piece: Piece): string => {
  if (piece === null || piece === false) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return 'html' in piece ? piece.html : piece.map(one => one.html).join('')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => signs[sign] ?? '')

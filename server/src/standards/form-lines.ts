import { addressOf, type Book, firstRow } from '../imports/book.ts'

export type FormCell = { readonly sheet: string; readonly cell: string; readonly value: string }

/** A row of an XLSForm, asked by the name of its column. */
export type FormLine = {
  readonly told: (column: string) => string
  /** In Chinese where the form speaks several languages, without marks. */
  readonly label: () => string
  readonly hint: () => string
  readonly cell: (column: string) => FormCell
}

/** The rows of a sheet of an XLSForm; null where there is no such sheet. */
export const formLines = (book: Book, name: string): readonly FormLine[] | null => {
  const sheet = book.sheets.find(one => one.name.trim().toLowerCase() === name)
  if (sheet === undefined) return null
  const columns = new Map<string, number>()
  for (const [column, text] of firstRow(sheet)) {
    const key = tidied(text)
      .toLowerCase()
      .replace(/\s*::\s*/g, '::')
    // `list name` and `list_name` are the same column.
    const plain = key.startsWith('label') || key.startsWith('hint') ? key : key.replaceAll(' ', '_')
    if (!columns.has(plain)) columns.set(plain, column)
  }
  const lines: FormLine[] = []
  for (const { number, cells } of sheet.rows) {
    if (number === 1) continue
    const told = (column: string): string => {
      const place = columns.get(column)
      return place === undefined ? '' : tidied(cells.get(place))
    }
    const spoken = (column: string): string => {
      const names = [...columns.keys()].filter(key => key === column || key.startsWith(`${column}::`))
      const chinese = names.filter(key => /zh|中文|chinese/.test(key))
      return stripped([...chinese, ...names].map(told).find(text => text !== '') ?? '')
    }
    lines.push({
      told,
      label: () => spoken('label'),
      hint: () => spoken('hint'),
      cell: column => ({
        sheet: sheet.name,
        cell: addressOf(columns.get(column) ?? 1, number),
        value: [told('type'), spoken('label') || told('name')].filter(text => text !== '').join(' · '),
      }),
    })
  }
  return lines
}

const tidied = (text: string | undefined): string => (text ?? '').normalize('NFC').trim()

/** Labels may carry marks of Markdown and HTML. */
const stripped = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/[*_]{1,2}([^*_]+)[*_]{1,2}/g, '$1')
    .replace(/^#+\s*/, '')
    .trim()

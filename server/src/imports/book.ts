/** A spreadsheet as texts, each as its reader sees it. Rows and columns count from 1; empty cells are left out. */
export type Book = { readonly sheets: readonly Sheet[] }
export type Sheet = { readonly name: string; readonly rows: readonly Row[] }
export type Row = { readonly number: number; readonly cells: ReadonlyMap<number, string> }

export const sheetOf = ({ sheets }: Book, name: string): Sheet | undefined => sheets.find(sheet => sheet.name === name)

/** The headings of a sheet: what stands in its first row. */
export const firstRow = ({ rows }: Sheet): Row['cells'] => rows.find(({ number }) => number === 1)?.cells ?? new Map()

/** `B7` of the second column and the seventh row. */
export const addressOf = (column: number, row: number): string => {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}

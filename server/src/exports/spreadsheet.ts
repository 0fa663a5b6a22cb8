import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { excel } from './excel.ts'

export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Cell = string | number | Date | null

export type Column = { readonly words: string; readonly width: number }

/** A list as it leaves the house: headings, and rows a page at a time. */
export type Table = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>
}

/** Writes a spreadsheet while its rows are read: memory stays flat, however long the list. An error breaks the stream off. */
export const spreadsheet = ({ name, columns, pages }: Table): Readable => {
  const out = new PassThrough({ highWaterMark: 1 << 20 })
  const write = async (): Promise<void> => {
    const { stream } = await excel()
    const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ words, width }) => ({ header: words, width }))
    sheet.getRow(1).font = { bold: true }
    sheet.getRow(1).commit()
    for await (const page of pages) {
      for (const row of page) sheet.addRow([...row]).commit()
      if (out.writableNeedDrain) await once(out, 'drain')
    }
    sheet.commit()
    await book.commit()
  }
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

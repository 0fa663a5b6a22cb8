export type Cell = string | number | null

export type Column = { readonly words: string; readonly width: number }

/** A list as it leaves the house: headings, and rows a page at a time. */
export type Table = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>
}

/** Where a command reads from and writes to. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly readInput: () => Promise<Uint8Array>
  /** Writes a file that was not there before; refuses to write over one that was. */
  readonly writeNewFile: (path: string, text: string) => Promise<void>
  /** True where a person looks at what is written. */
  readonly interactive: boolean
  /** Columns of the screen; null where it is no screen. */
  readonly columns: number | null
  /** True where colours are welcome, as far as the surroundings say. */
  readonly colours: boolean
}

export type Language = 'zh' | 'en'

/** Runs with the arguments after the command's name; gives the exit status. */
export type Run = (args: readonly string[], terminal: Terminal) => Promise<number>

/** A command as `luoshi help` lists it. Its code is loaded when it is run. */
export type Command = {
  readonly usage: string
  readonly summary: { readonly [L in Language]: string }
  readonly load: () => Promise<Run>
}

/** 0 clean, 1 errors in the document, 2 the command itself could not do its work. */
export const status = { clean: 0, errors: 1, refused: 2 } as const

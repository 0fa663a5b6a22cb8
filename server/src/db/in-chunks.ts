/** A statement takes 65,535 parameters at most; a thousand rows of our widest table stay well below. */
const SIZE = 1000

/** Writes rows a thousand at a time. */
export const inChunks = async <Row>(rows: readonly Row[], write: (chunk: Row[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < rows.length; start += SIZE) await write(rows.slice(start, start + SIZE))
}

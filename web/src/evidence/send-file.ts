import { codeOf } from '../ui/problem.ts'

/** The way to the server: announce (answers how much is there already), and a piece at its place. */
export type Wire = {
  readonly start: (announced: Announced) => Promise<{ readonly received: number; readonly already: boolean }>
  readonly put: (
    id: string,
    offset: number,
    piece: Blob,
    signal?: AbortSignal,
  ) => Promise<{ readonly received: number }>
}

export type Announced = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly mediaType: string
  readonly sha256: string
}

type Sending = {
  readonly wire: Wire
  readonly file: Blob
  readonly announced: Announced
  readonly onProgress?: (sent: number) => void
  /** Waits before the next try; told how many tries in a row have failed. */
  readonly pause: (failures: number) => Promise<void>
  readonly signal?: AbortSignal
}

export const pieceBytes = 512 * 1024
const mostFailures = 8

/**
 * Sends a file in pieces. After a failure it asks how far the server has come and goes on from there; what is refused for
 * good (too large, damaged, not allowed) is thrown at once, silence only after eight failures without any progress.
 */
export const sendFile = async ({ wire, file, announced, onProgress, pause, signal }: Sending): Promise<void> => {
  let failures = 0
  let furthest = -1
  for (;;) {
    try {
      const { received, already } = await wire.start(announced)
      if (already) return onProgress?.(file.size)
      const advance = (sent: number): void => {
        if (sent > furthest) failures = 0
        furthest = Math.max(furthest, sent)
        onProgress?.(sent)
      }
      advance(received)
      await sendFrom(wire, file, announced.id, received, advance, signal)
      return
    } catch (thrown) {
      signal?.throwIfAborted()
      failures += 1
      if (!isPassing(thrown) || failures >= mostFailures) throw thrown
      await pause(failures)
    }
  }
}

const sendFrom = async (
  wire: Wire,
  file: Blob,
  id: string,
  from: number,
  advance: (sent: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> => {
  let offset = from
  while (offset < file.size) {
    signal?.throwIfAborted()
    const { received } = await wire.put(id, offset, file.slice(offset, offset + pieceBytes), signal)
    if (received <= offset) throw new Error(`The server stays at ${received} bytes`)
    offset = received
    advance(offset)
  }
}

/** What another try may mend: a broken line, a server that restarts, two tries that crossed. */
const isPassing = (thrown: unknown): boolean => {
  const code = codeOf(thrown)
  return code === 'unreachable' || code === 'internal' || code === 'upload-out-of-step' || code === 'too-many-requests'
}

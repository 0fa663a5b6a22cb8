import { Problem } from '../problem.ts'
import { runOnThread, type ThreadLimits } from '../run-on-thread.ts'
import type { Book } from './book.ts'

export type BookAnswer =
  | { readonly kind: 'book'; readonly book: Book }
  | { readonly kind: 'too-large'; readonly limit: string }
  | { readonly kind: 'unreadable' }

const usual: ThreadLimits = { milliseconds: 60_000, megabytes: 768 }

/** Reads a spreadsheet (xlsx) on a thread of its own, or says why not. */
export const readBook = async (bytes: ArrayBuffer, limits: ThreadLimits = usual): Promise<Book> => {
  const script = new URL('./book-worker.ts', import.meta.url)
  const answer = await runOnThread<BookAnswer>(script, new Uint8Array(bytes), limits)
  if (answer.kind === 'book') return answer.book
  if (answer.kind === 'too-large') throw new Problem('too-large', { limit: answer.limit })
  if (answer.kind === 'unreadable' || answer.reason === 'broken') throw new Problem('file-unreadable')
  throw new Problem('too-large', { limit: answer.reason === 'too-long' ? '60 s' : '768 MB' })
}

import type { RefusalReason } from '@luoshi/plan-compiler/1-read/read-bytes'
import type { Compilation } from '@luoshi/plan-compiler/plan'
import { runOnThread, type ThreadLimits } from '../run-on-thread.ts'

export type CompileRequest = { readonly bytes: Uint8Array; readonly name: string; readonly year: number | null }

export type CompileAnswer =
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'decoded' }
  | { readonly kind: 'compiled'; readonly compilation: Compilation }

export type Compiled =
  | { readonly kind: 'compiled'; readonly compilation: Compilation }
  | { readonly kind: 'refused'; readonly reason: RefusalReason | 'too-long' | 'broken'; readonly cause?: unknown }

/** A megabyte takes about a second. */
const usual: ThreadLimits = { milliseconds: 60_000, megabytes: 1024 }

/** Reads a document on a thread of its own. Never throws about the document. */
export const compileInWorker = async (
  request: CompileRequest,
  decoded: () => void,
  limits: ThreadLimits = usual,
): Promise<Compiled> => {
  const script = new URL('./compile-worker.ts', import.meta.url)
  const answer = await runOnThread<CompileAnswer>(script, request, limits, ({ kind }) => {
    if (kind === 'decoded') decoded()
    return kind !== 'decoded'
  })
  if (answer.kind === 'given-up') return { ...answer, kind: 'refused' }
  return answer.kind === 'decoded' ? { kind: 'refused', reason: 'broken' } : answer
}

import { Worker } from 'node:worker_threads'
import type { RefusalReason } from '@luoshi/plan-compiler/1-read/read-bytes'
import type { Compilation } from '@luoshi/plan-compiler/plan'

export type CompileRequest = { readonly bytes: Uint8Array; readonly name: string; readonly year: number | null }

export type CompileAnswer =
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'decoded' }
  | { readonly kind: 'compiled'; readonly compilation: Compilation }

export type Compiled =
  | { readonly kind: 'compiled'; readonly compilation: Compilation }
  | { readonly kind: 'refused'; readonly reason: RefusalReason | 'too-long' | 'broken'; readonly cause?: unknown }

/** What a document may cost: a megabyte takes about a second. What wants more is given up, and the server goes on. */
export type Limits = { readonly milliseconds: number; readonly megabytes: number }
const usual: Limits = { milliseconds: 60_000, megabytes: 1024 }

const outOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Reads a document on a thread of its own, so that the server goes on answering. Never throws about the document. */
export const compileInWorker = (
  request: CompileRequest,
  decoded: () => void,
  { milliseconds, megabytes }: Limits = usual,
): Promise<Compiled> =>
  new Promise(resolve => {
    const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const end = (result: Compiled) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ kind: 'refused', reason: 'too-long' }), milliseconds)
    worker.on('message', (answer: CompileAnswer) => (answer.kind === 'decoded' ? decoded() : end(answer)))
    worker.on('error', cause => end({ kind: 'refused', reason: outOfMemory(cause) ? 'too-large' : 'broken', cause }))
    worker.on('exit', () => end({ kind: 'refused', reason: 'broken' }))
  })

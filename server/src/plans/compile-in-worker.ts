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

/** A megabyte takes about a second; what takes a hundred times longer is given up. */
const LIMIT_MS = 100_000

/** Reads a document on a thread of its own, so that the server goes on answering. Never throws about the document. */
export const compileInWorker = (request: CompileRequest, decoded: () => void): Promise<Compiled> =>
  new Promise(resolve => {
    const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { workerData: request })
    const end = (result: Compiled) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ kind: 'refused', reason: 'too-long' }), LIMIT_MS)
    worker.on('message', (answer: CompileAnswer) => (answer.kind === 'decoded' ? decoded() : end(answer)))
    worker.on('error', cause => end({ kind: 'refused', reason: 'broken', cause }))
    worker.on('exit', () => end({ kind: 'refused', reason: 'broken' }))
  })

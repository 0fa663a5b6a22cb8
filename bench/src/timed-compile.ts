import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Timing } from './timing.ts'

/** After so many milliseconds a compilation is given up. */
export const compileLimit = 180_000

/** Times compiling a text in a thread of its own; null where it did not end in time. */
export const timedCompile = async (text: string, runs: number): Promise<Timing | null> => {
  const worker = new Worker(join(import.meta.dirname, 'compile-worker.ts'))
  const given = new AbortController()
  try {
    worker.postMessage({ text, runs })
    const answer = await Promise.race([
      once(worker, 'message') as Promise<[Timing]>, // the worker sends nothing else
      setTimeout(compileLimit, null, { signal: given.signal }),
    ])
    return answer?.[0] ?? null
  } finally {
    given.abort()
    await worker.terminate()
  }
}

import { parentPort } from 'node:worker_threads'
import { compile } from '@luoshi/plan-compiler/compile'
import { timed } from './timing.ts'

// A thread of its own, so that a compilation that never ends can be ended.
parentPort?.on('message', async ({ text, runs }: { readonly text: string; readonly runs: number }) => {
  parentPort?.postMessage(await timed(runs, () => compile(text, { name: 'bench' })))
})

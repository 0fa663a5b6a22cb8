import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from '@luoshi/plan-compiler/1-read/read-bytes'
import { compile } from '@luoshi/plan-compiler/compile'
import type { CompileAnswer, CompileRequest } from './compile-in-worker.ts'

/** Runs on a thread of its own: decodes one document, compiles it, answers and ends. */
const answer = (message: CompileAnswer): void => parentPort?.postMessage(message)

const { bytes, name, year } = workerData as CompileRequest // what `compileInWorker` gave
const document = await readBytes(bytes, name)
if (document.kind === 'refused') {
  answer({ kind: 'refused', reason: document.reason })
} else {
  answer({ kind: 'decoded' })
  const { text, sha256, places } = document
  const compilation = compile(text, { name, sha256, places, ...(year !== null && { year }) })
  answer({ kind: 'compiled', compilation })
}

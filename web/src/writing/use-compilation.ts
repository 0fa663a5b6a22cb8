import type { Compilation } from '@luoshi/plan-compiler/plan'
import { useEffect, useRef, useState } from 'react'
import type { CompileReply, CompileRequest } from './compile-worker.ts'
import { latest } from './latest.ts'

/** What was read, and the text as typed that it was read in. */
export type Reading = { readonly compilation: Compilation; readonly text: string }

/** What the compiler reads in the text as it grows, in a thread of its own. */
export const useCompilation = (text: string, year: number | null, language: 'zh' | 'en'): Reading | null => {
  const [reading, setReading] = useState<Reading | null>(null)
  const line = useRef<{ readonly ask: (request: CompileRequest) => void } | null>(null)
  const number = useRef(0)

  useEffect(() => {
    const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module' })
    let sent = ''
    const send = (request: CompileRequest): void => {
      sent = request.text
      worker.postMessage(request)
    }
    const { ask, answered } = latest<CompileRequest, CompileReply | null>(send, reply => {
      if (reply) setReading({ compilation: reply.compilation, text: sent })
    })
    worker.addEventListener('message', ({ data }: MessageEvent<CompileReply>) => answered(data))
    // A text it stumbles over must not be the last one it is asked about.
    worker.addEventListener('error', () => answered(null))
    line.current = { ask }
    return () => {
      line.current = null
      worker.terminate()
    }
  }, [])

  useEffect(() => {
    number.current += 1
    line.current?.ask({ number: number.current, text, year, language })
  }, [text, year, language])

  return reading
}

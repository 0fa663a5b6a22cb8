import { compile } from '@luoshi/plan-compiler/compile'
import type { Compilation } from '@luoshi/plan-compiler/plan'

export type CompileRequest = {
  readonly number: number
  readonly text: string
  readonly year: number | null
  readonly language: 'zh' | 'en'
}
export type CompileReply = { readonly number: number; readonly compilation: Compilation; readonly milliseconds: number }

/** Reads the plan away from the thread that types it. */
self.addEventListener('message', ({ data }: MessageEvent<CompileRequest>) => {
  const begun = performance.now()
  const compilation = compile(data.text, {
    name: 'draft',
    language: data.language,
    ...(data.year !== null && { year: data.year }),
  })
  const reply: CompileReply = { number: data.number, compilation, milliseconds: performance.now() - begun }
  self.postMessage(reply)
})

import { compile } from '@luoshi/plan-compiler/compile'
import type { Compilation } from '@luoshi/plan-compiler/plan'

export type CompileRequest = {
  readonly number: number
  readonly text: string
  readonly year: number | null
  readonly language: 'zh' | 'en'
}
export type CompileReply = { readonly number: number; readonly compilation: Compilation }

// What the compiler makes ready at its first reading is ready before anybody has typed.
compile('街道整治方案\n一、任务\n（一）各社区于2026年5月20日前完成清理。', { name: 'first' })

/** Reads the plan away from the thread that types it. */
self.addEventListener('message', ({ data }: MessageEvent<CompileRequest>) => {
  const compilation = compile(data.text, {
    name: 'draft',
    language: data.language,
    ...(data.year !== null && { year: data.year }),
  })
  const reply: CompileReply = { number: data.number, compilation }
  self.postMessage(reply)
})

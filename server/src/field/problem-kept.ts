import type { Receipt } from '@luoshi/contract/field'
import type { ProblemCode } from '@luoshi/contract/problem'
import type { Language } from '../http/language.ts'
import { problemBody } from '../http/problem-reply.ts'
import { Problem } from '../problem.ts'

/** A Problem as it is kept with an entry: told in the reader's language when it is read. Null stands for a bug. */
export type KeptProblem = {
  readonly code: ProblemCode | 'internal'
  readonly params: Readonly<Record<string, string | number>>
  readonly request: string
}

export const keptProblem = (error: Problem | null, request: string): KeptProblem => ({
  code: error?.code ?? 'internal',
  params: error?.params ?? {},
  request,
})

export const toldProblem = (
  { code, params, request }: KeptProblem,
  language: Language,
): NonNullable<Receipt['problem']> => {
  const body = problemBody(code === 'internal' ? null : new Problem(code, params), request, language)
  return { code: body.code, title: body.title, detail: body.detail }
}

import { type ProblemCode, problems } from '@luoshi/contract/problem'

export type FieldProblem = {
  readonly field: string
  /** A sentence, the key of one, or the code of a problem, which `params` fill. */
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
}

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(problems, text)

/** Something wrong with a request. Thrown; turned into RFC 9457 in one place (`http/problem-reply.ts`). */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly params: Readonly<Record<string, string | number>>
  readonly at: readonly FieldProblem[]

  constructor(
    code: ProblemCode,
    params: Readonly<Record<string, string | number>> = {},
    at: readonly FieldProblem[] = [],
  ) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.params = params
    this.at = at
  }

  get status(): number {
    return problems[this.code]
  }
}

import { type ProblemBody, type ProblemCode, problems } from '@luoshi/contract/problem'
import { say } from './i18n.ts'
import { uiWords } from './words.ts'

export type FieldProblem = { readonly field: string; readonly message: string }

/** A request that was refused (RFC 9457), or never answered (`unreachable`). The words are for the reader. */
export class ProblemError extends Error {
  readonly code: ProblemCode | 'internal' | 'unreachable'
  readonly status: number
  readonly detail: string
  readonly at: readonly FieldProblem[]
  readonly params: Readonly<Record<string, string | number>>

  constructor(
    body: Pick<ProblemBody, 'title' | 'detail' | 'status' | 'at' | 'params'> & { code: ProblemError['code'] },
  ) {
    super(body.title)
    this.name = 'ProblemError'
    this.code = body.code
    this.status = body.status
    this.detail = body.detail
    this.at = body.at ?? []
    this.params = body.params
  }
}

/** Anything that was thrown, as something that can be shown. */
export const asProblem = (thrown: unknown): ProblemError => {
  if (thrown instanceof ProblemError) return thrown
  return isLoadFailure(thrown) ? unreachable() : plainProblem('internal', 500)
}

/** A part of the desk itself that did not come: the line is broken, or a new release has taken its place. */
export const isLoadFailure = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  /dynamically imported module|Importing a module script failed|Unable to preload CSS/i.test(thrown.message)

/** Which refusal it was; null for anything else that was thrown. */
export const codeOf = (thrown: unknown): ProblemError['code'] | null =>
  thrown instanceof ProblemError ? thrown.code : null

export const unreachable = (): ProblemError => plainProblem('unreachable', 0)

/** Reads the refusal in a reply. A reply that is no problem document comes from a proxy or a bug: said plainly. */
export const problemIn = async (response: Response): Promise<ProblemError> => {
  const body: unknown = await response.json().catch(() => null)
  if (!isProblemBody(body)) return bareProblem(response.status)
  return new ProblemError({ ...body, params: body.params ?? {} })
}

const isProblemBody = (body: unknown): body is ProblemBody =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  (body.code === 'internal' || (typeof body.code === 'string' && body.code in problems)) &&
  'title' in body &&
  typeof body.title === 'string' &&
  'detail' in body &&
  typeof body.detail === 'string'

const bareProblem = (status: number): ProblemError => {
  if (status === 401) return plainProblem('not-signed-in', status)
  if (status === 413) return plainProblem('too-large', status)
  if (status === 429) return plainProblem('too-many-requests', status)
  if (status === 502 || status === 503 || status === 504) return plainProblem('unreachable', status)
  return plainProblem('internal', status)
}

type PlainCode = 'internal' | 'unreachable' | 'not-signed-in' | 'too-large' | 'too-many-requests'

const plainProblem = (code: PlainCode, status: number): ProblemError => {
  const t = say(uiWords)
  return new ProblemError({
    code,
    status,
    title: t(`problem.${code}`),
    detail: t(`problem.${code}.detail`),
    params: {},
  })
}

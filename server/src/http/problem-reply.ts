import type { ProblemBody } from '@luoshi/contract/problem'
import { type FieldProblem, isProblemCode, type Problem } from '../problem.ts'
import { fieldMessage } from './field-messages.ts'
import type { Language } from './language.ts'
import { problemSentence } from './problem-sentence.ts'

/** The RFC 9457 document of a refusal, in the reader's language. Null stands for a bug: nothing of it is told but where to ask. */
export const problemBody = (problem: Problem | null, requestId: string, language: Language): ProblemBody => {
  const code = problem?.code ?? 'internal'
  const params = problem?.params ?? {}
  const { title, detail } = problemSentence(code, { request: requestId, ...params }, language)
  return {
    type: `urn:luoshi:problem:${code}`,
    title,
    status: problem?.status ?? 500,
    detail,
    code,
    params,
    instance: `urn:luoshi:request:${requestId}`,
    ...(problem !== null &&
      problem.at.length > 0 && {
        at: problem.at.map(at => ({ field: at.field, message: messageOf(at, language) })),
      }),
  }
}

/** What is said of a field is a problem of its own, a key, or a sentence already. */
const messageOf = ({ message, params = {} }: FieldProblem, language: Language): string =>
  isProblemCode(message) ? problemSentence(message, params, language).detail : fieldMessage(message, language)

import { ORPCError, ValidationError } from '@orpc/server'
import { type FieldProblem, Problem } from '../problem.ts'
import { fieldWords, type Issue } from './field-words.ts'
import type { Language } from './language.ts'
import { problemOfDatabase } from './problem-of-database.ts'

/** What a thrown thing means to the one who asked; null for a bug. */
export const problemOf = (error: unknown, language: Language): Problem | null => {
  if (error instanceof Problem) return error
  if (error instanceof ORPCError) return problemOfCall(error, language)
  return problemOfDatabase(error) ?? problemOfTransport(error)
}

const problemOfCall = (error: ORPCError<string, unknown>, language: Language): Problem | null => {
  const { cause } = error
  if (error.code === 'BAD_REQUEST' && cause instanceof ValidationError)
    return new Problem('input-invalid', {}, fieldsOf(cause, language))
  if (error.code === 'BAD_REQUEST') return new Problem('input-invalid')
  return null
}

// The contract is written in zod, whose issues say more than a standard schema's.
const fieldsOf = ({ issues }: ValidationError, language: Language): readonly FieldProblem[] =>
  issues.map(issue => ({
    field: (issue.path ?? []).map(step => String(typeof step === 'object' ? step.key : step)).join('.'),
    message: fieldWords(issue as Issue, language),
  }))

/** Fastify's own refusals carry a code and a status. */
const problemOfTransport = (error: unknown): Problem | null => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('too-large', { limit: '12 MB' })
  if (code.startsWith('FST_ERR_CTP_') || error instanceof SyntaxError) return new Problem('input-invalid')
  return null
}

import type { Diagnostic, Message } from '../plan.ts'
import { type DiagnosticCode, type DiagnosticParams, severities } from './codes.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import type { Finding } from './rule.ts'

const catalogues = { zh, en }

/** What is wrong, why it matters and what to do, in the language asked for. */
export const messageOf = <C extends DiagnosticCode>(
  code: C,
  params: DiagnosticParams[C],
  language: 'zh' | 'en',
): Message => catalogues[language][code](params)

/** A diagnostic that was kept, in another language; as it was told then where its code is of another release. */
export const retold = (
  { code, params, message }: Pick<Diagnostic, 'code' | 'params' | 'message'>,
  language: 'zh' | 'en',
): Message => (isCode(code) ? messageOf(code, params as never, language) : message) // kept with the parameters of its code

const isCode = (code: string): code is DiagnosticCode => Object.hasOwn(severities, code)

/** Puts a finding into words. */
export const inWords = (finding: Finding, language: 'zh' | 'en'): Diagnostic => ({
  code: finding.code,
  severity: finding.severity ?? severities[finding.code],
  // Each finding was made with the parameters of its own code; the compiler cannot follow that through the union.
  params: finding.params as Diagnostic['params'],
  message: messageOf(finding.code, finding.params as never, language),
  span: finding.span,
  related: (finding.related ?? []).map(span => ({ span })),
  ...(finding.remedy ? { remedy: finding.remedy } : {}),
})

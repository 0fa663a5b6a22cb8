import type { Message } from '../plan.ts'
import type { DiagnosticCode, DiagnosticParams } from './codes.ts'

/** A message for every code, from its own parameters. */
export type MessageCatalogue = { readonly [C in DiagnosticCode]: (params: DiagnosticParams[C]) => Message }

import type { Diagnostic, Reading } from '../plan.ts'

export type CheckedSource = { readonly text: string; readonly year: number | null; readonly language: 'zh' | 'en' }

/** Everything that does not add up in one plan. */
export const check = (_reading: Reading, _source: CheckedSource): Diagnostic[] => []

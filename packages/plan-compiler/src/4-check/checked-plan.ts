import type { Line } from '../2-outline/lines.ts'
import type { Reading } from '../plan.ts'
import { windowsIn } from '../vocabulary/windows.ts'
import { yearAmong } from './calendar.ts'
import { itemLists } from './item-lists.ts'
import type { Page } from './page.ts'
import { phaseSeries } from './phase-series.ts'
import type { CheckedPlan } from './rule.ts'
import { sectionsOfPhases } from './sections-of-phases.ts'
import { timeOfPlan } from './time-of-plan.ts'

export type CheckedSource = {
  readonly text: string
  /** The same in canonical characters. */
  readonly canonical: string
  readonly year: number | null
  readonly language: 'zh' | 'en'
}

/** Lays a plan out for the rules. */
export const checkedPlan = (reading: Reading, lines: readonly Line[], source: CheckedSource): CheckedPlan => {
  const { text: written, canonical: text, year } = source
  const { start, end } = reading.span
  const windows = windowsIn(text, start, end, year)
  const page: Page = { reading, text, written, year, lines, lists: itemLists(text, lines), windows }
  const commonYear = year ?? yearAmong(windows)
  const wholeTime = timeOfPlan(page)
  const phases = phaseSeries(page, commonYear, wholeTime)
  return { ...page, commonYear, wholeTime, phases, sections: sectionsOfPhases(page, phases.flat()) }
}

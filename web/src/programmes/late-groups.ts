import type { ProgrammeOverview } from '@luoshi/contract/programmes'

type Late = ProgrammeOverview['late'][number]

/** One task that is late, with the units that owe it; `days` is how late the latest of them is. */
export type LateGroup = { readonly text: string; readonly days: number; readonly rows: readonly Late[] }

/** The same task owed by twelve units is one thing to see to, not twelve. The latest first. */
export const lateGroups = (late: readonly Late[]): readonly LateGroup[] => {
  const byText = Map.groupBy(late, row => row.text)
  return [...byText]
    .map(([text, rows]) => ({ text, rows, days: Math.max(...rows.map(({ days }) => days)) }))
    .toSorted((one, other) => other.days - one.days)
}

import type { ResultRow } from '@luoshi/contract/results'
import { type Share, shareStatus } from '@luoshi/rules/share-status'
import type { Stretches } from './stretches.ts'

/** So many of so many in one stretch, of one thing. */
export type Counted = {
  readonly key: string
  readonly back: number
  readonly numerator: number
  readonly denominator: number
}

export type RecordedShare = Omit<ResultRow, 'key' | 'name'>

const nothing: Share = { numerator: 0, denominator: 0 }

/** The stretches of each thing, newest first, without a hole. */
export const byKey = (rows: readonly Counted[]): ReadonlyMap<string, readonly Share[]> =>
  new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, own]) => [key, inOrder(own)]))

/** All things together. */
export const together = (rows: readonly Counted[]): readonly Share[] => inOrder(rows)

const inOrder = (rows: readonly Counted[]): readonly Share[] => {
  const longest = rows.reduce((most, { back }) => Math.max(most, back + 1), 0)
  return Array.from({ length: longest }, (_, back) =>
    rows
      .filter(row => row.back === back)
      .reduce<Share>(
        (sum, row) => ({
          numerator: sum.numerator + row.numerator,
          denominator: sum.denominator + row.denominator,
        }),
        nothing,
      ),
  )
}

/** A share with its sample, its doubt, and where it stands. */
export const recordedShare = (shares: readonly Share[], target: number, stretches: Stretches): RecordedShare => {
  const [now = nothing, ...before] = shares
  const { status, latest, interval } = shareStatus(shares, target, stretches)
  return { ...now, value: latest?.value ?? null, interval, status, before: before.map(share => ({ ...share })) }
}

import { type LedgerState, lastValidDay, ledgerState } from '@luoshi/rules/ledger-state'
import { localDate } from '@luoshi/rules/local-time'
import { isWithin } from '@luoshi/rules/unit-path'
import type { Context } from '../context.ts'
import type { Reach } from '../units/reach.ts'
import { type AskedPaper, type AskingCriterion, askedFor } from './asked-for.ts'
import { type Bringer, bringers } from './bringers.ts'
import { type Paper, papersFor, servesPart } from './papers.ts'

export type Brought = { readonly unit: Bringer; readonly state: LedgerState; readonly papers: readonly Paper[] }

/** One thing asked for, and how it stands with each unit that must bring it. */
export type LedgerLine = {
  readonly criterion: AskingCriterion
  readonly asked: AskedPaper
  readonly brought: readonly Brought[]
}

/** The whole ledger of a programme within reach, in the order of the standards; three or four queries, however long it is. */
export const readLedger = async (
  context: Context,
  programmeId: string,
  reach: Reach,
): Promise<readonly LedgerLine[]> => {
  const criteria = await askedFor(context, programmeId)
  const types = [...new Set(criteria.map(({ pointType }) => pointType))]
  const bringersOf = await bringers(context, programmeId, types, reach)
  const papers = await papersFor(
    context,
    criteria.map(({ id }) => id),
    reach,
  )
  const byCriterion = Map.groupBy(papers, ({ criterionId }) => criterionId)
  const today = localDate(context.clock.now())
  return criteria.flatMap(criterion => {
    const units = bringersOf(criterion)
    return criterion.evidence.map(asked => {
      const own = (byCriterion.get(criterion.id) ?? []).filter(paper =>
        servesPart(paper, asked.name, criterion.evidence.length === 1),
      )
      const brought = units.map(unit => {
        const theirs = own.filter(({ unitPath }) => isWithin(unitPath, unit.path))
        return { unit, state: ledgerState(theirs, asked.months, today), papers: theirs }
      })
      return { criterion, asked, brought }
    })
  })
}

export const validUntil = (paper: Paper, { months }: AskedPaper): string | null => lastValidDay(paper, months)

import type { Ledger, LedgerItem } from '@luoshi/contract/ledger'
import type { Action } from '@luoshi/rules/action'
import { allowedActions } from '@luoshi/rules/permissions'
import type { Context } from '../context.ts'
import { findProgramme, programmeSubject } from '../programmes/find-programme.ts'
import { reachOf } from '../units/reach.ts'
import { unitRef } from '../units/unit-ref.ts'
import { type Brought, type LedgerLine, readLedger, validUntil } from './read-ledger.ts'

/** So many units are named at a thing that is asked of all; the rest are counted. */
const mostNamed = 12

const ledgerActions: readonly Action[] = ['ledger.read', 'ledger.export', 'evidence.add']

/** What exists, is missing, is out of date, and who must bring it; of one unit, or of all within reach. */
export const viewLedger = async (
  context: Context,
  { id, unitId }: { readonly id: string; readonly unitId?: string | undefined },
): Promise<Ledger> => {
  const programme = await findProgramme(context, id, 'ledger.read')
  const lines = await readLedger(context, id, await reachOf(context, 'ledger.read', { unitId }))
  const byStandard = Map.groupBy(lines, ({ criterion }) => criterion.standardId)
  const units = new Map(lines.flatMap(({ brought }) => brought.map(({ unit }) => [unit.id, unit])))
  const total = (state: Brought['state']): number => lines.reduce((sum, line) => sum + countOf(line, state), 0)
  return {
    standards: [...byStandard.values()].map(own => standardShown(own, unitId !== undefined)),
    units: [...units.values()].map(unit => unitRef(unit.id, unit.name, unit.kind)),
    totals: { exists: total('exists'), missing: total('missing'), outOfDate: total('out-of-date') },
    actions: [...allowedActions(context.actor, programmeSubject(programme), ledgerActions)],
  }
}

const standardShown = (lines: readonly LedgerLine[], isOne: boolean): Ledger['standards'][number] => {
  const [first] = lines
  if (first === undefined) throw new Error('A standard without a line was grouped.')
  const { standardId, title, number, pointType } = first.criterion
  const sections = Map.groupBy(lines, ({ criterion }) => criterion.section)
  return {
    standard: { id: standardId, title, number, pointType },
    sections: [...sections].map(([section, own]) => ({
      section,
      criteria: [...Map.groupBy(own, ({ criterion }) => criterion.id).values()].map(items => ({
        id: items[0]?.criterion.id ?? '',
        text: items[0]?.criterion.text ?? '',
        critical: items[0]?.criterion.critical ?? false,
        items: items.map(line => itemShown(line, isOne)),
      })),
    })),
  }
}

const itemShown = (line: LedgerLine, isOne: boolean): LedgerItem => {
  const { criterion, asked, brought } = line
  const pressing = isOne ? brought : brought.filter(({ state }) => state !== 'exists').toSorted(byPress)
  const named = isOne ? pressing : pressing.slice(0, mostNamed)
  return {
    criterionId: criterion.id,
    part: asked.name,
    kind: asked.kind,
    months: asked.months,
    exists: countOf(line, 'exists'),
    missing: countOf(line, 'missing'),
    outOfDate: countOf(line, 'out-of-date'),
    units: named.map(({ unit, state, papers }) => ({
      unit: unitRef(unit.id, unit.name, unit.kind),
      state,
      papers: papers.map(paper => ({
        id: paper.id,
        name: paper.name,
        kind: paper.kind,
        unit: unitRef(paper.unitId, paper.unitName, paper.unitKind),
        text: paper.text,
        addedAt: paper.addedAt.toISOString(),
        validUntil: validUntil(paper, asked),
        url: paper.sha256 === null ? null : `/api/v1/evidence/${paper.id}/file`,
        thumbnailUrl: paper.kind === 'photo' ? `/api/v1/evidence/${paper.id}/thumbnail` : null,
      })),
    })),
    unlisted: pressing.length - named.length,
  }
}

const countOf = ({ brought }: LedgerLine, state: Brought['state']): number =>
  brought.filter(each => each.state === state).length

const press: Readonly<Record<Brought['state'], number>> = { missing: 0, 'out-of-date': 1, exists: 2 }

const byPress = (one: Brought, other: Brought): number => press[one.state] - press[other.state]

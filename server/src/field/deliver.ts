import type { EntryWritten, Receipt } from '@luoshi/contract/field'
import type { Context } from '../context.ts'
import type { Language } from '../http/language.ts'
import { Problem } from '../problem.ts'
import { attempt } from './attempt.ts'
import { claimEntries, type Known } from './claim-entries.ts'
import { keepEntry, retryStepsOf } from './keep-entry.ts'
import { type KeptProblem, toldProblem } from './problem-kept.ts'
import { groundFor, takeEntry } from './take-entry.ts'

export type Delivery = {
  readonly clockErrorMs: number
  readonly personId?: string | undefined
  readonly entries: readonly EntryWritten[]
}

/**
 * Takes what a phone wrote, each entry for itself: one that meets a Problem is kept whole with the Problem, and the others are
 * taken. The receipts are worth what the commit is worth, for they are given after it.
 */
export const deliver = async (
  context: Context,
  { clockErrorMs, personId, entries }: Delivery,
  language: Language,
): Promise<{ now: string; receipts: Receipt[] }> => {
  // On a shared phone somebody else has signed in meanwhile.
  if (personId !== undefined && personId !== context.actor.personId) throw new Problem('not-signed-in')
  const { fresh, known } = await claimEntries(context, entries, clockErrorMs)
  const ground = await groundFor(context, fresh)
  const arrival = { at: context.clock.now(), clockErrorMs }
  const problems = new Map<string, KeptProblem>()
  for (const entry of inOrder(fresh)) {
    const problem = await attempt(context, () => takeEntry(context, ground, entry, arrival))
    if (problem === null) continue
    problems.set(entry.id, problem)
    await keepEntry(context, entry, problem)
  }
  const moved = fresh.flatMap(entry =>
    entry.kind === 'case-step' && !problems.has(entry.id) ? [entry.step.caseId] : [],
  )
  await retryStepsOf(context, moved)
  const receipts = [...new Set(entries.map(({ id }) => id))].map(id =>
    receiptOf(id, known.get(id), problems.get(id), language),
  )
  return { now: context.clock.now().toISOString(), receipts }
}

/** Visits in the order of their ids, so that two devices do not wait for each other; the rest as it was written. */
const inOrder = (entries: readonly EntryWritten[]): readonly EntryWritten[] =>
  entries.toSorted((one, other) => {
    if (one.kind === 'visit' && other.kind === 'visit') return one.visit.id < other.visit.id ? -1 : 1
    if (one.kind === 'visit') return -1
    if (other.kind === 'visit') return 1
    return Date.parse(one.writtenAt) - Date.parse(other.writtenAt)
  })

const receiptOf = (
  id: string,
  known: Known | undefined,
  problem: KeptProblem | undefined,
  language: Language,
): Receipt => {
  const kept = problem ?? (known?.outcome === 'kept' ? known.problem : null)
  if (kept) return { id, outcome: 'kept', problem: toldProblem(kept, language) }
  return { id, outcome: known ? 'already' : 'accepted', problem: null }
}

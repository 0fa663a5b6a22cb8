import type { CaseDetail } from '@luoshi/contract/cases'
import type { Action } from '@luoshi/rules/action'

/** Everything one may do on the page of a case; each opens its form or is done at once. */
export type CaseDoing =
  | 'accept'
  | 'assign'
  | 'refuse'
  | 'start'
  | 'submit'
  | 'pass'
  | 'fail'
  | 'close'
  | 'dismiss'
  | 'merge'
  | 'list'
  | 'escalate'
  | 'extend'
  | 'issue'
  | 'comment'

type Known = Pick<CaseDetail, 'state' | 'actions'>

const order: readonly (readonly [doing: CaseDoing, action: Action, states?: readonly CaseDetail['state'][]])[] = [
  ['accept', 'case.accept'],
  ['submit', 'case.submit'],
  ['pass', 'case.recheck'],
  ['fail', 'case.recheck'],
  ['close', 'case.close'],
  ['assign', 'case.assign'],
  ['issue', 'case.assign', ['assigned', 'accepted', 'in-hand']],
  ['start', 'case.progress', ['accepted']],
  ['refuse', 'case.refuse'],
  ['extend', 'case.extend-request'],
  ['escalate', 'case.escalate'],
  ['list', 'case.list'],
  ['merge', 'case.merge'],
  ['dismiss', 'case.assign', ['found', 'assigned', 'refused']],
]

/** What the reader may do, the clear next thing first. Assigning is the next thing only while nobody has it. */
export const doingsFor = ({ state, actions }: Known): readonly CaseDoing[] =>
  order.flatMap(([doing, action, states]) =>
    actions.includes(action) && (states === undefined || states.includes(state)) ? [doing] : [],
  )

const steps: readonly CaseDoing[] = ['accept', 'submit', 'pass', 'close', 'assign']

/** The one next action; null where the reader waits for somebody else. */
export const nextOf = (known: Known): CaseDoing | null => {
  const next = doingsFor(known).find(doing => steps.includes(doing)) ?? null
  return next === 'assign' && known.state !== 'found' && known.state !== 'refused' ? null : next
}

import type { CaseDetail } from '@luoshi/contract/cases'
import type { Action } from '@luoshi/rules/action'
import { isDismissible } from '@luoshi/rules/case-machine'

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

type Known = Pick<CaseDetail, 'state' | 'actions' | 'mended'>

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
  ['dismiss', 'case.assign'],
]

/** What the reader may do, the clear next thing first. Assigning is the next thing only while nobody has it. */
export const doingsFor = (known: Known): readonly CaseDoing[] =>
  order.flatMap(([doing, action, states]) =>
    known.actions.includes(action) &&
    (states === undefined || states.includes(known.state)) &&
    (doing !== 'dismiss' || mayDismiss(known))
      ? [doing]
      : [],
  )

/** What somebody has mended is looked at again and closed, and not dismissed. */
export const mayDismiss = (known: Known): boolean => known.actions.includes('case.assign') && isDismissible(known)

const steps: readonly CaseDoing[] = ['accept', 'submit', 'pass', 'close', 'assign']

/** The one next action; null where the reader waits for somebody else. */
export const nextOf = (known: Known): CaseDoing | null => {
  const next = doingsFor(known).find(doing => steps.includes(doing)) ?? null
  return next === 'assign' && known.state !== 'found' && known.state !== 'refused' ? null : next
}

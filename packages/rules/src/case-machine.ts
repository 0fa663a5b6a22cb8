import { type Result, refuse, take } from './result.ts'
import type { UnitPath } from './unit-path.ts'

export const caseStates = [
  'found',
  'assigned',
  'accepted',
  'refused',
  'in-hand',
  'submitted',
  'rechecked',
  'closed',
  'merged',
  'dismissed',
] as const

/** 待派, 已交办, 已签收, 退回(非本单位), 整改中, 待复查, 复查通过, 已销号, 已并案, 不予立案. */
export type CaseState = (typeof caseStates)[number]

/** A case as far as its way depends on it. */
export type CaseWay = {
  readonly state: CaseState
  /** The unit that is to mend it. */
  readonly unitPath: UnitPath | null
  /** Everybody who has submitted a rectification of it, since it was found or found again. */
  readonly rectifiedBy: readonly string[]
  /** How often a recheck sent it back. */
  readonly returned: number
  /** 挂牌督办, by a leader. */
  readonly listed: boolean
  readonly mergedInto: string | null
  /** How often it came back after being closed. */
  readonly relapses: number
}

export const newCase: CaseWay = {
  state: 'found',
  unitPath: null,
  rectifiedBy: [],
  returned: 0,
  listed: false,
  mergedInto: null,
  relapses: 0,
}

export type CaseEvent =
  | { readonly kind: 'assign'; readonly by: string; readonly unitPath: UnitPath }
  | { readonly kind: 'accept'; readonly by: string }
  | { readonly kind: 'refuse'; readonly by: string; readonly reason: string }
  | { readonly kind: 'start'; readonly by: string }
  | { readonly kind: 'submit'; readonly by: string }
  | { readonly kind: 'recheck'; readonly by: string; readonly passed: boolean; readonly reason: string }
  | { readonly kind: 'close'; readonly by: string }
  | { readonly kind: 'dismiss'; readonly by: string; readonly reason: string }
  | { readonly kind: 'merge'; readonly by: string; readonly into: string }
  | { readonly kind: 'list'; readonly by: string }
  | { readonly kind: 'relapse'; readonly unitPath: UnitPath | null }
  /** Whoever found it takes that back. `former` is the case as it was when it was closed, where it had come back. */
  | { readonly kind: 'withdraw'; readonly former: CaseWay | null }

export type CaseRefusal =
  | 'not-from-here'
  | 'reason-missing'
  | 'assigned-already'
  | 'rechecked-by-rectifier'
  | 'closed-by-rectifier'
  | 'merged-by-rectifier'
  | 'mended-already'
  | 'already-listed'

const open: readonly CaseState[] = ['found', 'assigned', 'accepted', 'refused', 'in-hand', 'submitted', 'rechecked']

/** From which states each event may come. A unit may mend at once: accepting and starting are no gates. */
const from: Readonly<Record<CaseEvent['kind'], readonly CaseState[]>> = {
  assign: ['found', 'refused', 'assigned', 'accepted', 'in-hand'],
  accept: ['assigned'],
  refuse: ['assigned', 'accepted'],
  start: ['assigned', 'accepted'],
  submit: ['assigned', 'accepted', 'in-hand'],
  recheck: ['submitted'],
  close: ['rechecked'],
  dismiss: ['found', 'assigned', 'refused'],
  merge: ['found', 'assigned', 'accepted', 'refused', 'in-hand'],
  list: open,
  relapse: ['closed'],
  withdraw: ['found', 'assigned'],
}

/** The case after the event, or why it cannot be. */
export const moveCase = (way: CaseWay, event: CaseEvent): Result<CaseWay, CaseRefusal> => {
  if (!from[event.kind].includes(way.state)) return refuse('not-from-here')
  const objection = objectionTo(way, event)
  return objection === null ? take(after(way, event)) : refuse(objection)
}

export const nextCaseEvents = (state: CaseState): readonly CaseEvent['kind'][] =>
  caseEventKinds.filter(kind => from[kind].includes(state))

/** The unit has it in hand: its time runs, and runs out. */
export const mendingStates = ['assigned', 'accepted', 'in-hand'] as const satisfies readonly CaseState[]

/** It waits for the office to say whose it is. */
export const unassignedStates = ['found', 'refused'] as const satisfies readonly CaseState[]

/** May be merged, and may take another in. What waits for a recheck or has passed one may not: who looked did not see the other. */
export const isMergeable = (state: CaseState): boolean => from.merge.includes(state)

/** May be found to be no case: nobody has mended anything of it yet. What somebody mended ends by a recheck and a closing. */
export const isDismissible = (one: { readonly state: CaseState; readonly mended: boolean }): boolean =>
  from.dismiss.includes(one.state) && !one.mended

/** Something is still to be done about it. */
export const isCaseOpen = (state: CaseState): boolean => open.includes(state)

/** Days after closing within which the same thing wrong at the same point is a relapse and no new case. */
export const relapseDays = 90

const caseEventKinds = [
  'assign',
  'accept',
  'refuse',
  'start',
  'submit',
  'recheck',
  'close',
  'dismiss',
  'merge',
  'list',
  'relapse',
  'withdraw',
] as const

const objectionTo = (way: CaseWay, event: CaseEvent): CaseRefusal | null => {
  switch (event.kind) {
    case 'assign':
      return isMending(way.state) && way.unitPath === event.unitPath ? 'assigned-already' : null
    case 'refuse':
      return event.reason.trim() === '' ? 'reason-missing' : null
    case 'dismiss':
      if (way.rectifiedBy.length > 0) return 'mended-already'
      return event.reason.trim() === '' ? 'reason-missing' : null
    case 'merge':
      return way.rectifiedBy.includes(event.by) ? 'merged-by-rectifier' : null
    case 'withdraw':
      return way.rectifiedBy.length > 0 ? 'mended-already' : null
    case 'recheck':
      if (way.rectifiedBy.includes(event.by)) return 'rechecked-by-rectifier'
      return !event.passed && event.reason.trim() === '' ? 'reason-missing' : null
    case 'close':
      return way.rectifiedBy.includes(event.by) ? 'closed-by-rectifier' : null
    case 'list':
      return way.listed ? 'already-listed' : null
    default:
      return null
  }
}

const isMending = (state: CaseState): boolean => mendingStates.some(one => one === state)

const after = (way: CaseWay, event: CaseEvent): CaseWay => {
  switch (event.kind) {
    case 'assign':
      return { ...way, state: 'assigned', unitPath: event.unitPath }
    case 'accept':
      return { ...way, state: 'accepted' }
    case 'refuse':
      return { ...way, state: 'refused', unitPath: null }
    case 'start':
      return { ...way, state: 'in-hand' }
    case 'submit':
      return { ...way, state: 'submitted', rectifiedBy: [...new Set([...way.rectifiedBy, event.by])] }
    case 'recheck':
      return event.passed ? { ...way, state: 'rechecked' } : { ...way, state: 'in-hand', returned: way.returned + 1 }
    case 'close':
      return { ...way, state: 'closed' }
    case 'dismiss':
      return { ...way, state: 'dismissed' }
    case 'merge':
      return { ...way, state: 'merged', mergedInto: event.into }
    case 'list':
      return { ...way, listed: true }
    case 'withdraw':
      return event.former ?? { ...way, state: 'dismissed' }
    case 'relapse': {
      // It goes back to a unit with its history, or to the office where the unit is not to know yet; those who mend it now are counted anew.
      const state = event.unitPath === null ? 'found' : 'assigned'
      return { ...way, state, unitPath: event.unitPath, rectifiedBy: [], listed: false, relapses: way.relapses + 1 }
    }
  }
}

import { type TrafficLight, trafficLight } from './case-deadline.ts'
import { type CaseState, mendingStates } from './case-machine.ts'
import type { Instant } from './local-time.ts'

/** 灯: `none` while it lies with no unit and once it is over. */
export type CaseLight = TrafficLight | 'none'

export type LitCase = {
  readonly state: CaseState
  readonly assignedAt: Instant | Date | null
  readonly dueAt: Instant | Date | null
  readonly submittedAt: Instant | Date | null
}

/** Derived from the clock whenever asked. What was submitted keeps the colour of that moment while others look at it. */
export const caseLight = ({ state, assignedAt, dueAt, submittedAt }: LitCase, now: Instant | Date): CaseLight => {
  if (assignedAt === null || dueAt === null) return 'none'
  if (mendingStates.some(one => one === state)) return trafficLight({ assignedAt, dueAt, submittedAt: null }, now)
  return state === 'submitted' || state === 'rechecked' ? trafficLight({ assignedAt, dueAt, submittedAt }, now) : 'none'
}

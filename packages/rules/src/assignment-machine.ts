import { type Refused, type Result, refuse, take } from './result.ts'

export const assignmentStates = [
  'assigned',
  'accepted',
  'in-progress',
  'submitted',
  'returned',
  'confirmed',
  'withdrawn',
] as const

export type AssignmentState = (typeof assignmentStates)[number]

/** An assignment as far as its way depends on it. */
export type AssignmentWay = {
  readonly state: AssignmentState
  /** Percent, 0–100. */
  readonly progress: number
  /** Who submitted last. */
  readonly submittedBy: string | null
}

export const newAssignment: AssignmentWay = { state: 'assigned', progress: 0, submittedBy: null }

export type AssignmentEvent =
  | { readonly kind: 'accept'; readonly by: string }
  | { readonly kind: 'progress'; readonly by: string; readonly progress: number }
  | { readonly kind: 'submit'; readonly by: string }
  | { readonly kind: 'confirm'; readonly by: string }
  | { readonly kind: 'return'; readonly by: string; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly by: string; readonly reason: string }

export type AssignmentRefusal = 'not-from-here' | 'confirmed-by-submitter' | 'reason-missing' | 'progress-out-of-range'

/**
 * From which states each event may come. Accepting is a courtesy and no gate: work may be reported or submitted at once,
 * so that nobody has to press a button for its own sake.
 */
const from: Readonly<Record<AssignmentEvent['kind'], readonly AssignmentState[]>> = {
  accept: ['assigned'],
  progress: ['assigned', 'accepted', 'in-progress', 'returned'],
  submit: ['assigned', 'accepted', 'in-progress', 'returned'],
  confirm: ['submitted'],
  return: ['submitted', 'confirmed'],
  withdraw: ['assigned', 'accepted', 'in-progress', 'submitted', 'returned'],
}

/** The assignment after the event, or why it cannot be. */
export const moveAssignment = (
  way: AssignmentWay,
  event: AssignmentEvent,
): Result<AssignmentWay, AssignmentRefusal> => {
  if (!from[event.kind].includes(way.state)) return refuse('not-from-here')
  const objection = objectionTo(way, event)
  return objection ?? take(after(way, event))
}

/** The events that could come next, whoever brings them. */
export const nextAssignmentEvents = (state: AssignmentState): readonly AssignmentEvent['kind'][] =>
  assignmentEventKinds.filter(kind => from[kind].includes(state))

/** Nothing more is expected of the unit. */
export const isAssignmentDone = (state: AssignmentState): boolean => state === 'confirmed' || state === 'withdrawn'

const assignmentEventKinds = ['accept', 'progress', 'submit', 'confirm', 'return', 'withdraw'] as const

const objectionTo = (way: AssignmentWay, event: AssignmentEvent): Refused<AssignmentRefusal> | null => {
  switch (event.kind) {
    case 'confirm':
      return event.by === way.submittedBy ? refuse('confirmed-by-submitter') : null
    case 'return':
    case 'withdraw':
      return event.reason.trim() === '' ? refuse('reason-missing') : null
    case 'progress':
      return Number.isInteger(event.progress) && event.progress >= 0 && event.progress <= 100
        ? null
        : refuse('progress-out-of-range')
    default:
      return null
  }
}

const after = (way: AssignmentWay, event: AssignmentEvent): AssignmentWay => {
  switch (event.kind) {
    case 'accept':
      return { ...way, state: 'accepted' }
    case 'progress':
      return { ...way, state: 'in-progress', progress: event.progress }
    case 'submit':
      return { state: 'submitted', progress: 100, submittedBy: event.by }
    case 'confirm':
      return { ...way, state: 'confirmed' }
    case 'return':
      return { ...way, state: 'returned' }
    case 'withdraw':
      return { ...way, state: 'withdrawn' }
  }
}

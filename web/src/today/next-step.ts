import type { AssignmentRow } from '@luoshi/contract/assignments'
import type { Occurrence } from '@luoshi/contract/duties'
import { offers } from '../ui/session.ts'

/** The one thing to do about a line. `record` is done here; the others open the assignment. */
export type NextStep = 'accept' | 'submit' | 'again' | 'record' | 'look'

/** Of what the reply offers, the step that comes next in the thing's life. */
export const nextStepOf = (assignment: Pick<AssignmentRow, 'state' | 'actions'>): NextStep => {
  if (assignment.state === 'assigned' && offers(assignment, 'assignment.accept')) return 'accept'
  if (!offers(assignment, 'assignment.submit')) return 'look'
  return assignment.state === 'returned' ? 'again' : 'submit'
}

export const nextStepOfOccurrence = (occurrence: Pick<Occurrence, 'actions' | 'state'>): NextStep => {
  if (!offers(occurrence, 'occurrence.record')) return 'look'
  return occurrence.state === 'returned' ? 'again' : 'record'
}

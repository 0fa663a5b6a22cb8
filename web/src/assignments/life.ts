import type { AssignmentDetail } from '@luoshi/contract/assignments'

export type LifeStep = 'assigned' | 'accepted' | 'progress' | 'submitted' | 'confirmed'

export type Step = {
  readonly step: LifeStep
  readonly reached: 'done' | 'now' | 'ahead'
  /** The last thing that brought it here. */
  readonly event: AssignmentDetail['events'][number] | null
}

const order = ['assigned', 'accepted', 'progress', 'submitted', 'confirmed'] as const
const placeOf: Readonly<Record<AssignmentDetail['state'], number>> = {
  assigned: 0,
  accepted: 1,
  'in-progress': 2,
  returned: 2,
  submitted: 3,
  confirmed: 4,
  withdrawn: 0,
}
const eventOf: Readonly<Record<LifeStep, string>> = {
  assigned: 'assign',
  accepted: 'accept',
  progress: 'progress',
  submitted: 'submit',
  confirmed: 'confirm',
}

/** How far an assignment has come. What was returned is under way again, and its submission ahead of it. */
export const lifeOf = ({ state, events }: Pick<AssignmentDetail, 'state' | 'events'>): readonly Step[] => {
  const at = placeOf[state]
  return order.map((step, index) => ({
    step,
    reached: index < at || (index === at && state === 'confirmed') ? 'done' : index === at ? 'now' : 'ahead',
    event: index > at ? null : (events.findLast(({ kind }) => kind === eventOf[step]) ?? null),
  }))
}

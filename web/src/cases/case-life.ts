import type { CaseDetail } from '@luoshi/contract/cases'

export type CaseLifeStep = 'found' | 'assigned' | 'mending' | 'submitted' | 'closed'

export type LifeStep = {
  readonly step: CaseLifeStep
  readonly reached: 'done' | 'now' | 'ahead'
  /** The last thing that brought it here. */
  readonly event: CaseDetail['events'][number] | null
}

const order = ['found', 'assigned', 'mending', 'submitted', 'closed'] as const

const placeOf: Readonly<Record<CaseDetail['state'], number>> = {
  found: 0,
  refused: 0,
  assigned: 1,
  accepted: 2,
  'in-hand': 2,
  submitted: 3,
  rechecked: 4,
  closed: 5,
  merged: 0,
  dismissed: 0,
}

const eventsOf: Readonly<Record<CaseLifeStep, readonly string[]>> = {
  found: ['open', 'relapse'],
  assigned: ['assign', 'relapse', 'open'],
  mending: ['submit', 'start', 'accept'],
  submitted: ['recheck'],
  closed: ['close'],
}

/** How far a case has come. One that came back begins anew, and what was sent back is mended again. */
export const caseLifeOf = ({ state, events }: Pick<CaseDetail, 'state' | 'events'>): readonly LifeStep[] => {
  const at = placeOf[state]
  const relapse = events.findLastIndex(({ kind }) => kind === 'relapse')
  const lately = relapse < 0 ? events : events.slice(relapse)
  return order.map((step, index) => ({
    step,
    reached: index < at ? 'done' : index === at ? 'now' : 'ahead',
    event: index > at ? null : (lately.findLast(({ kind }) => eventsOf[step].includes(kind)) ?? null),
  }))
}
